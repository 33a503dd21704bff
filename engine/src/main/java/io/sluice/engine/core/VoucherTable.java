package io.sluice.engine.core;

import org.agrona.UnsafeApi;

/** Which coupons are the vouchers of which line of which order; those of a line have numbers one after the other. */
final class VoucherTable extends PairRows {
    private static final int FIRST_VOUCHER = BEHIND_PAIR;
    private static final int COUNT = FIRST_VOUCHER + Long.BYTES;

    private final Row row = new Row();

    VoucherTable() {
        super(2, 0);
    }

    /** The vouchers of one line; points at others when the table is asked again. */
    static final class Row {
        private long address;

        /** Number of the first. */
        long first() {
            return UnsafeApi.getLong(address + FIRST_VOUCHER);
        }

        /** How many there are. */
        int count() {
            return (int) UnsafeApi.getLong(address + COUNT);
        }
    }

    void keep(final long order, final int line, final long first, final int count) {
        final long address = findOrAdd(order, line);
        UnsafeApi.putLong(address + FIRST_VOUCHER, first);
        UnsafeApi.putLong(address + COUNT, count);
    }

    /** The vouchers of a line, null when it has none. */
    Row of(final long order, final int line) {
        final long address = find(order, line);
        if (address == NONE) {
            return null;
        }
        row.address = address;
        return row;
    }
}
