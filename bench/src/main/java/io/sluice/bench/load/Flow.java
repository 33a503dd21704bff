package io.sluice.bench.load;

import java.util.Locale;

/** What viewers do, each at a rate of its own. */
public enum Flow {
    /** A viewer comes into the room: a ticket, then a socket. */
    JOINS,
    /** A viewer drops off without a word and comes back later. */
    DROPS,
    /** A viewer presses the button. */
    ORDERS,
    /** A viewer says something. */
    COMMENTS,
    /** A viewer taps the heart. */
    LIKES,
    /** A viewer in the room stops reading for a while, and then reads on. */
    STALLS,
    /** A viewer claims a coupon. */
    CLAIMS;

    /** As a scenario calls it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
