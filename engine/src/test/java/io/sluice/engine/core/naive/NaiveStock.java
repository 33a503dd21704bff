package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.StockKind;

/** A part of an item's units: only what operators did to it. Where its units are follows from orders and turns. */
final class NaiveStock {
    final NaiveItem item;
    final StockKind kind;
    final long of;
    boolean open = true;
    /** Units that came in, less those that were moved on while it was open. */
    long given;

    long lost;

    NaiveStock(final NaiveItem item, final StockKind kind, final long of) {
        this.item = item;
        this.kind = kind;
        this.of = of;
    }

    /** Where its units are sold and come back to. */
    NaiveStock home() {
        return open ? this : item.shared;
    }
}
