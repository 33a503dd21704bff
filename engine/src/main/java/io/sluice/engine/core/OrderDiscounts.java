package io.sluice.engine.core;

import io.sluice.engine.protocol.RecordHash;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import org.agrona.UnsafeApi;

/** What a coupon takes off each line of an order that has one; the lines of an order lie side by side. */
final class OrderDiscounts {
    private static final int BYTES = 24;
    private static final int ORDER = 0;
    private static final int COUPON = 8;
    private static final int DISCOUNT_FEN = 16;

    private final Pages lines;
    private final HashIndex firstOfOrder;

    /** Sets memory aside for as many lines, each of another order. */
    OrderDiscounts(final long reserved) {
        lines = new Pages(BYTES, reserved);
        firstOfOrder = new HashIndex((int) reserved);
    }

    boolean isEmpty() {
        return lines.size() == 0;
    }

    /** Keeps what a coupon takes off each of an order's lines, also where that is nothing. */
    void keep(final long order, final long coupon, final long[] discountsFen, final int count) {
        firstOfOrder.add(hashOf(order), (int) lines.size());
        for (int line = 0; line < count; line++) {
            final long address = lines.address(lines.add());
            UnsafeApi.putLong(address + ORDER, order);
            UnsafeApi.putLong(address + COUPON, coupon);
            UnsafeApi.putLong(address + DISCOUNT_FEN, discountsFen[line]);
        }
    }

    /** The coupon of an order that has one. */
    long coupon(final long order) {
        return UnsafeApi.getLong(find(order, 0) + COUPON);
    }

    /** What is taken off a line of an order that has a coupon, fen. */
    long discountFen(final long order, final int line) {
        return UnsafeApi.getLong(find(order, line) + DISCOUNT_FEN);
    }

    void save(final StateOutput output) {
        lines.save(output);
    }

    void load(final StateInput input) {
        lines.load(input);
    }

    /** Makes the orders findable that were loaded. */
    void index() {
        long previous = 0;
        for (int position = 0; position < lines.size(); position++) {
            final long order = UnsafeApi.getLong(lines.address(position) + ORDER);
            if (order != previous) {
                firstOfOrder.add(hashOf(order), position);
                previous = order;
            }
        }
    }

    private long find(final long order, final int line) {
        int position = firstOfOrder.first(hashOf(order));
        while (UnsafeApi.getLong(lines.address(position) + ORDER) != order) {
            position = firstOfOrder.next();
        }
        return lines.address(position + (long) line);
    }

    private static int hashOf(final long order) {
        return (int) RecordHash.avalanche(order);
    }
}
