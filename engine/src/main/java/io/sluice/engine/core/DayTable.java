package io.sluice.engine.core;

import org.agrona.UnsafeApi;

/** How much of a daily allowance each pair of numbers has had on the newest day that it was asked about. */
final class DayTable extends PairRows {
    private static final int DAY = BEHIND_PAIR;
    private static final int TAKEN = DAY + Long.BYTES;

    /** Sets memory aside for as many pairs. */
    DayTable(final int reserved) {
        super(2, reserved);
    }

    /** Takes up to {@code wanted} of what is left of the day's {@code most}; answers how much. */
    int take(final long first, final long second, final long day, final int wanted, final int most) {
        final long row = findOrAdd(first, second);
        final long had = UnsafeApi.getLong(row + DAY) == day ? UnsafeApi.getLong(row + TAKEN) : 0;
        final int taken = (int) Math.max(0, Math.min(wanted, most - had));
        UnsafeApi.putLong(row + DAY, day);
        UnsafeApi.putLong(row + TAKEN, had + taken);
        return taken;
    }
}
