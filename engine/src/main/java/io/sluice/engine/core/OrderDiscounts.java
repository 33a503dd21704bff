package io.sluice.engine.core;

import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import org.agrona.UnsafeApi;

/** What a coupon takes off each line of an order that has one: the lines lie side by side, and the order keeps where. */
final class OrderDiscounts {
    private static final int BYTES = 16;
    private static final int COUPON = 0;
    private static final int DISCOUNT_FEN = 8;

    private final Pages lines;

    /** Sets memory aside for as many lines, each of another order. */
    OrderDiscounts(final long reserved) {
        lines = new Pages(BYTES, reserved);
    }

    boolean isEmpty() {
        return lines.size() == 0;
    }

    /** Keeps what a coupon takes off each of an order's lines, also where that is nothing; answers where the first lies. */
    int keep(final long coupon, final long[] discountsFen, final int count) {
        final int first = (int) lines.size();
        for (int line = 0; line < count; line++) {
            final long address = lines.address(lines.add());
            UnsafeApi.putLong(address + COUPON, coupon);
            UnsafeApi.putLong(address + DISCOUNT_FEN, discountsFen[line]);
        }
        return first;
    }

    /** Adds what is taken off a line. */
    void addPlace(final int place, final Looks looks) {
        looks.add(lines.address(place));
    }

    /** The coupon of a line. */
    long coupon(final int place) {
        return UnsafeApi.getLong(lines.address(place) + COUPON);
    }

    /** What is taken off a line, fen. */
    long discountFen(final int place) {
        return UnsafeApi.getLong(lines.address(place) + DISCOUNT_FEN);
    }

    void save(final StateOutput output) {
        lines.save(output);
    }

    void load(final StateInput input) {
        lines.load(input);
    }
}
