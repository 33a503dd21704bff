package io.sluice.engine.core.naive;

/** An item: only what operators did to it. Where its units are follows from the orders. */
final class NaiveItem {
    final long id;
    long stocked;
    long lost;

    NaiveItem(final long id) {
        this.id = id;
    }
}
