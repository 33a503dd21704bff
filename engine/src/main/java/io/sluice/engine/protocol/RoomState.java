package io.sluice.engine.protocol;

/** Where a room stands. It only ever moves forward. The codes are written to the journal. */
public enum RoomState {
    /** Announced: it can be entered and talked in, nothing is sold. */
    SCHEDULED,
    /** On the air: it sells. */
    LIVE,
    /** Off the air: no more talk, but it still sells what is on offer (replay orders). */
    ENDED;

    private static final RoomState[] VALUES = values();

    /** The number that stands for this state in a record. */
    public short code() {
        return (short) ordinal();
    }

    /** Whether a room in this state may move to {@code next}. */
    public boolean canBecome(final RoomState next) {
        return next.ordinal() == ordinal() + 1;
    }

    /** The state of a code read from a record, null for a code that none has. */
    public static RoomState ofCode(final int code) {
        return code >= 0 && code < VALUES.length ? VALUES[code] : null;
    }
}
