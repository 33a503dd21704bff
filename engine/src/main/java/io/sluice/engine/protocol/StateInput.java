package io.sluice.engine.protocol;

import org.agrona.MutableDirectBuffer;

/**
 * Gives back what a {@link StateOutput} took, in the same order. One thread. A fault of the storage is an
 * {@link java.io.UncheckedIOException}, and so is asking for more than there is: its cause is then an
 * {@link java.io.EOFException}.
 */
public interface StateInput {
    /** Whether there is anything behind what was taken. */
    boolean hasMore();

    /** Takes the next eight bytes, little-endian. */
    long getLong();

    /** Takes the next four bytes, little-endian. */
    int getInt();

    /** Takes the next {@code length} bytes into {@code buffer} at {@code offset}. */
    void getBytes(MutableDirectBuffer buffer, int offset, int length);
}
