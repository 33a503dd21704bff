package io.sluice.engine.core;

import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import java.util.function.LongPredicate;
import org.agrona.UnsafeApi;

/** A row of longs for each pair of numbers that was added, in the order in which pairs came, unless some were removed. */
abstract class PairRows {
    /** In place of the address of a row that there is not. */
    static final long NONE = 0;

    /** Where in a row the first long behind its pair lies. */
    static final int BEHIND_PAIR = 2 * Long.BYTES;

    private static final int FIRST = 0;
    private static final int SECOND = Long.BYTES;

    private final int longs;
    private final Pages rows;
    private final PairTable places;

    /** Rows of so many longs behind the pair, with memory set aside for {@code reserved} of them. */
    PairRows(final int longs, final int reserved) {
        this.longs = longs;
        rows = new Pages(BEHIND_PAIR + longs * Long.BYTES, reserved);
        places = new PairTable(reserved);
    }

    /** Number of pairs. */
    final long size() {
        return rows.size();
    }

    final boolean isEmpty() {
        return size() == 0;
    }

    final void save(final StateOutput output) {
        rows.save(output);
    }

    final void load(final StateInput input) {
        rows.load(input);
    }

    /** Makes the pairs findable that were loaded. */
    final void index() {
        for (long row = 0; row < rows.size(); row++) {
            final long address = rows.address(row);
            places.put(UnsafeApi.getLong(address + FIRST), UnsafeApi.getLong(address + SECOND), row + 1);
        }
    }

    /** Where a pair's row begins, {@link #NONE} when it has none. */
    final long find(final long first, final long second) {
        final long place = places.get(first, second);
        return place == 0 ? NONE : rows.address(place - 1);
    }

    /** Where a pair's row begins; one that it had not is all 0 behind the pair. */
    final long findOrAdd(final long first, final long second) {
        final long found = find(first, second);
        return found == NONE ? add(first, second) : found;
    }

    /**
     * Removes each row whose pair has a second number of these, of up to {@code most} rows before {@code end}, the last first; the
     * last row of all takes its place, so that there are no gaps.
     *
     * @return where it stopped: the end for the next call, 0 when every row before was looked at.
     */
    final long removeSeconds(final long end, final int most, final LongPredicate gone) {
        final long begin = Math.max(0, end - most);
        for (long row = end - 1; row >= begin; row--) {
            final long address = rows.address(row);
            if (gone.test(UnsafeApi.getLong(address + SECOND))) {
                places.put(UnsafeApi.getLong(address + FIRST), UnsafeApi.getLong(address + SECOND), 0);
                takeLast(row, address);
            }
        }
        return begin;
    }

    private void takeLast(final long row, final long address) {
        final long last = rows.size() - 1;
        if (row < last) {
            UnsafeApi.copyMemory(rows.address(last), address, BEHIND_PAIR + (long) longs * Long.BYTES);
            places.put(UnsafeApi.getLong(address + FIRST), UnsafeApi.getLong(address + SECOND), row + 1);
        }
        rows.removeLast();
    }

    /** Visits all rows, in their order. */
    final void forEachRow(final RowVisitor visitor) {
        for (long row = 0; row < rows.size(); row++) {
            final long address = rows.address(row);
            visitor.onRow(UnsafeApi.getLong(address + FIRST), UnsafeApi.getLong(address + SECOND), address);
        }
    }

    private long add(final long first, final long second) {
        final long row = rows.add();
        final long address = rows.address(row);
        UnsafeApi.putLong(address + FIRST, first);
        UnsafeApi.putLong(address + SECOND, second);
        for (int i = 0; i < longs; i++) {
            UnsafeApi.putLong(address + BEHIND_PAIR + (long) i * Long.BYTES, 0);
        }
        places.put(first, second, row + 1);
        return address;
    }

    /** Is shown rows. */
    @FunctionalInterface
    interface RowVisitor {
        /** The pair of a row, and where the row begins. */
        void onRow(long first, long second, long address);
    }
}
