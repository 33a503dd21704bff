package io.sluice.ops.journal;

import io.sluice.ops.Subcommands;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sluice journal}: looks into a journal and keeps it small; its work is done by its subcommands. */
@Command(
        name = "journal",
        description = "Look into a journal, and keep it small.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class JournalCommand implements Runnable {
    private static final Subcommands COMMANDS = new Subcommands()
            .add("describe", JournalDescribeCommand.class)
            .add("verify", JournalVerifyCommand.class)
            .add("tail", JournalTailCommand.class)
            .add("replay", JournalReplayCommand.class)
            .add("at", JournalAtCommand.class)
            .add("explain", JournalExplainCommand.class)
            .add("export", JournalExportCommand.class)
            .add("archive", JournalArchiveCommand.class)
            .add("consumers", JournalConsumersCommand.class)
            .add("prune", JournalPruneCommand.class);

    @Spec
    private CommandSpec spec;

    private JournalCommand() {}

    /** The command with the {@linkplain Subcommands#addTo subcommand} that is named. */
    public static CommandLine commandLine(final String named) {
        return COMMANDS.addTo(new CommandLine(new JournalCommand()), named);
    }

    /** Called when no subcommand was named, which is wrong usage. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
