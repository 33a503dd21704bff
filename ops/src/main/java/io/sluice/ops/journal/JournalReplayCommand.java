package io.sluice.ops.journal;

import io.sluice.engine.Replay;
import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.journal.ReadOnlyJournal;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sluice journal replay}: brings a fresh core to a record and prints the hash of its state. */
@Command(
        name = "replay",
        description = {
            "Decide every command of the journal again in a fresh core, without snapshots, and print the hash of its"
                    + " state.",
            "Exits with 1 at the first record that is damaged or decided otherwise.",
        },
        mixinStandardHelpOptions = true)
final class JournalReplayCommand implements Callable<Integer> {
    /** Records between two looks at the progress bar. */
    private static final int STRIDE = 4096;

    @Spec
    private CommandSpec spec;

    @Mixin
    private JournalOption data;

    @Option(names = "--to", paramLabel = "SEQ", description = "The last record to apply. Default: the newest.")
    private Long to;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        final Replay replay = Replay.fromNothing(CoreReserves.NONE);
        try (ReadOnlyJournal journal = data.open()) {
            final long last = to == null ? journal.lastSequence() : data.held("--to", to, journal);
            run(replay, journal, last);
        }
        final PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                json ? "{\"lastSequence\":%d,\"stateHash\":\"%016x\"}%n" : "records    1 to %d%nstate hash %016x%n",
                replay.chain().sequence(),
                replay.core().stateHash());
        out.flush();
        return 0;
    }

    private void run(final Replay replay, final ReadOnlyJournal journal, final long last) {
        try (JournalReader reader = replay.readerOf(journal);
                ProgressBar bar = data.progressBar(1, last)) {
            while (replay.chain().sequence() < last) {
                final long goal = Math.min(last, replay.chain().sequence() + STRIDE);
                if (replay.catchUp(reader, goal) == 0) {
                    throw new JournalFaultException(replay.chain().sequence() + 1, "cannot be found");
                }
                bar.at(replay.chain().sequence());
            }
        }
    }
}
