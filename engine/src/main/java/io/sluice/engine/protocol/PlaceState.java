package io.sluice.engine.protocol;

/** What became of a viewer's place in the waiting line of an offer. The codes are written to the journal. */
public enum PlaceState {
    /** Waits for units to come free. */
    WAITING,
    /** Has a turn: the units are kept for the viewer until it ends. */
    CALLED,
    /** The viewer has left. */
    LEFT,
    /** The turn went by unused. */
    LAPSED,
    /** The sale is over, or has no line any more: the viewer was sent home. */
    CLOSED;

    private static final PlaceState[] VALUES = values();

    /** The number that stands for this state in a record. */
    public short code() {
        return (short) ordinal();
    }

    /** The state of a code read from a record, null for a code that none has. */
    public static PlaceState ofCode(final int code) {
        return code >= 0 && code < VALUES.length ? VALUES[code] : null;
    }
}
