package io.sluice.engine.core;

import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import org.agrona.UnsafeApi;

/** A count for each pair of numbers that was ever counted, in the order in which pairs came. */
final class CountTable {
    private static final int BYTES = 24;
    private static final int FIRST = 0;
    private static final int SECOND = 8;
    private static final int COUNT = 16;

    private final Pages rows = new Pages(BYTES, 0);
    private final PairTable places = new PairTable(0);

    boolean isEmpty() {
        return rows.size() == 0;
    }

    /** Number of pairs. */
    long size() {
        return rows.size();
    }

    long get(final long first, final long second) {
        final long place = places.get(first, second);
        return place == 0 ? 0 : UnsafeApi.getLong(rows.address(place - 1) + COUNT);
    }

    void add(final long first, final long second, final long more) {
        long place = places.get(first, second);
        if (place == 0) {
            place = rows.add() + 1;
            final long address = rows.address(place - 1);
            UnsafeApi.putLong(address + FIRST, first);
            UnsafeApi.putLong(address + SECOND, second);
            UnsafeApi.putLong(address + COUNT, 0);
            places.put(first, second, place);
        }
        final long count = rows.address(place - 1) + COUNT;
        UnsafeApi.putLong(count, UnsafeApi.getLong(count) + more);
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
