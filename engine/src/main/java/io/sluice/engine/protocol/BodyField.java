package io.sluice.engine.protocol;

/** The part of a repeated request that differs from the first one with its key. The codes are written to the journal. */
public enum BodyField {
    /** Nothing differs. */
    NONE("none"),
    /** The room in the path. */
    ROOM("room"),
    /** Offers, quantities or their order. */
    LINES("lines"),
    /** The coupon. */
    COUPON("coupon"),
    /** The share code. */
    SHARE("share"),
    /** Store, guide, group or inviter. */
    TOUCH("touch"),
    /** The total the viewer saw. */
    EXPECTED_TOTAL("expectedTotalFen"),
    /** The order that is paid or refunded. */
    ORDER("order"),
    /** The amount paid. */
    AMOUNT("amountFen"),
    /** What becomes of refunded units. */
    STOCK("stock"),
    /** Why points are given. */
    REASON("reason"),
    /** What a refund completes. */
    REQUEST("request");

    private static final BodyField[] VALUES = values();

    private final String label;

    BodyField(final String label) {
        this.label = label;
    }

    /** The field's name in the HTTP contract. */
    public String label() {
        return label;
    }

    /** The number that stands for this field in a record. */
    public long code() {
        return ordinal();
    }

    /** The field of a code read from a record. */
    public static BodyField ofCode(final long code) {
        return VALUES[(int) code];
    }
}
