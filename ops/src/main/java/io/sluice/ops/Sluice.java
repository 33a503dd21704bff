package io.sluice.ops;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code sluice} command; its work is done by its subcommands. */
@Command(
        name = "sluice",
        description = "A livestream-commerce engine with a flash-order core.",
        mixinStandardHelpOptions = true,
        versionProvider = SluiceVersion.class,
        subcommands = {DemoCommand.class, ServeCommand.class, TokenCommand.class, JournalCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class Sluice implements Runnable {
    @Spec
    private CommandSpec spec;

    Sluice() {}

    /**
     * Runs one command and exits with its code: 0 fine, 1 failed, 2 wrong usage, 3 a threshold was missed.
     *
     * @param args command and its options, as typed
     */
    public static void main(final String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Sluice());
    }

    /** Called when no subcommand was named, which is wrong usage. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
