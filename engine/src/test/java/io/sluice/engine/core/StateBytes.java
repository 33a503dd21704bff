package io.sluice.engine.core;

import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/** A state saved in memory, to be loaded once, or again once it is rewound. */
public final class StateBytes implements StateOutput, StateInput {
    private final ExpandableArrayBuffer bytes = new ExpandableArrayBuffer();
    private int written;
    private int read;

    @Override
    public void putLong(final long value) {
        bytes.putLong(written, value);
        written += Long.BYTES;
    }

    @Override
    public void putInt(final int value) {
        bytes.putInt(written, value);
        written += Integer.BYTES;
    }

    @Override
    public void putBytes(final DirectBuffer buffer, final int offset, final int length) {
        bytes.putBytes(written, buffer, offset, length);
        written += length;
    }

    @Override
    public boolean hasMore() {
        return read < written;
    }

    @Override
    public long getLong() {
        read += Long.BYTES;
        return bytes.getLong(read - Long.BYTES);
    }

    @Override
    public int getInt() {
        read += Integer.BYTES;
        return bytes.getInt(read - Integer.BYTES);
    }

    @Override
    public void getBytes(final MutableDirectBuffer buffer, final int offset, final int length) {
        bytes.getBytes(read, buffer, offset, length);
        read += length;
    }

    /** To be loaded from its beginning. */
    public StateBytes rewind() {
        read = 0;
        return this;
    }

    /** Whether everything that was saved has been loaded again. */
    public boolean isUsedUp() {
        return read == written;
    }
}
