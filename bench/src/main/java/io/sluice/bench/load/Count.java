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
    /** Orders that were turned away under pressure: status 429 or 503. */
    ORDERS_SHED,
    /** Orders that have no answer though they were sent twice. */
    ORDERS_UNANSWERED,
    /** Orders that were sent again with the same key. */
    ORDERS_REPEATED,
    /** Payments that were taken. */
    PAYMENTS,
    /** Orders that their viewers gave back. */
    CANCELS,
    /** Viewers that came in. */
    JOINS,
    /** Attempts to come in that failed. */
    JOINS_FAILED,
    /** Viewers that dropped off as the scenario wanted. */
    DROPS,
    /** Sockets that the server or the network closed. */
    SOCKETS_LOST,
    /** Comments sent. */
    COMMENTS_SENT,
    /** Comments that were taken. */
    COMMENTS_TAKEN,
    /** Comments that were turned away. */
    COMMENTS_SHED,
    /** Frames of likes sent. */
    LIKES_SENT,
    /** Ticks that arrived, all viewers together. */
    TICKS,
    /** Bytes of all frames that arrived. */
    BYTES_IN,
    /** Answers that cannot be understood, and connections that failed for no reason the scenario gives. */
    ERRORS;

    /** As thresholds and results call it: {@code orders-refused}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
