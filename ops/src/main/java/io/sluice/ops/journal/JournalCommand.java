package io.sluice.ops.journal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sluice journal}: looks into a journal and keeps it small; its work is done by its subcommands. */
@Command(
        name = "journal",
        description = "Look into a journal, and keep it small.",
        mixinStandardHelpOptions = true,
        subcommands = {
            JournalDescribeCommand.class,
            JournalVerifyCommand.class,
            JournalTailCommand.class,
            JournalReplayCommand.class,
            JournalAtCommand.class,
            JournalExplainCommand.class,
            JournalExportCommand.class,
            JournalArchiveCommand.class,
            JournalConsumersCommand.class,
            JournalPruneCommand.class,
        },
        synopsisSubcommandLabel = "COMMAND")
public final class JournalCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    JournalCommand() {}

    /** Called when no subcommand was named, which is wrong usage. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
