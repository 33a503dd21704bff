package io.sluice.ops.demo;

/** What the crowd counts. */
public enum CrowdCounter {
    /** Viewers who came in. */
    JOINED("viewers who came in"),
    /** Viewers who left. */
    LEFT("viewers who left"),
    /** WebSockets that were opened. */
    SOCKETS_OPENED("sockets opened"),
    /** WebSockets that closed before their viewer left. */
    SOCKETS_LOST("sockets lost"),
    /** Touches noted: viewers who came by a code. */
    TOUCHED("viewers who came by a code"),
    /** Coupons claimed. */
    CLAIMED("coupons claimed"),
    /** Claims that were refused: too early, too late, or one too many. */
    CLAIMS_REFUSED("claims refused"),
    /** Orders that were reserved with a coupon. */
    DISCOUNTED("orders reserved with a coupon"),
    /** Comments sent. */
    COMMENTS("comments sent"),
    /** Likes sent, each tap. */
    LIKES("likes sent"),
    /** Orders sent, each once however often it was sent again. */
    ORDERS_ASKED("orders asked"),
    /** Orders that were answered with a reservation. */
    ORDERS_RESERVED("orders reserved"),
    /** Orders that were refused for good; the summary has them by code. */
    ORDERS_REFUSED("orders refused"),
    /** Orders given up without an answer. */
    ORDERS_UNANSWERED("orders unanswered"),
    /** Orders sent again with their key. */
    ORDERS_REPEATED("orders sent again"),
    /** Repeats that were answered with the first answer. */
    ORDERS_REPLAYED("first answers given again"),
    /** Orders paid. */
    PAID("orders paid"),
    /** Payments that have to be given back. */
    REFUND_DUE("payments to give back"),
    /** Orders cancelled. */
    CANCELLED("orders cancelled"),
    /** Reserved orders left to expire. */
    ABANDONED("orders left to expire"),
    /** Places in a waiting line. */
    WAITED("places in a waiting line"),
    /** Turns of who waited. */
    TURNS("turns of who waited"),
    /** Actions not done: no socket, or the server had asked for a pause. */
    HELD_BACK("actions held back"),
    /** Answers 429 and 503. */
    BUSY("busy answers"),
    /** Requests without an answer, and refusals of anything but an order or a comment. */
    FAILED("requests failed");

    private final String label;

    CrowdCounter(final String label) {
        this.label = label;
    }

    /** The counter in words. */
    public String label() {
        return label;
    }
}
