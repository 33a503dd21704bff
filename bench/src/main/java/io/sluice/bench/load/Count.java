package io.sluice.bench.load;

import java.util.Locale;

/** What is counted, second by second. */
public enum Count {
    /** Orders that were meant to be pressed. */
    ORDERS_MEANT,
    /** Orders pressed; less than meant when nobody was there to press. */
    ORDERS_SENT,
    /** Orders that reserved stock. */
    ORDERS_RESERVED,
    /** Orders that were refused by a rule of the shop: status 409 and the like. */
    ORDERS_REFUSED,
    /** Orders that were turned away under pressure, by a documented code of status 429 or 503: nothing was ordered. */
    ORDERS_SHED,
    /** Orders given up without an answer though they were sent again and a connection held. */
    ORDERS_UNANSWERED,
    /** Orders given up because every connection by which they went broke. */
    ORDERS_BROKEN,
    /** Times that an order was sent again with the same key. */
    ORDERS_REPEATED,
    /** Payments that were taken. */
    PAYMENTS,
    /** Orders that their viewers gave back. */
    CANCELS,
    /** Viewers that were meant to come in, or to come back. */
    JOINS_MEANT,
    /** Viewers that came in. */
    JOINS,
    /** Attempts to come in that failed, or took so long that they were given up. */
    JOINS_FAILED,
    /** Viewers that dropped off as the scenario wanted. */
    DROPS,
    /** Sockets that the server or the network closed. */
    SOCKETS_LOST,
    /** Viewers that stopped reading as the scenario wanted. */
    STALLS,
    /** Sockets that the server closed because their viewers, as the scenario wanted, did not read. */
    STALLED_CLOSED,
    /** Claims of a coupon that were meant. */
    CLAIMS_MEANT,
    /** Claims sent; less than meant when nobody was there to claim. */
    CLAIMS_SENT,
    /** Claims that brought a coupon. */
    CLAIMS_TAKEN,
    /** Claims that were refused by a rule of the shop, such as that none is left. */
    CLAIMS_REFUSED,
    /** Claims that were turned away under pressure. */
    CLAIMS_SHED,
    /** Comments that were meant to be said. */
    COMMENTS_MEANT,
    /** Comments sent; less than meant when nobody was there to say them. */
    COMMENTS_SENT,
    /** Comments that were taken. */
    COMMENTS_TAKEN,
    /** Comments that were turned away. */
    COMMENTS_SHED,
    /** Frames of likes that were meant. */
    LIKES_MEANT,
    /** Frames of likes sent; less than meant when nobody was there to tap. */
    LIKES_SENT,
    /** Ticks that arrived, all viewers together. */
    TICKS,
    /** Bytes of all frames that arrived. */
    BYTES_IN,
    /**
     * Answers that cannot be understood or say nothing for good (500, 504), requests that had none, and connections that
     * failed for no reason the scenario gives or could not be opened.
     */
    ERRORS;

    /** As thresholds and results call it: {@code orders-refused}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
