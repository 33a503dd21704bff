package io.sluice.engine.journal;

import org.agrona.DirectBuffer;

/**
 * Where records go: appended by the core thread, made durable by the sealer thread, read by anybody. A fault of the
 * storage is an {@link java.io.UncheckedIOException}; after one the journal takes nothing more.
 */
public interface Journal extends ReadableJournal {
    /** Appends one sealed record as one document. Core thread only. Allocates nothing in the steady state. */
    void append(DirectBuffer buffer, int offset, int length);

    /**
     * Returns when everything appended before the call is as durable as the journal's {@link Durability} promises.
     * Sealer thread only.
     */
    void force();

    /** The durability that {@link #force()} gives. */
    Durability durability();
}
