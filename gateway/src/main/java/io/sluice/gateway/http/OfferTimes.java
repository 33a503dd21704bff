package io.sluice.gateway.http;

/** How a command says that an offer's time is left open. */
public final class OfferTimes {
    /** The offer opens, or closes, when somebody says so. */
    public static final long NEVER_MS = Long.MAX_VALUE;
    /** The hold of an offer that does not name its own. */
    static final int DEFAULT_HOLD_SECONDS = 900;

    private OfferTimes() {}
}
