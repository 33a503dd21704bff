package io.sluice.engine.core;

import io.sluice.engine.protocol.HashPair;
import io.sluice.engine.protocol.RecordHash;
import io.sluice.engine.protocol.StateOutput;
import org.agrona.DirectBuffer;

/** Takes a state only to hash and to measure it. */
public final class StateHash implements StateOutput {
    private final HashPair pair = new HashPair();
    private long hash;
    private long bytes;

    @Override
    public void putLong(final long value) {
        bytes += Long.BYTES;
        hash = RecordHash.mix(hash, value);
    }

    @Override
    public void putInt(final int value) {
        bytes += Integer.BYTES;
        hash = RecordHash.mix(hash, value);
    }

    @Override
    public void putBytes(final DirectBuffer buffer, final int offset, final int length) {
        bytes += length;
        hash = RecordHash.mix(hash, RecordHash.of(buffer, offset, length));
    }

    @Override
    public void putBytes(
            final DirectBuffer one,
            final int oneOffset,
            final DirectBuffer other,
            final int otherOffset,
            final int length) {
        bytes += 2L * length;
        pair.take(one, oneOffset, length, other, otherOffset, length);
        hash = RecordHash.mix(RecordHash.mix(hash, pair.first()), pair.second());
    }

    /** Bytes of the state. */
    public long bytes() {
        return bytes;
    }

    /** Hash of the state: equal states have equal hashes. */
    public long value() {
        return RecordHash.avalanche(hash);
    }
}
