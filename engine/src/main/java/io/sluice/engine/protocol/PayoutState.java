package io.sluice.engine.protocol;

/** Where a payout of commission stands. The codes are written to the journal. */
public enum PayoutState {
    /** Its amounts are fixed and can be looked at. */
    OPEN,
    /** Somebody has said that they are right. */
    APPROVED,
    /** The money has gone out: it is booked. */
    PAID,
    /** Nothing is paid by it; its amounts wait for the next one. */
    CANCELLED;

    private static final PayoutState[] VALUES = values();

    /** The number that stands for it in a record. */
    public short code() {
        return (short) ordinal();
    }

    /**
     * Whether a payout in this state may move to {@code next}: it is paid only once approved, and cancelled only before it is
     * paid.
     */
    public boolean canBecome(final PayoutState next) {
        return switch (this) {
            case OPEN -> next == APPROVED || next == CANCELLED;
            case APPROVED -> next == PAID || next == CANCELLED;
            case PAID, CANCELLED -> false;
        };
    }

    /** What a code read from a record stands for, null for a code that none has. */
    public static PayoutState ofCode(final int code) {
        return code >= 0 && code < VALUES.length ? VALUES[code] : null;
    }
}
