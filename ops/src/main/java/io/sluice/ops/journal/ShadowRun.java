package io.sluice.ops.journal;

import io.sluice.engine.core.CoreLimits;
import io.sluice.engine.journal.ChronicleJournal;
import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.JournalSettings;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.sluice.engine.journal.StorageWatch;
import io.sluice.engine.protocol.RecordFlyweight;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.agrona.concurrent.UnsafeBuffer;

/** One run of a journal's commands through a shadow engine, and what came of it. One thread, once. */
final class ShadowRun {
    private static final long POLL_NS = TimeUnit.MILLISECONDS.toNanos(5);

    private final ReadOnlyJournal journal;
    private final ShadowOptions options;
    private final JournalOption data;
    private ShadowEngine shadow;
    private long lastSequence;

    ShadowRun(final ReadOnlyJournal journal, final ShadowOptions options, final JournalOption data) {
        this.journal = journal;
        this.options = options;
        this.data = data;
        lastSequence = options.before();
    }

    /**
     * Copies what lies before the first record to be offered, offers the others, and stops the shadow.
     *
     * @param last     the last record to be offered.
     * @param limits   the core's, behind what is copied.
     * @param stopped  asked whether to end earlier.
     */
    void run(final long last, final CoreLimits limits, final BooleanSupplier stopped) {
        copyBefore();
        try (EventReader reader = new EventReader(journal, options.before() + 1);
                ProgressBar bar = data.progressBar(options.before() + 1, options.follow() ? 0 : last)) {
            final RecordFlyweight first = next(reader, last, stopped);
            if (first == null) {
                return;
            }
            shadow = new ShadowEngine(options.into(), first.timeMs(), limits, options.speed());
            try (ShadowEngine running = shadow) {
                running.run(options.speed());
                offer(first, reader, last, bar, stopped);
                // Set by whoever stopped it, and not to be met by what still reads and writes files.
                Thread.interrupted();
            }
        }
    }

    private void offer(
            final RecordFlyweight first,
            final EventReader reader,
            final long last,
            final ProgressBar bar,
            final BooleanSupplier stopped) {
        for (RecordFlyweight record = first;
                record != null && !stopped.getAsBoolean() && shadow.offer(record, stopped);
                record = next(reader, last, stopped)) {
            lastSequence = reader.sequence();
            bar.at(lastSequence);
        }
    }

    /** The next record; when following it is waited for, and then null says that the run was stopped. */
    private RecordFlyweight next(final EventReader reader, final long last, final BooleanSupplier stopped) {
        if (!options.follow()) {
            return reader.nextRecord(last);
        }
        RecordFlyweight record = reader.pollRecord();
        while (record == null && !stopped.getAsBoolean()) {
            // Abreast of the engine that writes the journal: faster than that one, time must not pass here.
            pace(1);
            LockSupport.parkNanos(POLL_NS);
            record = reader.pollRecord();
        }
        pace(options.speed());
        return record;
    }

    private void pace(final int times) {
        if (shadow != null) {
            shadow.run(times);
        }
    }

    private void copyBefore() {
        if (options.before() == 0) {
            return;
        }
        final JournalDirectory directory = new JournalDirectory(options.into());
        final UnsafeBuffer copy = new UnsafeBuffer(ByteBuffer.allocateDirect(ChronicleJournal.MAX_RECORD_BYTES));
        try (ChronicleJournal target = ChronicleJournal.open(directory, new JournalSettings());
                EventReader reader = new EventReader(journal, 1);
                ProgressBar bar = data.progressBar(1, options.before())) {
            final StorageWatch storage = StorageWatch.of(
                    target,
                    StorageWatch.DEFAULT_LOW_SPACE_BYTES,
                    JournalSettings.DEFAULT_BLOCK_BYTES,
                    System.nanoTime());
            for (RecordFlyweight record = reader.nextRecord(options.before());
                    record != null;
                    record = reader.nextRecord(options.before())) {
                storage.poll(System.nanoTime());
                if (storage.low()) {
                    throw new IllegalStateException("--into " + options.into() + ": too little free space");
                }
                record.buffer().getBytes(record.offset(), copy, 0, record.length());
                target.append(copy, 0, record.length());
                bar.at(reader.sequence());
            }
        }
    }

    /** The last record that was offered, or passed over as the end of a hold. */
    long lastSequence() {
        return lastSequence;
    }

    /** Whether anything was offered; without that there is nothing to tell. */
    boolean isBegun() {
        return shadow != null;
    }

    /** Whether a decision came later than is allowed. */
    boolean isTooLate() {
        return isBegun() && options.maxLateMs() != null && worstLateMs() > options.maxLateMs();
    }

    /** Rounded up: what is late is never shown as on time. */
    private long worstLateMs() {
        return (shadow.tally().worstLateMs() + options.speed() - 1) / options.speed();
    }

    JsonObject toJson() {
        final JsonObject json = new JsonObject()
                .put("firstSequence", options.before() + 1)
                .put("lastSequence", lastSequence)
                .put("speed", options.speed())
                .put("stateHash", stateHash())
                .put("offered", shadow.offered())
                .put("ringFull", shadow.ringFull())
                .put("expiries", shadow.recordedExpiries())
                .put("ownExpiries", shadow.tally().ownExpiries())
                .put("worstLateMs", worstLateMs())
                .put("worstLateCoreMs", shadow.tally().worstLateMs());
        return json.mergeIn(shadow.tally().toJson());
    }

    List<String> toLines() {
        final List<String> lines = new ArrayList<>();
        lines.add("shadow     state hash " + stateHash() + " in " + options.into());
        lines.add("offered    " + shadow.offered() + " commands of " + (options.before() + 1) + " to " + lastSequence
                + ", " + shadow.ringFull() + " times to a full ring");
        lines.addAll(shadow.tally().toLines());
        lines.add("expired    " + shadow.tally().ownExpiries() + " holds, " + shadow.recordedExpiries()
                + " in the journal");
        lines.add("late       " + worstLateMs() + " ms at worst, "
                + shadow.tally().worstLateMs() + " ms of core time");
        return lines;
    }

    private String stateHash() {
        return String.format(Locale.ROOT, "%016x", shadow.stateHash());
    }
}
