package io.sluice.engine;

import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFlyweight;
import org.agrona.LangUtil;
import org.agrona.concurrent.UnsafeBuffer;

/** Gives out some records, each in the place of the one before, and then nothing or a fault. */
final class OneBufferReader implements JournalReader {
    private static final int BEFORE = 24;
    private static final int BYTES = 1 << 15;

    private final RecordChain chain = new RecordChain();
    private final RecordFlyweight record = new RecordFlyweight();
    /** Not at the array's beginning: a reader may cut its records out of a longer one. */
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[BEFORE + BYTES], BEFORE, BYTES);

    private final int records;
    private final int commandLength;
    private Throwable fault;
    private volatile long given;

    OneBufferReader(final int records, final int commandLength) {
        this.records = records;
        this.commandLength = commandLength;
    }

    /** What is thrown behind the last record. */
    OneBufferReader endWith(final Throwable thrown) {
        fault = thrown;
        return this;
    }

    /** Number of the record given out last. Any thread. */
    long sequence() {
        return given;
    }

    @Override
    public RecordFlyweight next() {
        if (chain.sequence() == records) {
            if (fault != null) {
                LangUtil.rethrowUnchecked(fault);
            }
            return null;
        }
        chain.seal(buffer, 0, commandLength, 100, 1);
        given = chain.sequence();
        return record.wrap(buffer, 0);
    }

    @Override
    public long hash() {
        return chain.hash();
    }

    @Override
    public void close() {}
}
