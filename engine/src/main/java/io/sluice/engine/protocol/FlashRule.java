package io.sluice.engine.protocol;

/** What becomes of a line at a flash price when an order has a coupon. The codes are written to the journal. */
public enum FlashRule {
    /** The coupon comes off the flash price. */
    ON_TOP,
    /** The coupon is for lines at their list price: a line at a flash price neither counts nor gets cheaper. */
    REGULAR_ONLY;

    private static final FlashRule[] VALUES = values();

    /** The number that stands for it in a record. */
    public short code() {
        return (short) ordinal();
    }

    /** What a code read from a record stands for, null for a code that none has. */
    public static FlashRule ofCode(final int code) {
        return code >= 0 && code < VALUES.length ? VALUES[code] : null;
    }
}
