package io.sluice.ops.journal;

import io.sluice.engine.Replay;
import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sluice journal replay}: brings a fresh core to a record, or runs a whole engine through the journal once more. */
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

    @ArgGroup(
            exclusive = false,
            heading =
                    "%nInto a shadow, an engine of its own whose answers go to nobody: the commands are offered to it at"
                            + " the pace%nthey were recorded at. Its holds end by its own timers, and its times differ by the"
                            + " lateness, so its state hash is%nanother one. Ctrl-C ends it with what it has found so far.%n")
    private ShadowOptions shadow;

    @Override
    public Integer call() throws IOException {
        try (ReadOnlyJournal journal = data.open()) {
            if (shadow != null) {
                return UntilSignal.run(spec, stopped -> runShadow(journal, stopped));
            }
            print(replayed(journal, last(journal)), null);
            return 0;
        }
    }

    private long last(final ReadOnlyJournal journal) {
        return to == null ? journal.lastSequence() : data.held("--to", to, journal);
    }

    private int runShadow(final ReadOnlyJournal journal, final BooleanSupplier stopped) throws IOException {
        shadow.refuseWrongUsage(data, journal, to);
        final ShadowRun run = new ShadowRun(journal, shadow, data);
        run.run(last(journal), replayed(journal, shadow.before()).core().limits(), stopped);
        print(replayed(journal, run.lastSequence()), run.isBegun() ? run : null);
        if (run.isTooLate()) {
            final PrintWriter err = spec.commandLine().getErr();
            err.println(spec.qualifiedName() + ": the shadow was later than --max-late " + shadow.maxLateMs());
            err.flush();
        }
        return run.isTooLate() ? ShadowOptions.TOO_LATE : 0;
    }

    /** A core behind the record {@code last}. */
    private Replay replayed(final ReadOnlyJournal journal, final long last) {
        final Replay replay = Replay.fromNothing(CoreReserves.NONE);
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
        return replay;
    }

    private void print(final Replay replay, final ShadowRun run) {
        final PrintWriter out = spec.commandLine().getOut();
        final long last = replay.chain().sequence();
        final String hash = String.format(Locale.ROOT, "%016x", replay.core().stateHash());
        if (json) {
            final JsonObject object = new JsonObject().put("lastSequence", last).put("stateHash", hash);
            out.println((run == null ? object : object.put("shadow", run.toJson())).encode());
        } else {
            out.println("records    1 to " + last);
            out.println("state hash " + hash);
            if (run != null) {
                run.toLines().forEach(out::println);
            }
        }
        out.flush();
    }
}
