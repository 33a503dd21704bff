package io.sluice.engine.protocol;

/** Why an operator changes an item's stock. The codes are written to the journal. */
public enum StockReason {
    /** Units came in: the change is above 0. */
    RESTOCK,
    /** Units are lost or damaged: the change is below 0. */
    WRITE_OFF;

    private static final StockReason[] VALUES = values();

    /** The number that stands for this reason in a record. */
    public short code() {
        return (short) ordinal();
    }

    /** The reason of a code read from a record, null for a code that none has. */
    public static StockReason ofCode(final int code) {
        return code >= 0 && code < VALUES.length ? VALUES[code] : null;
    }
}
