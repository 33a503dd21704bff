package io.sluice.engine.core;

import io.sluice.engine.protocol.RecordHash;
import java.util.function.LongConsumer;
import org.agrona.UnsafeApi;

/**
 * A number for each pair of numbers that has one other than 0: an open-addressed table of entries of three, side by side
 * in {@link Segments}.
 */
final class PairTable {
    private static final int FIRST = 0;
    private static final int SECOND = 8;
    private static final int VALUE = 16;
    static final int ENTRY_BYTES = 24;

    /** In place of the address of an entry that was not looked for yet, or may have moved since. */
    private static final long NONE = 0;

    private final Segments segments;
    private final int[] sizes = new int[Segments.COUNT];
    private final LongConsumer reenter = this::reenter;
    private int size;
    /** The pair that was looked for last, and its entry: who asks for a number mostly changes it next. */
    private long lastFirst;

    private long lastSecond;
    private int lastSegment;
    private long lastEntry = NONE;

    /** Makes room for {@code reserved} pairs. */
    PairTable(final int reserved) {
        segments = new Segments(ENTRY_BYTES, reserved);
    }

    /** Pairs that have a number. */
    int size() {
        return size;
    }

    /** The pair's number, 0 when it has none. */
    long get(final long first, final long second) {
        locate(first, second);
        return value(lastEntry);
    }

    /** Where in memory a pair of a hash is, until a pair gets its first number: for who looks there beforehand. */
    long address(final long hash) {
        final int segment = segmentOf(hash);
        return segments.address(segment, (int) hash & segments.mask(segment));
    }

    /** Gives the pair another number, 0 to take it away; answers the one it had. */
    long put(final long first, final long second, final long value) {
        locate(first, second);
        final long previous = value(lastEntry);
        change(first, second, value);
        return previous;
    }

    /** Adds to the pair's number. */
    void add(final long first, final long second, final long more) {
        locate(first, second);
        change(first, second, value(lastEntry) + more);
    }

    private void locate(final long first, final long second) {
        if (lastEntry == NONE || first != lastFirst || second != lastSecond) {
            final long hash = hash(first, second);
            lastFirst = first;
            lastSecond = second;
            lastSegment = segmentOf(hash);
            lastEntry = find(lastSegment, hash, first, second);
        }
    }

    /** Changes the number of the pair that was located. */
    private void change(final long first, final long second, final long value) {
        final boolean was = value(lastEntry) != 0;
        write(lastEntry, first, second, value);
        if (was && value == 0) {
            closeGap(lastSegment, lastEntry);
            count(lastSegment, -1);
            lastEntry = NONE;
        } else if (!was && value != 0) {
            count(lastSegment, 1);
        }
    }

    private void count(final int segment, final int change) {
        size += change;
        sizes[segment] += change;
        if (segments.isFull(segment, sizes[segment])) {
            segments.grow(segment, reenter);
            lastEntry = NONE;
        }
    }

    /** Starts from a constant: small ids mixed with each other alone would share few hashes, and long probes. */
    static long hash(final long first, final long second) {
        return RecordHash.avalanche(RecordHash.mix(RecordHash.mix(1, first), second));
    }

    private static int segmentOf(final long hash) {
        return (int) (hash >>> (Long.SIZE - Segments.BITS));
    }

    /** Where the pair's entry is, or the free one where it would be. */
    private long find(final int segment, final long hash, final long first, final long second) {
        final int mask = segments.mask(segment);
        int slot = (int) hash & mask;
        long entry = segments.address(segment, slot);
        while (value(entry) != 0 && (first(entry) != first || second(entry) != second)) {
            slot = (slot + 1) & mask;
            entry = segments.address(segment, slot);
        }
        return entry;
    }

    private void reenter(final long entry) {
        if (value(entry) != 0) {
            final long hash = hash(first(entry), second(entry));
            final long free = find(segmentOf(hash), hash, first(entry), second(entry));
            write(free, first(entry), second(entry), value(entry));
        }
    }

    /** Moves later entries of the probe sequence forward, so that none of them becomes unreachable (Knuth, 6.4 R). */
    private void closeGap(final int segment, final long freed) {
        final int mask = segments.mask(segment);
        int gap = (int) ((freed - segments.address(segment, 0)) / ENTRY_BYTES);
        for (int later = (gap + 1) & mask; value(segments.address(segment, later)) != 0; later = (later + 1) & mask) {
            final long entry = segments.address(segment, later);
            final int home = (int) hash(first(entry), second(entry)) & mask;
            if (((later - home) & mask) >= ((later - gap) & mask)) {
                write(segments.address(segment, gap), first(entry), second(entry), value(entry));
                gap = later;
            }
        }
        UnsafeApi.putLong(segments.address(segment, gap) + VALUE, 0);
    }

    private static long first(final long entry) {
        return UnsafeApi.getLong(entry + FIRST);
    }

    private static long second(final long entry) {
        return UnsafeApi.getLong(entry + SECOND);
    }

    private static long value(final long entry) {
        return UnsafeApi.getLong(entry + VALUE);
    }

    private static void write(final long entry, final long first, final long second, final long value) {
        UnsafeApi.putLong(entry + FIRST, first);
        UnsafeApi.putLong(entry + SECOND, second);
        UnsafeApi.putLong(entry + VALUE, value);
    }
}
