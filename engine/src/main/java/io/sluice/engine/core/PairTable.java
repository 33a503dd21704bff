package io.sluice.engine.core;

import io.sluice.engine.protocol.RecordHash;

/**
 * A number for each pair of numbers that has one other than 0: an open-addressed table of entries of three, side by side
 * in memory. Entries lie in segments that grow each by itself, so that no single growth keeps the core for long.
 */
final class PairTable {
    private static final int SEGMENT_BITS = 8;
    private static final int SEGMENTS = 1 << SEGMENT_BITS;
    private static final int MIN_SLOTS = 2;

    private static final int NONE = -1;
    private static final int SECOND = 1;
    private static final int VALUE = 2;
    private static final int ENTRY_LONGS = 3;

    private final long[][] segments = new long[SEGMENTS][];
    /** Slots of each segment less one. */
    private final int[] masks = new int[SEGMENTS];

    private final int[] sizes = new int[SEGMENTS];
    private int size;
    /** The pair that was looked for last, and its entry: who asks for a number mostly changes it next. */
    private long lastFirst;

    private long lastSecond;
    private int lastSegment;
    private int lastEntry = NONE;

    /** Makes room for {@code reserved} pairs, which hashes do not share out evenly between the segments. */
    PairTable(final int reserved) {
        final long wanted = (long) reserved * 3 / 2 / SEGMENTS;
        final int slots = (int) Math.max(MIN_SLOTS, Long.highestOneBit(Math.max(1, wanted * 2 - 1)));
        for (int number = 0; number < SEGMENTS; number++) {
            allocate(number, slots);
        }
    }

    /** Pairs that have a number. */
    int size() {
        return size;
    }

    /** The pair's number, 0 when it has none. */
    long get(final long first, final long second) {
        locate(first, second);
        return segments[lastSegment][lastEntry + VALUE];
    }

    /** Looks where a pair of a hash is, whose entry may lie across two lines of the cache; means nothing. */
    long lookAt(final long hash) {
        final long[] segment = segments[segmentOf(hash)];
        final int entry = ((int) hash & masks[segmentOf(hash)]) * ENTRY_LONGS;
        return segment[entry] + segment[entry + VALUE];
    }

    /** Gives the pair another number, 0 to take it away; answers the one it had. */
    long put(final long first, final long second, final long value) {
        locate(first, second);
        final long previous = segments[lastSegment][lastEntry + VALUE];
        change(first, second, value);
        return previous;
    }

    /** Adds to the pair's number. */
    void add(final long first, final long second, final long more) {
        locate(first, second);
        change(first, second, segments[lastSegment][lastEntry + VALUE] + more);
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
        final long[] segment = segments[lastSegment];
        final boolean was = segment[lastEntry + VALUE] != 0;
        write(segment, lastEntry, first, second, value);
        if (was && value == 0) {
            closeGap(lastSegment, lastEntry);
            count(lastSegment, -1);
            lastEntry = NONE;
        } else if (!was && value != 0) {
            count(lastSegment, 1);
        }
    }

    private void count(final int number, final int change) {
        size += change;
        sizes[number] += change;
        if (sizes[number] * 4L > masks[number] * 3L) {
            grow(number);
            lastEntry = NONE;
        }
    }

    /** Starts from a constant: small ids mixed with each other alone would share few hashes, and long probes. */
    static long hash(final long first, final long second) {
        return RecordHash.avalanche(RecordHash.mix(RecordHash.mix(1, first), second));
    }

    private static int segmentOf(final long hash) {
        return (int) (hash >>> (Long.SIZE - SEGMENT_BITS));
    }

    /** Where the pair's entry is, or the free one where it would be. */
    private int find(final int number, final long hash, final long first, final long second) {
        final long[] segment = segments[number];
        final int mask = masks[number];
        int slot = (int) hash & mask;
        int entry = slot * ENTRY_LONGS;
        while (segment[entry + VALUE] != 0 && (segment[entry] != first || segment[entry + SECOND] != second)) {
            slot = (slot + 1) & mask;
            entry = slot * ENTRY_LONGS;
        }
        return entry;
    }

    private void grow(final int number) {
        final long[] old = segments[number];
        allocate(number, (masks[number] + 1) * 2);
        for (int entry = 0; entry < old.length; entry += ENTRY_LONGS) {
            if (old[entry + VALUE] != 0) {
                final long first = old[entry];
                final long second = old[entry + SECOND];
                final int free = find(number, hash(first, second), first, second);
                write(segments[number], free, first, second, old[entry + VALUE]);
            }
        }
    }

    /** Moves later entries of the probe sequence forward, so that none of them becomes unreachable (Knuth, 6.4 R). */
    private void closeGap(final int number, final int freed) {
        final long[] segment = segments[number];
        final int mask = masks[number];
        int gap = freed / ENTRY_LONGS;
        for (int later = (gap + 1) & mask; segment[later * ENTRY_LONGS + VALUE] != 0; later = (later + 1) & mask) {
            final int entry = later * ENTRY_LONGS;
            final int home = (int) hash(segment[entry], segment[entry + SECOND]) & mask;
            if (((later - home) & mask) >= ((later - gap) & mask)) {
                write(segment, gap * ENTRY_LONGS, segment[entry], segment[entry + SECOND], segment[entry + VALUE]);
                gap = later;
            }
        }
        segment[gap * ENTRY_LONGS + VALUE] = 0;
    }

    private static void write(
            final long[] segment, final int entry, final long first, final long second, final long value) {
        segment[entry] = first;
        segment[entry + SECOND] = second;
        segment[entry + VALUE] = value;
    }

    private void allocate(final int number, final int slots) {
        segments[number] = new long[Math.multiplyExact(slots, ENTRY_LONGS)];
        masks[number] = slots - 1;
    }
}
