package io.sluice.engine.protocol;

/** How far a refund that an operator asked for has come. The codes are written to the journal. */
public enum RefundRequestState {
    /** The provider has not answered yet. */
    PENDING,
    /** The provider has paid back. */
    REFUNDED,
    /** The provider does not pay back. */
    DECLINED,
    /** The provider is not to pay back any more. */
    WITHDRAWN;

    private static final RefundRequestState[] VALUES = values();

    /** Whether what is in this state may move to {@code next}; money that went is a fact, whatever was said before. */
    public boolean canBecome(final RefundRequestState next) {
        return switch (this) {
            case PENDING -> next != PENDING;
            case DECLINED, WITHDRAWN -> next == REFUNDED;
            case REFUNDED -> false;
        };
    }

    /** The number that stands for it in a record. */
    public short code() {
        return (short) ordinal();
    }

    /** What a code read from a record stands for, null for a code that none has. */
    public static RefundRequestState ofCode(final long code) {
        return code >= 0 && code < VALUES.length ? VALUES[(int) code] : null;
    }
}
