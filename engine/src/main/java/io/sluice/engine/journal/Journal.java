package io.sluice.engine.journal;

import org.agrona.DirectBuffer;

/**
 * Where records go: appended by the core thread, made durable by the sealer thread, read by anybody. A fault of the
 * storage is an {@link java.io.UncheckedIOException}; after one the journal takes nothing more.
 */
public interface Journal extends AutoCloseable {
    /** Appends one sealed record as one document. Core thread only. Allocates nothing in the steady state. */
    void append(DirectBuffer buffer, int offset, int length);

    /**
     * Returns when everything appended before the call is as durable as the journal's {@link Durability} promises.
     * Sealer thread only.
     */
    void force();

    /** The durability that {@link #force()} gives. */
    Durability durability();

    /** A new reader of this journal, positioned before the record {@code fromSequence}. For one thread. */
    JournalReader reader(long fromSequence);

    /** Number of the oldest record that is still here, 0 when there is none. */
    long firstSequence();

    /** Number of the newest record that was appended, 0 when there is none. */
    long lastSequence();

    @Override
    void close();
}
