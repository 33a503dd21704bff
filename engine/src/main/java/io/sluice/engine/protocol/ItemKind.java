package io.sluice.engine.protocol;

/** What an item is. The codes are written to the journal. */
public enum ItemKind {
    /** Something to be delivered. */
    GOODS,
    /** A present to the host, shown in the room. */
    TIP;

    private static final ItemKind[] VALUES = values();

    /** The number that stands for it in a record. */
    public short code() {
        return (short) ordinal();
    }

    /** What a code read from a record stands for, null for a code that none has. */
    public static ItemKind ofCode(final int code) {
        return code >= 0 && code < VALUES.length ? VALUES[code] : null;
    }
}
