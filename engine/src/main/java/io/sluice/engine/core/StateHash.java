package io.sluice.engine.core;

import io.sluice.engine.protocol.RecordHash;
import io.sluice.engine.protocol.StateOutput;
import org.agrona.DirectBuffer;

/** Takes a state only to hash it. */
final class StateHash implements StateOutput {
    private long hash;

    @Override
    public void putLong(final long value) {
        hash = RecordHash.mix(hash, value);
    }

    @Override
    public void putInt(final int value) {
        hash = RecordHash.mix(hash, value);
    }

    @Override
    public void putBytes(final DirectBuffer buffer, final int offset, final int length) {
        hash = RecordHash.mix(hash, RecordHash.of(buffer, offset, length));
    }

    long value() {
        return RecordHash.avalanche(hash);
    }
}
