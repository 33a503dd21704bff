package io.sluice.ops;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sluice journal}: looks into a journal; its work is done by its subcommands. */
@Command(
        name = "journal",
        description = "Look into a journal.",
        mixinStandardHelpOptions = true,
        subcommands = JournalVerifyCommand.class,
        synopsisSubcommandLabel = "COMMAND")
final class JournalCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Called when no subcommand was named, which is wrong usage. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
