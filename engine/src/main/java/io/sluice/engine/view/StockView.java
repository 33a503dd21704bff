package io.sluice.engine.view;

import io.sluice.engine.protocol.StockKind;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A part of an item's units that offers sell from, as the records left it: what all share, or an allotment. Changed by its
 * {@link RoomBoard} only and read on the board's thread.
 */
public final class StockView {
    private final StockKind kind;
    private final long of;
    private final Set<OfferView> offers = new LinkedHashSet<>(2);
    private boolean open = true;
    private long available;

    StockView(final StockKind kind, final long of) {
        this.kind = kind;
        this.of = of;
    }

    /** Shared, or which kind of allotment. */
    public StockKind kind() {
        return kind;
    }

    /** The room or store it is set aside for, 0 for the shared stock. */
    public long of() {
        return of;
    }

    /** Whether it is sold from; an allotment that was closed is not. */
    public boolean isOpen() {
        return open;
    }

    /** Units left to sell. */
    public long available() {
        return available;
    }

    void open(final boolean isOpen) {
        open = isOpen;
    }

    void available(final long units) {
        if (units != available) {
            available = units;
            offers.forEach(OfferView::markStock);
        }
    }

    void add(final OfferView offer) {
        offers.add(offer);
    }

    void remove(final OfferView offer) {
        offers.remove(offer);
    }
}
