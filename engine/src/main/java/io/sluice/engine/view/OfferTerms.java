package io.sluice.engine.view;

/**
 * What an offer asks and allows.
 *
 * @param listPriceFen    price outside every window.
 * @param opensAtMs       start of the sale, epoch ms.
 * @param closesAtMs      end of the sale, epoch ms, exclusive; Long.MAX_VALUE for none.
 * @param perViewerLimit  units one viewer may take, 0 for no limit.
 * @param holdSeconds     how long an unpaid order keeps its stock.
 * @param turnSeconds     how long who is first in its waiting line has units that come free; 0 for no line.
 * @param windows         flash prices.
 */
public record OfferTerms(
        long listPriceFen,
        long opensAtMs,
        long closesAtMs,
        int perViewerLimit,
        int holdSeconds,
        int turnSeconds,
        PriceWindows windows) {

    /** The terms when an operator opens the sale: one that has begun keeps its start, an end gone by falls away. */
    public OfferTerms openedAt(final long timeMs) {
        return during(Math.min(opensAtMs, timeMs), closesAtMs > timeMs ? closesAtMs : Long.MAX_VALUE);
    }

    /** The terms when an operator closes the sale: one that had not begun begins and ends, one that has ended stays. */
    public OfferTerms closedAt(final long timeMs) {
        return during(Math.min(opensAtMs, timeMs), Math.min(closesAtMs, timeMs));
    }

    /** The price of one unit at a moment of core time, in fen. */
    public long priceFenAt(final long timeMs) {
        return windows.priceFenAt(timeMs, listPriceFen);
    }

    /** The first moment after {@code timeMs} at which a sale or a price may begin or end; Long.MAX_VALUE for never. */
    public long nextChangeMs(final long timeMs) {
        final long price = windows.nextChangeMs(timeMs);
        if (opensAtMs > timeMs) {
            return Math.min(opensAtMs, price);
        }
        return closesAtMs > timeMs ? Math.min(closesAtMs, price) : price;
    }

    /** The first moment after {@code timeMs} at which one unit costs something else; Long.MAX_VALUE for never. */
    public long nextPriceChangeMs(final long timeMs) {
        final long priceFen = priceFenAt(timeMs);
        long changeMs = windows.nextChangeMs(timeMs);
        while (changeMs != Long.MAX_VALUE && priceFenAt(changeMs) == priceFen) {
            changeMs = windows.nextChangeMs(changeMs);
        }
        return changeMs;
    }

    /** Whether the sale is on at a moment of core time. */
    public boolean isOpenAt(final long timeMs) {
        return timeMs >= opensAtMs && timeMs < closesAtMs;
    }

    private OfferTerms during(final long newOpensAtMs, final long newClosesAtMs) {
        return new OfferTerms(
                listPriceFen, newOpensAtMs, newClosesAtMs, perViewerLimit, holdSeconds, turnSeconds, windows);
    }
}
