package io.sluice.engine.core;

import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;

/** Rows of one size, numbered from 1 as they come, of which only the newest are kept: a further one takes the oldest's place. */
final class RecentRows {
    private final int capacity;
    private final Pages rows;
    private long newest;

    /** Keeps {@code capacity} rows, a power of two, with memory set aside for {@code reserved} of them. */
    RecentRows(final int rowBytes, final int capacity, final long reserved) {
        this.capacity = capacity;
        rows = new Pages(rowBytes, Math.min(capacity, reserved));
    }

    /** Number of the newest row, 0 before the first. */
    long newest() {
        return newest;
    }

    /** Number of the oldest row that is kept; above the newest when there is none. */
    long oldest() {
        return Math.max(0, newest - capacity) + 1;
    }

    /** Whether the next row takes the place of the oldest. */
    boolean isFull() {
        return rows.size() == capacity;
    }

    /** Where the next row begins; its bytes are as some earlier one left them. */
    long add() {
        if (!isFull()) {
            rows.add();
        }
        newest++;
        return address(newest);
    }

    /** Where a row that is kept begins. */
    long address(final long number) {
        return rows.address((number - 1) & (capacity - 1));
    }

    void save(final StateOutput output) {
        output.putLong(newest);
        rows.save(output);
    }

    void load(final StateInput input) {
        newest = input.getLong();
        rows.load(input);
        if (rows.size() != Math.min(newest, capacity)) {
            throw new IllegalStateException("rows=" + rows.size() + " of the newest=" + newest);
        }
    }
}
