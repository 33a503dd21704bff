package io.sluice.engine.core;

import java.util.Arrays;

/**
 * Where things are, by a 32-bit hash of what they are found by: an open-addressed index of entries that hold the hash and
 * a position. The hash beside the position tells most strangers apart without a look at the things themselves, which no
 * cache holds. Entries lie in segments that grow each by itself, so that no single growth keeps the core for long.
 *
 * <p>A look-up steps over the candidates of a hash with {@link #first} and {@link #next}; the one it stops at may be
 * {@linkplain #remove removed}.
 */
final class HashIndex {
    /** No candidate is left. */
    static final int NONE = -1;

    private static final int SEGMENT_BITS = 8;
    private static final int SEGMENTS = 1 << SEGMENT_BITS;
    private static final int MIN_SLOTS = 16;
    private static final long FREE = 0;

    private final int initialSlots;
    private final long[][] segments = new long[SEGMENTS][];
    private final int[] sizes = new int[SEGMENTS];
    private long[] segment;
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
        segment = segments[number];
        slot = home(wanted);
        return candidate();
    }

    /** The next position under the hash of {@link #first}. */
    int next() {
        slot = behind(slot);
        return candidate();
    }

    private int candidate() {
        while (segment[slot] != FREE && hashOf(segment[slot]) != hash) {
            slot = behind(slot);
        }
        return segment[slot] == FREE ? NONE : (int) segment[slot] - 1;
    }

    /** Adds a position, 0 or more and below 2^31 - 1, under a hash that may have others. */
    void add(final int newHash, final int position) {
        number = newHash >>> (Integer.SIZE - SEGMENT_BITS);
        segment = segments[number];
        if (sizes[number] * 4L > segment.length * 3L) {
            grow();
        }
        enter(((long) newHash << Integer.SIZE) | (position + 1));
        sizes[number]++;
    }

    /** Removes the candidate that a look-up has stopped at; the look-up ends with it. */
    void remove() {
        sizes[number]--;
        closeGap(slot);
    }

    /** Removes all. */
    void clear() {
        for (int i = 0; i < SEGMENTS; i++) {
            segments[i] = new long[initialSlots];
        }
        Arrays.fill(sizes, 0);
    }

    private void grow() {
        final long[] old = segment;
        segment = new long[old.length * 2];
        segments[number] = segment;
        for (final long entry : old) {
            if (entry != FREE) {
                enter(entry);
            }
        }
    }

    private void enter(final long entry) {
        int free = home(hashOf(entry));
        while (segment[free] != FREE) {
            free = behind(free);
        }
        segment[free] = entry;
    }

    /** Moves later entries of the probe sequence forward, so that none of them becomes unreachable (Knuth, 6.4 R). */
    private void closeGap(final int freed) {
        final int mask = segment.length - 1;
        int gap = freed;
        for (int later = behind(gap); segment[later] != FREE; later = behind(later)) {
            final int home = home(hashOf(segment[later]));
            if (((later - home) & mask) >= ((later - gap) & mask)) {
                segment[gap] = segment[later];
                gap = later;
            }
        }
        segment[gap] = FREE;
    }

    private int home(final int ofHash) {
        return ofHash & (segment.length - 1);
    }

    private int behind(final int before) {
        return (before + 1) & (segment.length - 1);
    }

    private static int hashOf(final long entry) {
        return (int) (entry >>> Integer.SIZE);
    }
}
