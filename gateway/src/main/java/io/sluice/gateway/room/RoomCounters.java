package io.sluice.gateway.room;

import java.util.concurrent.atomic.LongAdder;

/** The values of every {@link RoomCounter}. Any thread. */
public final class RoomCounters {
    private final LongAdder[] values = new LongAdder[RoomCounter.values().length];

    /** All at 0. */
    public RoomCounters() {
        for (int i = 0; i < values.length; i++) {
            values[i] = new LongAdder();
        }
    }

    /** How much was counted so far. */
    public long get(final RoomCounter counter) {
        return values[counter.ordinal()].sum();
    }

    void increment(final RoomCounter counter) {
        values[counter.ordinal()].increment();
    }

    void add(final RoomCounter counter, final long count) {
        values[counter.ordinal()].add(count);
    }
}
