package io.sluice.engine.protocol;

/** Where an order stands. The codes are written to the journal. */
public enum OrderState {
    /** There is no order. */
    NONE,
    /** Its stock is held for the viewer until payBy, nothing is paid. */
    RESERVED,
    /** Paid in full; units of it may have been refunded. */
    PAID,
    /** Given back by its owner before it was paid. */
    CANCELLED,
    /** The hold ran out before money came. */
    EXPIRED,
    /** Every unit was refunded. */
    REFUNDED;

    private static final OrderState[] VALUES = values();

    /** The number that stands for this state in a record. */
    public short code() {
        return (short) ordinal();
    }

    /** The state of a code read from a record. */
    public static OrderState ofCode(final int code) {
        return VALUES[code];
    }
}
