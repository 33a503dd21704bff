package io.sluice.gateway.admission;

/** What somebody wants to do, each with a rate of its own. */
public enum Activity {
    /** Place, cancel or pay an order, or leave a waiting line. */
    ORDER,
    /** Claim a coupon, or a place in a waiting line. */
    CLAIM,
    /** Write a comment or a review, report a comment, or appeal against a mute. */
    COMMENT,
    /** Send likes. */
    LIKE,
    /** Make a share code, or tell of a touch. */
    TOUCH,
    /** Look at orders, a room or a page of the journal. */
    QUERY,
    /** Ask for a ticket to a live room. */
    TICKET,
    /** Connect to a live room. */
    CONNECT,
    /** What operators, the payment provider and downstream do; it has no rate. */
    SERVICE
}
