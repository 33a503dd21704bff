package io.sluice.engine.protocol;

/** What a commission plan is of; the nearest to an offer is followed. The codes are written to the journal. */
public enum PlanScope {
    /** Everything the brand sells. */
    BRAND,
    /** The items of one category. */
    CATEGORY,
    /** One offer. */
    OFFER;

    private static final PlanScope[] VALUES = values();

    /** The number that stands for this scope in a record. */
    public short code() {
        return (short) ordinal();
    }

    /** The scope of a code read from a record, null for a code that none has. */
    public static PlanScope ofCode(final int code) {
        return code >= 0 && code < VALUES.length ? VALUES[code] : null;
    }
}
