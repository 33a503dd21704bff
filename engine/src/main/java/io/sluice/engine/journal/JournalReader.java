package io.sluice.engine.journal;

import io.sluice.engine.protocol.RecordFlyweight;

/** Reads records in order, one at a time. For one thread. */
public interface JournalReader extends AutoCloseable {
    /**
     * Steps to the next record.
     *
     * @return the record, in an array ({@code buffer().byteArray()}) and valid until the next call; null when the reader has
     *     reached the end for now.
     * @throws JournalFaultException when the bytes there are not the next record of the chain.
     */
    RecordFlyweight next();

    /** Hash of the record that {@link #next} gave out last. */
    long hash();

    @Override
    void close();
}
