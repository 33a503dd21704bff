package io.sluice.engine.core;

import java.util.Arrays;
import java.util.function.LongConsumer;
import org.agrona.UnsafeApi;

/**
 * Where things are, by a 32-bit hash of what they are found by: an open-addressed index of entries that hold the hash and
 * a position. The hash beside the position tells most strangers apart without a look at the things themselves, which no
 * cache holds. Entries lie in {@link Segments}.
 *
 * <p>A look-up steps over the candidates of a hash with {@link #first} and {@link #next}.
 */
final class HashIndex {
    /** No candidate is left. */
    static final int NONE = -1;

    private static final long FREE = 0;

    private final Segments segments;
    private final int[] sizes = new int[Segments.COUNT];
    private final LongConsumer reenter = this::reenter;
    private int number;
    private int slot;
    private int hash;

    /** Makes room for {@code reserved} entries. */
    HashIndex(final int reserved) {
        segments = new Segments(Long.BYTES, reserved);
    }

    /** The first position under a hash, {@link #NONE} if there is none. */
    int first(final int wanted) {
        hash = wanted;
        number = segmentOf(wanted);
        return candidate(wanted & segments.mask(number));
    }

    /** The next position under the hash of {@link #first}. */
    int next() {
        return candidate((slot + 1) & segments.mask(number));
    }

    /** Where in memory the entries of a hash begin, until one is added: for who looks there beforehand. */
    long address(final int expected) {
        final int segment = segmentOf(expected);
        return segments.address(segment, expected & segments.mask(segment));
    }

    private int candidate(final int from) {
        final int mask = segments.mask(number);
        int at = from;
        long entry = entryAt(number, at);
        while (entry != FREE && hashOf(entry) != hash) {
            at = (at + 1) & mask;
            entry = entryAt(number, at);
        }
        slot = at;
        return entry == FREE ? NONE : (int) entry - 1;
    }

    /** Adds a position, 0 or more and below 2^31 - 1, under a hash that may have others. */
    void add(final int newHash, final int position) {
        final int to = segmentOf(newHash);
        if (segments.isFull(to, ++sizes[to])) {
            segments.grow(to, reenter);
        }
        enter(entry(newHash, position));
    }

    /**
     * Begins anew with the positions from 0 on, of which the hashes are given. They are entered segment by segment, each as
     * large as it has to be: no cache holds all segments, and one at a time it does.
     */
    void fill(final int[] hashes) {
        Arrays.fill(sizes, 0);
        for (final int each : hashes) {
            sizes[segmentOf(each)]++;
        }
        segments.clear(sizes);
        final int[] ends = new int[Segments.COUNT];
        for (int i = 1; i < Segments.COUNT; i++) {
            ends[i] = ends[i - 1] + sizes[i - 1];
        }
        final long[] sorted = new long[hashes.length];
        for (int position = 0; position < hashes.length; position++) {
            sorted[ends[segmentOf(hashes[position])]++] = entry(hashes[position], position);
        }
        for (final long entry : sorted) {
            enter(entry);
        }
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
        closeGap();
    }

    private void reenter(final long address) {
        final long entry = UnsafeApi.getLong(address);
        if (entry != FREE) {
            enter(entry);
        }
    }

    private void enter(final long entry) {
        final int segment = segmentOf(hashOf(entry));
        final int mask = segments.mask(segment);
        int free = hashOf(entry) & mask;
        while (entryAt(segment, free) != FREE) {
            free = (free + 1) & mask;
        }
        put(segment, free, entry);
    }

    /** Moves later entries of the probe sequence forward, so that none of them becomes unreachable (Knuth, 6.4 R). */
    private void closeGap() {
        final int mask = segments.mask(number);
        int gap = slot;
        for (int later = (gap + 1) & mask; entryAt(number, later) != FREE; later = (later + 1) & mask) {
            final int home = hashOf(entryAt(number, later)) & mask;
            if (((later - home) & mask) >= ((later - gap) & mask)) {
                put(number, gap, entryAt(number, later));
                gap = later;
            }
        }
        put(number, gap, FREE);
    }

    private long entryAt(final int segment, final int at) {
        return UnsafeApi.getLong(segments.address(segment, at));
    }

    private void put(final int segment, final int at, final long entry) {
        UnsafeApi.putLong(segments.address(segment, at), entry);
    }

    private static int segmentOf(final int hash) {
        return hash >>> (Integer.SIZE - Segments.BITS);
    }

    private static int hashOf(final long entry) {
        return (int) (entry >>> Integer.SIZE);
    }
}
