package io.sluice.engine.protocol;

/** Who may claim a coupon of a campaign. The codes are written to the journal. */
public enum Audience {
    /** Everybody. */
    EVERYBODY,
    /** Members who have joined lately and have not bought anything. */
    NEWCOMERS,
    /** Those who say that they are near a store. */
    NEARBY,
    /** Those who watched a room for long enough and bought nothing in it; once it has ended. */
    WATCHED,
    /** Those whom an operator has put on a list. */
    LISTED,

    /** Nobody: its coupons are the vouchers of packs, which are bought. */
    BUYERS;

    private static final Audience[] VALUES = values();

    /** The number that stands for it in a record. */
    public short code() {
        return (short) ordinal();
    }

    /** What a code read from a record stands for, null for a code that none has. */
    public static Audience ofCode(final int code) {
        return code >= 0 && code < VALUES.length ? VALUES[code] : null;
    }
}
