package io.sluice.engine.core;

import io.sluice.engine.protocol.ProtocolLimits;
import org.agrona.UnsafeApi;

/**
 * A line of an order as it lies in the table; points at one line until the table is asked for the next. A price takes 40
 * bits; above them lies the number of the stock that the units are from, which for the shared one is 0.
 */
final class OrderLine {
    /** Bytes of one line. */
    static final int BYTES = 32;

    private static final int OFFER = 0;
    private static final int ITEM = 8;
    private static final int UNIT_PRICE_FEN = 16;
    private static final int QUANTITY = 24;
    private static final int REFUNDED = 28;

    private static final int STOCK_SHIFT = 40;
    private static final long PRICE_MASK = (1L << STOCK_SHIFT) - 1;

    static {
        if (ProtocolLimits.MAX_PRICE_FEN > PRICE_MASK || ProtocolLimits.MAX_ALLOTMENTS > -1L >>> STOCK_SHIFT) {
            throw new IllegalStateException("MAX_PRICE_FEN=" + ProtocolLimits.MAX_PRICE_FEN + " and MAX_ALLOTMENTS="
                    + ProtocolLimits.MAX_ALLOTMENTS + " do not fit 8 bytes");
        }
    }

    private long address;

    OrderLine wrap(final long newAddress) {
        address = newAddress;
        return this;
    }

    void write(final long offer, final long item, final long unitPriceFen, final int quantity, final int stock) {
        UnsafeApi.putLong(address + OFFER, offer);
        UnsafeApi.putLong(address + ITEM, item);
        UnsafeApi.putLong(address + UNIT_PRICE_FEN, unitPriceFen | (long) stock << STOCK_SHIFT);
        UnsafeApi.putInt(address + QUANTITY, quantity);
        UnsafeApi.putInt(address + REFUNDED, 0);
    }

    /** Takes its units from another stock. */
    void drawFrom(final int stock) {
        UnsafeApi.putLong(address + UNIT_PRICE_FEN, unitPriceFen() | (long) stock << STOCK_SHIFT);
    }

    void refund(final int units) {
        UnsafeApi.putInt(address + REFUNDED, refunded() + units);
    }

    long offer() {
        return UnsafeApi.getLong(address + OFFER);
    }

    long item() {
        return UnsafeApi.getLong(address + ITEM);
    }

    long unitPriceFen() {
        return UnsafeApi.getLong(address + UNIT_PRICE_FEN) & PRICE_MASK;
    }

    /** Number of the stock that its units are from. */
    int stock() {
        return (int) (UnsafeApi.getLong(address + UNIT_PRICE_FEN) >>> STOCK_SHIFT);
    }

    int quantity() {
        return UnsafeApi.getInt(address + QUANTITY);
    }

    int refunded() {
        return UnsafeApi.getInt(address + REFUNDED);
    }

    /** Units not refunded yet. */
    int kept() {
        return quantity() - refunded();
    }
}
