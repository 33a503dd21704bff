package io.sluice.engine.core;

import org.agrona.concurrent.UnsafeBuffer;

/** A line of an order as it lies in the table; points at one line until the table is asked for the next. */
final class OrderLine {
    /** Bytes of one line. */
    static final int BYTES = 32;

    private static final int OFFER = 0;
    private static final int ITEM = 8;
    private static final int UNIT_PRICE_FEN = 16;
    private static final int QUANTITY = 24;
    private static final int REFUNDED = 28;

    private UnsafeBuffer page;
    private int offset;

    OrderLine wrap(final UnsafeBuffer newPage, final int newOffset) {
        // Written only when it is another: the collector's note of a written reference waits for all writes before it.
        if (page != newPage) {
            page = newPage;
        }
        offset = newOffset;
        return this;
    }

    void write(final long offer, final long item, final long unitPriceFen, final int quantity) {
        page.putLong(offset + OFFER, offer);
        page.putLong(offset + ITEM, item);
        page.putLong(offset + UNIT_PRICE_FEN, unitPriceFen);
        page.putInt(offset + QUANTITY, quantity);
        page.putInt(offset + REFUNDED, 0);
    }

    void refund(final int units) {
        page.putInt(offset + REFUNDED, refunded() + units);
    }

    long offer() {
        return page.getLong(offset + OFFER);
    }

    long item() {
        return page.getLong(offset + ITEM);
    }

    long unitPriceFen() {
        return page.getLong(offset + UNIT_PRICE_FEN);
    }

    int quantity() {
        return page.getInt(offset + QUANTITY);
    }

    int refunded() {
        return page.getInt(offset + REFUNDED);
    }

    /** Units not refunded yet. */
    int kept() {
        return quantity() - refunded();
    }
}
