package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.StockKind;

/** An item: only what operators did to it. Where its units are follows from the orders. */
final class NaiveItem {
    final long id;
    final NaiveStock shared = new NaiveStock(this, StockKind.SHARED, 0);
    /** Units that ever came in. */
    long stocked;

    NaiveItem(final long id) {
        this.id = id;
    }
}
