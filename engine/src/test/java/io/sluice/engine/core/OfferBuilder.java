package io.sluice.engine.core;

/** An offer in a test. Left alone it sells the shop's item in the shop's room at once, for ever and without a limit. */
final class OfferBuilder {
    private final long id;
    private final OfferTerms windows = new OfferTerms();
    private long room = Shop.ROOM;
    private long item = Shop.ITEM;
    private long priceFen = Shop.PRICE_FEN;
    private long opensAtMs = Shop.OPENING_MS;
    private long closesAtMs = Long.MAX_VALUE;
    private int perViewerLimit;
    private int holdSeconds = Shop.HOLD_SECONDS;
    private int turnSeconds;

    private OfferBuilder(final long id) {
        this.id = id;
    }

    static OfferBuilder offer(final long id) {
        return new OfferBuilder(id);
    }

    OfferBuilder in(final long newRoom) {
        room = newRoom;
        return this;
    }

    OfferBuilder of(final long newItem) {
        item = newItem;
        return this;
    }

    OfferBuilder at(final long newPriceFen) {
        priceFen = newPriceFen;
        return this;
    }

    OfferBuilder opening(final long newOpensAtMs) {
        opensAtMs = newOpensAtMs;
        return this;
    }

    OfferBuilder closing(final long newClosesAtMs) {
        closesAtMs = newClosesAtMs;
        return this;
    }

    OfferBuilder limitedTo(final int newPerViewerLimit) {
        perViewerLimit = newPerViewerLimit;
        return this;
    }

    OfferBuilder held(final int newHoldSeconds) {
        holdSeconds = newHoldSeconds;
        return this;
    }

    /** With a waiting line whose turns take so long. */
    OfferBuilder turning(final int newTurnSeconds) {
        turnSeconds = newTurnSeconds;
        return this;
    }

    /** One price window more. */
    OfferBuilder during(final long fromMs, final long toMs, final long windowPriceFen) {
        windows.addWindow(fromMs, toMs, windowPriceFen);
        return this;
    }

    long id() {
        return id;
    }

    long room() {
        return room;
    }

    long item() {
        return item;
    }

    OfferTerms terms() {
        final OfferTerms terms = new OfferTerms()
                .set(priceFen, opensAtMs, closesAtMs, perViewerLimit, holdSeconds)
                .turns(turnSeconds);
        for (int i = 0; i < windows.windows(); i++) {
            terms.addWindow(windows.windowFromMs(i), windows.windowToMs(i), windows.windowPriceFen(i));
        }
        return terms;
    }
}
