package io.sluice.ops.journal;

import io.sluice.engine.journal.ReadOnlyJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options of a replay into a shadow. */
final class ShadowOptions {
    /** Exit code of a shadow that could not keep up. */
    static final int TOO_LATE = 3;

    private static final int MAX_SPEED = 1_000;

    @Option(
            names = "--into",
            paramLabel = "DIR",
            required = true,
            description = "Where the shadow's own journal is to lie: an empty directory, or one that is not there yet.")
    private Path into;

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "1",
            description = "N times as fast as it was recorded, the shadow's clock with it; from 1 to 1000. Default:"
                    + " ${DEFAULT-VALUE}.")
    private int speed;

    @Option(
            names = "--from",
            paramLabel = "SEQ",
            defaultValue = "1",
            description = "The first record to offer; those before it are copied into the shadow's journal as they are,"
                    + " and it starts there. Default: ${DEFAULT-VALUE}.")
    private long from;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is appended, in step with the engine that appends it, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = "--max-late",
            paramLabel = "MS",
            description = "Exit with 3 when a command was decided later than this, in real time, than its turn.")
    private Long maxLateMs;

    /**
     * Refuses what cannot be done.
     *
     * @param to  the last record that was asked for, null for none.
     */
    void refuseWrongUsage(final JournalOption data, final ReadOnlyJournal journal, final Long to) throws IOException {
        if (speed < 1 || speed > MAX_SPEED) {
            throw data.refused("--speed " + speed + ": from 1 to " + MAX_SPEED);
        }
        if (maxLateMs != null && maxLateMs < 0) {
            throw data.refused("--max-late " + maxLateMs + ": from 0 on");
        }
        if (follow && to != null) {
            throw data.refused("--follow goes on behind --to " + to + ": one of them only");
        }
        if (to != null && to < from) {
            throw data.refused("--to " + to + ": is before --from " + from);
        }
        if (!follow || from != 1) {
            data.held("--from", from, journal);
        }
        refuseUsed(data);
    }

    private void refuseUsed(final JournalOption data) throws IOException {
        if (!Files.exists(into)) {
            return;
        }
        if (!Files.isDirectory(into)) {
            throw data.refused("--into " + into + ": is no directory");
        }
        try (Stream<Path> there = Files.list(into)) {
            if (there.findAny().isPresent()) {
                throw data.refused("--into " + into + ": is not empty");
            }
        }
    }

    Path into() {
        return into;
    }

    int speed() {
        return speed;
    }

    /** The last record that is not offered but copied, 0 for none. */
    long before() {
        return from - 1;
    }

    boolean follow() {
        return follow;
    }

    /** Ms of real time, null for no threshold. */
    Long maxLateMs() {
        return maxLateMs;
    }
}
