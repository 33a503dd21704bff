package io.sluice.engine.protocol;

import org.agrona.DirectBuffer;
import org.agrona.UnsafeApi;

/**
 * The {@linkplain RecordHash hashes} of two runs of bytes, taken side by side: each step of one waits for its multiplication,
 * and the other's fits into the wait. One thread; allocates nothing.
 */
public final class HashPair {
    private long first;
    private long second;

    /** Hashes two runs of bytes. */
    public void take(
            final DirectBuffer one,
            final int oneOffset,
            final int oneLength,
            final DirectBuffer other,
            final int otherOffset,
            final int otherLength) {
        one.boundsCheck(oneOffset, oneLength);
        other.boundsCheck(otherOffset, otherLength);
        first = RecordHash.begin(oneLength);
        second = RecordHash.begin(otherLength);
        final int both = mixBoth(
                one.byteArray(),
                one.addressOffset() + oneOffset,
                other.byteArray(),
                other.addressOffset() + otherOffset,
                Math.min(oneLength, otherLength) & ~7);
        first = RecordHash.finish(one, oneOffset, oneLength, both, first);
        second = RecordHash.finish(other, otherOffset, otherLength, both, second);
    }

    /** Mixes so many bytes of both, if they lie in memory of one kind; returns how many it has mixed. */
    private int mixBoth(
            final byte[] oneArray,
            final long oneStart,
            final byte[] otherArray,
            final long otherStart,
            final int length) {
        if (oneArray != null && otherArray != null) {
            mixArrays(oneArray, oneStart, otherArray, otherStart, length);
            return length;
        }
        if (oneArray == null && otherArray == null) {
            mixMemory(oneStart, otherStart, length);
            return length;
        }
        return 0;
    }

    private void mixArrays(
            final byte[] oneArray,
            final long oneStart,
            final byte[] otherArray,
            final long otherStart,
            final int length) {
        long one = first;
        long other = second;
        for (long at = 0; at < length; at += Long.BYTES) {
            one = RecordHash.mix(one, RecordHash.littleEndian(UnsafeApi.getLong(oneArray, oneStart + at)));
            other = RecordHash.mix(other, RecordHash.littleEndian(UnsafeApi.getLong(otherArray, otherStart + at)));
        }
        first = one;
        second = other;
    }

    private void mixMemory(final long oneStart, final long otherStart, final int length) {
        long one = first;
        long other = second;
        for (long at = 0; at < length; at += Long.BYTES) {
            one = RecordHash.mix(one, RecordHash.littleEndian(UnsafeApi.getLong(oneStart + at)));
            other = RecordHash.mix(other, RecordHash.littleEndian(UnsafeApi.getLong(otherStart + at)));
        }
        first = one;
        second = other;
    }

    /** Hash of the first run. */
    public long first() {
        return first;
    }

    /** Hash of the second run. */
    public long second() {
        return second;
    }
}
