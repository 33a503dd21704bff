package io.sluice.engine.core;

import java.util.Arrays;

/**
 * Where things are, by a 32-bit hash of what they are found by: an open-addressed index of entries that hold the hash and
 * a position. The hash beside the position tells most strangers apart without a look at the things themselves, which no
 * cache holds. Entries lie in segments that grow each by itself, so that no single growth keeps the core for long.
 *
 * <p>A look-up steps over the candidates of a hash with {@link #first} and {@link #next}.
 */
final class HashIndex {
    /** No candidate is left. */
    static final int NONE = -1;

    private static final int SEGMENT_BITS = 8;
    private static final int SEGMENTS = 1 << SEGMENT_BITS;
    private static final int MIN_SLOTS = 8;
    private static final long FREE = 0;

    private final int initialSlots;
    private final long[][] segments = new long[SEGMENTS][];
    /**
     * Slots of each segment less one. The length that stands in the segment itself would have to be waited for, in a line of
     * the cache of its own, before the place of an entry is known.
     */
    private final int[] masks = new int[SEGMENTS];

    private final int[] sizes = new int[SEGMENTS];
    private int number;
    private int slot;
    private int hash;

    /** Makes room for {@code reserved} entries, which hashes do not share out evenly between the segments. */
    HashIndex(final int reserved) {
        final long slots = (long) reserved * 3 / 2 / SEGMENTS;
        initialSlots = (int) Math.max(MIN_SLOTS, Long.highestOneBit(Math.max(1, slots * 2 - 1)));
        clear();
    }

    /** The first position under a hash, {@link #NONE} if there is none. */
    int first(final int wanted) {
        hash = wanted;
        number = wanted >>> (Integer.SIZE - SEGMENT_BITS);
        return candidate(segments[number], masks[number], wanted & masks[number]);
    }

    /** The next position under the hash of {@link #first}. */
    int next() {
        return candidate(segments[number], masks[number], (slot + 1) & masks[number]);
    }

    /** Looks where the entries of a hash begin; means nothing. */
    long lookAt(final int expected) {
        final int segment = expected >>> (Integer.SIZE - SEGMENT_BITS);
        return segments[segment][expected & masks[segment]];
    }

    private int candidate(final long[] segment, final int mask, final int from) {
        int at = from;
        while (segment[at] != FREE && hashOf(segment[at]) != hash) {
            at = (at + 1) & mask;
        }
        slot = at;
        return segment[at] == FREE ? NONE : (int) segment[at] - 1;
    }

    /** Adds a position, 0 or more and below 2^31 - 1, under a hash that may have others. */
    void add(final int newHash, final int position) {
        final int to = newHash >>> (Integer.SIZE - SEGMENT_BITS);
        if (sizes[to] * 4L > (masks[to] + 1L) * 3L) {
            grow(to);
        }
        enter(segments[to], masks[to], entry(newHash, position));
        sizes[to]++;
    }

    /**
     * Begins anew with the positions from 0 on, of which the hashes are given. They are entered segment by segment, each as
     * large as it has to be: no cache holds all segments, and one at a time it does.
     */
    void fill(final int[] hashes) {
        final int[] ends = new int[SEGMENTS];
        for (final int each : hashes) {
            ends[each >>> (Integer.SIZE - SEGMENT_BITS)]++;
        }
        for (int i = 0; i < SEGMENTS; i++) {
            sizes[i] = ends[i];
            allocate(i, slotsFor(ends[i]));
            ends[i] = i == 0 ? 0 : ends[i - 1] + sizes[i - 1];
        }
        final long[] sorted = new long[hashes.length];
        for (int position = 0; position < hashes.length; position++) {
            final int to = hashes[position] >>> (Integer.SIZE - SEGMENT_BITS);
            sorted[ends[to]++] = entry(hashes[position], position);
        }
        for (int i = 0, next = 0; i < SEGMENTS; i++) {
            for (; next < ends[i]; next++) {
                enter(segments[i], masks[i], sorted[next]);
            }
        }
    }

    private int slotsFor(final int entries) {
        int slots = initialSlots;
        while (entries * 4L > slots * 3L) {
            slots *= 2;
        }
        return slots;
    }

    private static long entry(final int hash, final int position) {
        return ((long) hash << Integer.SIZE) | (position + 1);
    }

    /**
     * Removes a position from under its hash.
     *
     * @throws IllegalStateException when it is not there.
     */
    void remove(final int itsHash, final int position) {
        int candidate = first(itsHash);
        while (candidate != position) {
            if (candidate == NONE) {
                throw new IllegalStateException("the index has lost position=" + position);
            }
            candidate = next();
        }
        sizes[number]--;
        closeGap(segments[number], masks[number], slot);
    }

    /** Removes all. */
    void clear() {
        for (int i = 0; i < SEGMENTS; i++) {
            allocate(i, initialSlots);
        }
        Arrays.fill(sizes, 0);
    }

    private void grow(final int grown) {
        final long[] old = segments[grown];
        allocate(grown, old.length * 2);
        for (final long entry : old) {
            if (entry != FREE) {
                enter(segments[grown], masks[grown], entry);
            }
        }
    }

    private void allocate(final int segment, final int slots) {
        segments[segment] = new long[slots];
        masks[segment] = slots - 1;
    }

    private static void enter(final long[] segment, final int mask, final long entry) {
        int free = hashOf(entry) & mask;
        while (segment[free] != FREE) {
            free = (free + 1) & mask;
        }
        segment[free] = entry;
    }

    /** Moves later entries of the probe sequence forward, so that none of them becomes unreachable (Knuth, 6.4 R). */
    private static void closeGap(final long[] segment, final int mask, final int freed) {
        int gap = freed;
        for (int later = (gap + 1) & mask; segment[later] != FREE; later = (later + 1) & mask) {
            final int home = hashOf(segment[later]) & mask;
            if (((later - home) & mask) >= ((later - gap) & mask)) {
                segment[gap] = segment[later];
                gap = later;
            }
        }
        segment[gap] = FREE;
    }

    private static int hashOf(final long entry) {
        return (int) (entry >>> Integer.SIZE);
    }
}
