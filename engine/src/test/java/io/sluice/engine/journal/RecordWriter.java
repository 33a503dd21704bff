package io.sluice.engine.journal;

import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFlyweight;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;

/** Appends made-up records: record n says n throughout, and its length depends on n. */
final class RecordWriter {
    /** Noon of the first day. */
    static final long START_MS = TimeUnit.DAYS.toMillis(20_000) + TimeUnit.HOURS.toMillis(12);

    private static final int DECISION_BYTES = 40;

    private final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(4096));
    private final RecordChain chain = new RecordChain();
    private final Journal journal;
    private long timeMs = START_MS;

    RecordWriter(final Journal journal) {
        this.journal = journal;
    }

    /** Goes on behind what a reopened journal holds. */
    static RecordWriter resumed(final ChronicleJournal journal) {
        final RecordWriter writer = new RecordWriter(journal);
        writer.chain.resume(journal.lastSequence(), journal.recoveredTimeMs(), journal.recoveredHash());
        writer.timeMs = Math.max(START_MS, journal.recoveredTimeMs());
        return writer;
    }

    /** Appends records up to {@code lastSequence}, a millisecond apart. */
    RecordWriter to(final long lastSequence) {
        while (chain.sequence() < lastSequence) {
            append();
        }
        return this;
    }

    /** Appends one record. */
    void append() {
        final long sequence = chain.sequence() + 1;
        final int commandBytes = commandBytes(sequence);
        buffer.setMemory(RecordFlyweight.HEADER_LENGTH, commandBytes + DECISION_BYTES, fill(sequence));
        timeMs++;
        final int length = chain.seal(buffer, 0, commandBytes, DECISION_BYTES, timeMs);
        journal.append(buffer, 0, length);
    }

    /** Lets core time pass. */
    RecordWriter later(final long days) {
        timeMs += TimeUnit.DAYS.toMillis(days);
        return this;
    }

    static int commandBytes(final long sequence) {
        return 100 + (int) (sequence % 201);
    }

    static byte fill(final long sequence) {
        return (byte) (sequence % 127);
    }
}
