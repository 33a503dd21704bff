package io.sluice.engine.ring;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How values lie between bounds that are given once: for each bound how many were at most it, and their sum. Recording
 * neither waits nor allocates. Any thread.
 */
public final class Distribution {
    private final long[] bounds;
    private final AtomicLongArray counts;
    private final AtomicLong sum = new AtomicLong();

    /**
     * Nothing recorded yet.
     *
     * @param ascendingBounds  the greatest value of each range; what is above the last is counted behind it.
     */
    public Distribution(final long... ascendingBounds) {
        bounds = ascendingBounds.clone();
        counts = new AtomicLongArray(bounds.length + 1);
    }

    /**
     * Adds one value, in the unit of the bounds.
     *
     * @return the range it lies in, from 0.
     */
    public int record(final long value) {
        int range = 0;
        while (range < bounds.length && value > bounds[range]) {
            range++;
        }
        // The sum first: who reads in between then finds no mean below that of what was recorded.
        sum.getAndAdd(value);
        counts.getAndIncrement(range);
        return range;
    }

    /** Ranges, one more than bounds. */
    public int ranges() {
        return bounds.length + 1;
    }

    /** The greatest value of a range, in the unit that was given; {@link Long#MAX_VALUE} for the last. */
    public long bound(final int range) {
        return range < bounds.length ? bounds[range] : Long.MAX_VALUE;
    }

    /** Values in one range, without those of the ranges below. */
    public long count(final int range) {
        return counts.get(range);
    }

    /** All values together. */
    public long sum() {
        return sum.get();
    }
}
