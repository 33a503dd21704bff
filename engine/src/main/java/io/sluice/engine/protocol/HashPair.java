package io.sluice.engine.protocol;

import org.agrona.DirectBuffer;
import org.agrona.UnsafeApi;

/**
 * The {@linkplain RecordHash hashes} of two runs of bytes, taken side by side: each step of one waits for its multiplication,
 * and the other's fits into the wait. One thread; allocates nothing.
 */
final class HashPair {
    private long first;
    private long second;

    /** Takes two runs of bytes, both in arrays, whose bounds the caller has checked. */
    void take(
            final DirectBuffer one,
            final int oneOffset,
            final int oneLength,
            final DirectBuffer other,
            final int otherOffset,
            final int otherLength) {
        final byte[] oneArray = one.byteArray();
        final byte[] otherArray = other.byteArray();
        final long oneStart = one.addressOffset() + oneOffset;
        final long otherStart = other.addressOffset() + otherOffset;
        final int both = Math.min(oneLength, otherLength) & ~7;
        long oneHash = RecordHash.begin(oneLength);
        long otherHash = RecordHash.begin(otherLength);
        for (long at = 0; at < both; at += Long.BYTES) {
            oneHash = RecordHash.mix(oneHash, RecordHash.littleEndian(UnsafeApi.getLong(oneArray, oneStart + at)));
            otherHash =
                    RecordHash.mix(otherHash, RecordHash.littleEndian(UnsafeApi.getLong(otherArray, otherStart + at)));
        }
        first = RecordHash.finish(one, oneOffset, oneLength, both, oneHash);
        second = RecordHash.finish(other, otherOffset, otherLength, both, otherHash);
    }

    /** Hash of the first run. */
    long first() {
        return first;
    }

    /** Hash of the second run. */
    long second() {
        return second;
    }
}
