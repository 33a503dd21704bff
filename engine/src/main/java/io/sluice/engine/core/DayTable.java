package io.sluice.engine.core;

import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import org.agrona.UnsafeApi;

/** How much of a daily allowance each pair of numbers has had on the newest day that it was asked about. */
final class DayTable {
    private static final int BYTES = 32;
    private static final int FIRST = 0;
    private static final int SECOND = 8;
    private static final int DAY = 16;
    private static final int TAKEN = 24;

    private final Pages rows;
    private final PairTable places;

    /** Sets memory aside for as many pairs. */
    DayTable(final int reserved) {
        rows = new Pages(BYTES, reserved);
        places = new PairTable(reserved);
    }

    /** Takes up to {@code wanted} of what is left of the day's {@code most}; answers how much. */
    int take(final long first, final long second, final long day, final int wanted, final int most) {
        long place = places.get(first, second);
        if (place == 0) {
            place = rows.add() + 1;
            places.put(first, second, place);
            final long added = rows.address(place - 1);
            UnsafeApi.putLong(added + FIRST, first);
            UnsafeApi.putLong(added + SECOND, second);
            UnsafeApi.putLong(added + DAY, day);
            UnsafeApi.putLong(added + TAKEN, 0);
        }
        final long address = rows.address(place - 1);
        final long had = UnsafeApi.getLong(address + DAY) == day ? UnsafeApi.getLong(address + TAKEN) : 0;
        final int taken = (int) Math.max(0, Math.min(wanted, most - had));
        UnsafeApi.putLong(address + DAY, day);
        UnsafeApi.putLong(address + TAKEN, had + taken);
        return taken;
    }

    void save(final StateOutput output) {
        rows.save(output);
    }

    void load(final StateInput input) {
        rows.load(input);
    }

    /** Makes the pairs findable that were loaded. */
    void index() {
        for (long row = 0; row < rows.size(); row++) {
            final long address = rows.address(row);
            places.put(UnsafeApi.getLong(address + FIRST), UnsafeApi.getLong(address + SECOND), row + 1);
        }
    }
}
