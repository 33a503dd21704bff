package io.sluice.engine.core;

import org.agrona.UnsafeApi;

/** A count for each pair of numbers that was ever counted. */
final class CountTable extends PairRows {
    private static final int COUNT = BEHIND_PAIR;

    CountTable() {
        super(1, 0);
    }

    long get(final long first, final long second) {
        final long row = find(first, second);
        return row == NONE ? 0 : UnsafeApi.getLong(row + COUNT);
    }

    void add(final long first, final long second, final long more) {
        final long count = findOrAdd(first, second) + COUNT;
        UnsafeApi.putLong(count, UnsafeApi.getLong(count) + more);
    }
}
