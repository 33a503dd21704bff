package io.sluice.engine.protocol;

/** What becomes of refunded units. The codes are written to the journal. */
public enum ReturnedStock {
    /** They go back on sale. */
    RETURN,
    /** They are written off. */
    WRITE_OFF;

    private static final ReturnedStock[] VALUES = values();

    /** The number that stands for this in a record. */
    public short code() {
        return (short) ordinal();
    }

    /** The value of a code read from a record, null for a code that none has. */
    public static ReturnedStock ofCode(final int code) {
        return code >= 0 && code < VALUES.length ? VALUES[code] : null;
    }
}
