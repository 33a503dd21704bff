package io.sluice.engine.protocol;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.UnsafeApi;

/**
 * A 64-bit hash of bytes: eight at a time through a multiply and fold, the length mixed in, and a final avalanche
 * (the finaliser is the 64-bit one of MurmurHash3). It chains records and fingerprints bodies; it is no defence against
 * somebody who may write the journal.
 */
public final class RecordHash {
    private static final long SEED = 0x9E3779B97F4A7C15L;
    private static final long FACTOR = 0xD6E8FEB86659FD93L;

    private RecordHash() {}

    /** Hash of {@code length} bytes at {@code offset}. Any thread; allocates nothing. */
    public static long of(final DirectBuffer buffer, final int offset, final int length) {
        return of(buffer, offset, length, SEED);
    }

    /** As {@link #of(DirectBuffer, int, int)}, another function for each {@code seed}. */
    public static long of(final DirectBuffer buffer, final int offset, final int length, final long seed) {
        buffer.boundsCheck(offset, length);
        return finish(buffer, offset, length, 0, seed ^ length);
    }

    /** What the hash of {@code length} bytes begins with. */
    static long begin(final int length) {
        return SEED ^ length;
    }

    /** The hash of {@code length} bytes, of which the first {@code done}, whole words, are in {@code begun} already. */
    static long finish(
            final DirectBuffer buffer, final int offset, final int length, final int done, final long begun) {
        final byte[] array = buffer.byteArray();
        final long start = buffer.addressOffset() + offset;
        final long end = start + (length & ~7);
        // Two loops: one over memory of either kind could keep nothing in registers.
        final long hash =
                array == null ? mixMemory(start + done, end, begun) : mixArray(array, start + done, end, begun);
        return avalanche(mix(hash, rest(buffer, offset, length)));
    }

    private static long mixMemory(final long start, final long end, final long begun) {
        long hash = begun;
        for (long address = start; address < end; address += Long.BYTES) {
            hash = mix(hash, littleEndian(UnsafeApi.getLong(address)));
        }
        return hash;
    }

    private static long mixArray(final byte[] array, final long start, final long end, final long begun) {
        long hash = begun;
        for (long address = start; address < end; address += Long.BYTES) {
            hash = mix(hash, littleEndian(UnsafeApi.getLong(array, address)));
        }
        return hash;
    }

    static long littleEndian(final long word) {
        return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? word : Long.reverseBytes(word);
    }

    /** The bytes behind the last whole word as a big-endian number, taken out of the last eight where there are so many. */
    private static long rest(final DirectBuffer buffer, final int offset, final int length) {
        final int end = offset + length;
        final int from = offset + (length & ~7);
        if (length >= Long.BYTES) {
            final long last = buffer.getLong(end - Long.BYTES, ByteOrder.BIG_ENDIAN);
            return last & ((1L << ((end - from) * Byte.SIZE)) - 1);
        }
        long rest = 0;
        for (int index = from; index < end; index++) {
            rest = (rest << Byte.SIZE) | (buffer.getByte(index) & 0xFF);
        }
        return rest;
    }

    /** One step: {@code hash} with {@code value} mixed in. Start from any constant, end with {@link #avalanche}. */
    public static long mix(final long hash, final long value) {
        final long product = (hash ^ value) * FACTOR;
        return Long.rotateLeft(product, 29) + (product >>> 32);
    }

    /** Spreads every bit of {@code hash} over all of them. */
    public static long avalanche(final long hash) {
        long spread = hash;
        spread = (spread ^ (spread >>> 33)) * 0xFF51AFD7ED558CCDL;
        spread = (spread ^ (spread >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return spread ^ (spread >>> 33);
    }
}
