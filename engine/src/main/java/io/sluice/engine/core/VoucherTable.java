package io.sluice.engine.core;

import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import org.agrona.UnsafeApi;

/** Which coupons are the vouchers of which line of which order; those of a line have numbers one after the other. */
final class VoucherTable {
    private static final int BYTES = 32;
    private static final int ORDER = 0;
    private static final int LINE = 8;
    private static final int FIRST = 16;
    private static final int COUNT = 24;

    private final Pages rows = new Pages(BYTES, 0);
    private final PairTable places = new PairTable(0);
    private final Row row = new Row();

    /** The vouchers of one line; points at others when the table is asked again. */
    static final class Row {
        private long address;

        /** Number of the first. */
        long first() {
            return UnsafeApi.getLong(address + FIRST);
        }

        /** How many there are. */
        int count() {
            return (int) UnsafeApi.getLong(address + COUNT);
        }
    }

    void keep(final long order, final int line, final long first, final int count) {
        final long place = rows.add();
        final long address = rows.address(place);
        UnsafeApi.putLong(address + ORDER, order);
        UnsafeApi.putLong(address + LINE, line);
        UnsafeApi.putLong(address + FIRST, first);
        UnsafeApi.putLong(address + COUNT, count);
        places.put(order, line, place + 1);
    }

    /** The vouchers of a line, null when it has none. */
    Row find(final long order, final int line) {
        final long place = places.get(order, line);
        if (place == 0) {
            return null;
        }
        row.address = rows.address(place - 1);
        return row;
    }

    void save(final StateOutput output) {
        rows.save(output);
    }

    void load(final StateInput input) {
        rows.load(input);
    }

    /** Makes findable what was loaded. */
    void index() {
        for (long place = 0; place < rows.size(); place++) {
            final long address = rows.address(place);
            places.put(UnsafeApi.getLong(address + ORDER), UnsafeApi.getLong(address + LINE), place + 1);
        }
    }
}
