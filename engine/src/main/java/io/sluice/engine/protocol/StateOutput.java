package io.sluice.engine.protocol;

import org.agrona.DirectBuffer;

/**
 * Takes the state of the core, value by value, for a snapshot. One thread. Nothing is marked: whoever reads must ask for
 * the same kinds of value in the same order. A fault of the storage is an {@link java.io.UncheckedIOException}.
 */
public interface StateOutput {
    /** Appends eight bytes, little-endian. */
    void putLong(long value);

    /** Appends four bytes, little-endian. */
    void putInt(int value);

    /** Appends {@code length} bytes; how many there are is the caller's to write before them. */
    void putBytes(DirectBuffer buffer, int offset, int length);

    /** Appends {@code length} bytes, and behind them as many others: for who can take them side by side. */
    default void putBytes(
            final DirectBuffer one,
            final int oneOffset,
            final DirectBuffer other,
            final int otherOffset,
            final int length) {
        putBytes(one, oneOffset, length);
        putBytes(other, otherOffset, length);
    }
}
