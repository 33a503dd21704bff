package io.sluice.engine.protocol;

/** Why a viewer has points more or fewer. The codes are written to the journal. */
public enum PointReason {
    /** An order was paid: so many for every 10,000 fen. */
    PURCHASE,
    /** Somebody whom the viewer had invited bought for the first time. */
    REFERRAL,
    /** Somebody came by the viewer's share code who had no inviter before. */
    SHARE,
    /** A comment was let into a room. */
    COMMENT,
    /** A question was answered, as the gateway says. */
    QUIZ,
    /** An operator gave them. */
    GIFT,
    /** They were spent on a coupon. */
    SPENT,
    /** A purchase was refunded. */
    TAKEN_BACK;

    private static final PointReason[] VALUES = values();

    /** The number that stands for it in a record. */
    public short code() {
        return (short) ordinal();
    }

    /** Whether a rule says how many points it brings. */
    public boolean hasRule() {
        return this != SPENT && this != TAKEN_BACK;
    }

    /** Whether a command awards them; the others follow from what happens. */
    public boolean isAwarded() {
        return this == QUIZ || this == GIFT;
    }

    /** What a code read from a record stands for, null for a code that none has. */
    public static PointReason ofCode(final int code) {
        return code >= 0 && code < VALUES.length ? VALUES[code] : null;
    }
}
