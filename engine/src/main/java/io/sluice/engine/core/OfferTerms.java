package io.sluice.engine.core;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;

/**
 * On what terms an offer sells: price by time, limit, window, hold. Filled by the caller of a command, copied by the
 * offer that takes it. Price windows ascend and do not overlap.
 */
public final class OfferTerms {
    private final long[] fromMs = new long[ProtocolLimits.MAX_PRICE_WINDOWS];
    private final long[] toMs = new long[ProtocolLimits.MAX_PRICE_WINDOWS];
    private final long[] windowPriceFen = new long[ProtocolLimits.MAX_PRICE_WINDOWS];
    private int windows;
    private long listPriceFen;
    private long opensAtMs;
    private long closesAtMs;
    private int perViewerLimit;
    private int holdSeconds;
    private int turnSeconds;

    /** Starts over, with no price window and no waiting line. */
    public OfferTerms set(
            final long newListPriceFen,
            final long newOpensAtMs,
            final long newClosesAtMs,
            final int newPerViewerLimit,
            final int newHoldSeconds) {
        listPriceFen = newListPriceFen;
        opensAtMs = newOpensAtMs;
        closesAtMs = newClosesAtMs;
        perViewerLimit = newPerViewerLimit;
        holdSeconds = newHoldSeconds;
        turnSeconds = 0;
        windows = 0;
        return this;
    }

    /** Opens a waiting line whose turns take so long, 0 for none. */
    public OfferTerms turns(final int newTurnSeconds) {
        turnSeconds = newTurnSeconds;
        return this;
    }

    /** Adds a price window [from, to); the caller adds at most {@link ProtocolLimits#MAX_PRICE_WINDOWS}. */
    public OfferTerms addWindow(final long windowFromMs, final long windowToMs, final long priceFen) {
        fromMs[windows] = windowFromMs;
        toMs[windows] = windowToMs;
        windowPriceFen[windows] = priceFen;
        windows++;
        return this;
    }

    /** Whether every number is within its limit and the windows ascend without overlap. */
    public boolean isValid() {
        return isPrice(listPriceFen)
                && (opensAtMs < closesAtMs || opensAtMs == Long.MAX_VALUE)
                && perViewerLimit >= 0
                && perViewerLimit <= ProtocolLimits.MAX_PER_VIEWER
                && holdSeconds >= ProtocolLimits.MIN_HOLD_SECONDS
                && holdSeconds <= ProtocolLimits.MAX_HOLD_SECONDS
                && turnSeconds >= 0
                && turnSeconds <= ProtocolLimits.MAX_TURN_SECONDS
                && windowsAreValid();
    }

    /** The price at a moment: that of the window it falls in, else the list price. Fen. */
    public long priceAt(final long nowMs) {
        for (int i = 0; i < windows; i++) {
            if (nowMs >= fromMs[i] && nowMs < toMs[i]) {
                return windowPriceFen[i];
            }
        }
        return listPriceFen;
    }

    /** The price outside every window, fen. */
    public long listPriceFen() {
        return listPriceFen;
    }

    /** First moment of the sale, epoch ms; Long.MAX_VALUE until an operator opens it. */
    public long opensAtMs() {
        return opensAtMs;
    }

    /** First moment after the sale, epoch ms; Long.MAX_VALUE until an operator closes it. */
    public long closesAtMs() {
        return closesAtMs;
    }

    /** Units one viewer may have, 0 for any number. */
    public int perViewerLimit() {
        return perViewerLimit;
    }

    /** How long an unpaid order keeps its stock. */
    public int holdSeconds() {
        return holdSeconds;
    }

    /** How long who is first in the waiting line has units that come free; 0 for no line. */
    public int turnSeconds() {
        return turnSeconds;
    }

    /** Number of price windows. */
    public int windows() {
        return windows;
    }

    /** Start of a price window, epoch ms. */
    public long windowFromMs(final int window) {
        return fromMs[window];
    }

    /** End of a price window, exclusive, epoch ms. */
    public long windowToMs(final int window) {
        return toMs[window];
    }

    /** Price in a window, fen. */
    public long windowPriceFen(final int window) {
        return windowPriceFen[window];
    }

    /** On sale from this moment on, if it is not already; an end of the sale that has passed is lifted. */
    void openAt(final long nowMs) {
        opensAtMs = Math.min(opensAtMs, nowMs);
        if (closesAtMs <= nowMs) {
            closesAtMs = Long.MAX_VALUE;
        }
    }

    /** Off sale from this moment on, also if the sale was yet to open; an end that has passed stays the end. */
    void closeAt(final long nowMs) {
        opensAtMs = Math.min(opensAtMs, nowMs);
        closesAtMs = Math.min(closesAtMs, nowMs);
    }

    void copyFrom(final OfferTerms other) {
        set(other.listPriceFen, other.opensAtMs, other.closesAtMs, other.perViewerLimit, other.holdSeconds);
        turns(other.turnSeconds);
        for (int i = 0; i < other.windows; i++) {
            addWindow(other.fromMs[i], other.toMs[i], other.windowPriceFen[i]);
        }
    }

    /** Writes all but what came later, the turns of the waiting line. */
    void save(final StateOutput output) {
        output.putLong(listPriceFen);
        output.putLong(opensAtMs);
        output.putLong(closesAtMs);
        output.putInt(perViewerLimit);
        output.putInt(holdSeconds);
        output.putInt(windows);
        for (int i = 0; i < windows; i++) {
            output.putLong(fromMs[i]);
            output.putLong(toMs[i]);
            output.putLong(windowPriceFen[i]);
        }
    }

    void load(final StateInput input) {
        set(input.getLong(), input.getLong(), input.getLong(), input.getInt(), input.getInt());
        final int count = input.getInt();
        for (int i = 0; i < count; i++) {
            addWindow(input.getLong(), input.getLong(), input.getLong());
        }
    }

    private boolean windowsAreValid() {
        long last = Long.MIN_VALUE;
        for (int i = 0; i < windows; i++) {
            if (fromMs[i] < last || toMs[i] <= fromMs[i] || !isPrice(windowPriceFen[i])) {
                return false;
            }
            last = toMs[i];
        }
        return true;
    }

    private static boolean isPrice(final long fen) {
        return fen >= 0 && fen <= ProtocolLimits.MAX_PRICE_FEN;
    }
}
