package io.sluice.bench.load;

/**
 * Something that the journal and the viewers do not agree on, or that must never be.
 *
 * @param kind    which rule it breaks.
 * @param detail  one sentence with the numbers to look at.
 */
public record AuditFinding(Kind kind, String detail) {
    /** The rules. */
    public enum Kind {
        /** More units or coupons are taken than there were. */
        OVERSOLD,
        /** An order or coupon that a viewer was told of is not in the journal, or is another there. */
        LOST,
        /** One key has two orders, or one coupon two claims. */
        DOUBLED,
        /** An order of the journal was never answered though its connection held. */
        UNANSWERED,
        /** A refusal that the journal does not bear out. */
        WRONGLY_REFUSED,
        /** One key has had two different answers. */
        CONTRADICTED,
        /** The feed has a gap, or could not be read to its end. */
        INCOMPLETE
    }
}
