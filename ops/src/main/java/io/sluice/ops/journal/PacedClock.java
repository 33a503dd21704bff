package io.sluice.ops.journal;

import java.util.function.LongSupplier;

/** Nanoseconds that pass some times as fast as real ones, or not at all. One thread sets the pace, any may ask. */
final class PacedClock implements LongSupplier {
    private volatile Leg leg = new Leg(System.nanoTime(), 0, 0);

    /** Since {@code fromNs}, when this clock showed {@code atNs}, it runs {@code pace} times as fast as System.nanoTime. */
    private record Leg(long fromNs, long atNs, int pace) {
        long at(final long realNs) {
            return atNs + (realNs - fromNs) * pace;
        }
    }

    /** From now on it runs so many times as fast as real time; 0 is standstill, and the beginning. */
    void pace(final int times) {
        if (times != leg.pace()) {
            final long realNs = System.nanoTime();
            leg = new Leg(realNs, leg.at(realNs), times);
        }
    }

    @Override
    public long getAsLong() {
        return leg.at(System.nanoTime());
    }
}
