package io.sluice.engine.protocol;

/** Where a buyer's review stands. The codes are written to the journal. */
public enum ReviewState {
    /** Nobody has judged its text yet; only its writer and operators know it. */
    WAITING,
    /** It is shown. */
    APPROVED,
    /** It is not shown. */
    REJECTED,
    /** It is shown, before the others: a customer case. */
    CASE;

    private static final ReviewState[] VALUES = values();

    /** The number that stands for it in a record. */
    public short code() {
        return (short) ordinal();
    }

    /** Whether everybody sees it. */
    public boolean isShown() {
        return this == APPROVED || this == CASE;
    }

    /** Whether an operator may move a review in this state to {@code next}: only its writer makes it wait again. */
    public boolean canBecome(final ReviewState next) {
        return switch (next) {
            case WAITING -> false;
            case APPROVED, REJECTED -> true;
            case CASE -> isShown();
        };
    }

    /** What a code read from a record stands for, null for a code that none has. */
    public static ReviewState ofCode(final int code) {
        return code >= 0 && code < VALUES.length ? VALUES[code] : null;
    }
}
