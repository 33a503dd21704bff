package io.sluice.engine.protocol;

/** Which part of an item's units a stock is. The codes are written to the journal. */
public enum StockKind {
    /** What is set aside for nobody: every room sells from it that has no allotment. */
    SHARED,
    /** A room's allotment: it sells from this alone until it ends, and then what is left goes back. */
    ROOM,
    /** A store's allotment: the rooms that it hosts sell from this alone, but for those with one of their own. */
    STORE,
    /** What is kept for a room's replay: it sells from this alone once it has ended. */
    REPLAY;

    private static final StockKind[] VALUES = values();

    /** The number that stands for this kind in a record. */
    public short code() {
        return (short) ordinal();
    }

    /** The kind of a code read from a record, null for a code that none has. */
    public static StockKind ofCode(final int code) {
        return code >= 0 && code < VALUES.length ? VALUES[code] : null;
    }
}
