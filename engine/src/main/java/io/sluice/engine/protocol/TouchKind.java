package io.sluice.engine.protocol;

/** How a viewer came. The codes are written to the journal. */
public enum TouchKind {
    /** Opened a share code of a guide, of a group or of another viewer. */
    SHARE(1),
    /** Came in through a channel code: a parcel card, a poster, a table stand. */
    CHANNEL(2),
    /** Was served by a guide. */
    SERVED(3),
    /** Joined a group. */
    JOINED(4);

    private static final TouchKind[] VALUES = values();

    private final short code;

    TouchKind(final int code) {
        this.code = (short) code;
    }

    /** The number that stands for this kind in a record. */
    public short code() {
        return code;
    }

    /** The kind of a code read from a record, null for a code that none has. */
    public static TouchKind ofCode(final int code) {
        return code >= 1 && code <= VALUES.length ? VALUES[code - 1] : null;
    }
}
