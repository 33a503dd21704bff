package io.sluice.bench.load;

import java.util.Locale;

/**
 * What is timed, each from the moment that was meant to the moment that counts for the viewer. What never comes is timed up to
 * the moment at which it was given up. Microseconds.
 */
public enum Measure {
    /** An order, from the press that was meant to its answer, also after it was sent again. */
    ORDERS("order, from the press to its answer"),
    /** Those of them over HTTP. */
    ORDERS_HTTP("order over HTTP"),
    /** Those of them by the socket. */
    ORDERS_SOCKET("order by the socket"),
    /** A payment, from the moment that was meant to the answer to the provider. */
    PAYMENTS("payment"),
    /** Coming in, from the moment that was meant to the first picture of the room. */
    JOINS("coming in, to the first picture"),
    /** A comment, to the frame that says it was taken. */
    COMMENTS("comment, to its acknowledgement"),
    /** A claim of a coupon, to its answer. */
    CLAIMS("claim of a coupon, to its answer"),
    /**
     * News, from the press that was meant to the first tick that includes the order, as one of the other viewers sees it; of
     * orders that reserved stock and were answered before that tick.
     */
    TICK_DELAY("news: from the press to the tick that tells everybody"),
    /**
     * The rig's own queue: from the moment a request was to be sent to the moment it had a connection. It is part of the
     * times of orders over HTTP, payments, claims and joins, and has to be small beside them.
     */
    LANE_WAIT("the rig's own queue: a request's wait for a connection"),
    /** How late the rig itself was: from the moment that was meant to the moment it acted. Above all else this has to be small. */
    LATENESS("the rig's own lateness");

    private final String meaning;

    Measure(final String meaning) {
        this.meaning = meaning;
    }

    /** As thresholds and results call it: {@code tick-delay}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One line for a person. */
    public String meaning() {
        return meaning;
    }
}
