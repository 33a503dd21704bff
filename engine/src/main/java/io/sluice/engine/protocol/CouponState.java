package io.sluice.engine.protocol;

/** Where a coupon stands. The codes are written to the journal. */
public enum CouponState {
    /** Its viewer may use it until it expires. */
    CLAIMED,
    /** An order that is not paid yet keeps it. */
    HELD,
    /** An order that is paid has used it. */
    USED,

    /** A voucher whose unit of a pack was refunded: good for nothing. */
    VOID,

    /** A voucher whose unit of a pack somebody wants to be refunded: not to be used until that has come to an end. */
    REFUNDING;

    private static final CouponState[] VALUES = values();

    /** Whether a coupon in this state may move to {@code next}; late money takes one that was let go of. */
    public boolean canBecome(final CouponState next) {
        return switch (this) {
            case CLAIMED -> next != CLAIMED;
            case HELD -> next == USED || next == CLAIMED;
            case USED -> next == CLAIMED;
            case REFUNDING -> next == CLAIMED || next == VOID;
            case VOID -> false;
        };
    }

    /** The number that stands for it in a record. */
    public short code() {
        return (short) ordinal();
    }

    /** What a code read from a record stands for, null for a code that none has. */
    public static CouponState ofCode(final int code) {
        return code >= 0 && code < VALUES.length ? VALUES[code] : null;
    }
}
