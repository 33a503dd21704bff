package io.sluice.engine.view;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StockKind;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;

/**
 * The units of an order's lines and the stocks they are from, as one record says. One thread; allocates nothing for what all
 * share.
 */
final class OrderUnits {
    private final StockTally stocks;
    private final long[] offers = new long[ProtocolLimits.MAX_LINES];
    private final long[] items = new long[ProtocolLimits.MAX_LINES];
    private final int[] quantities = new int[ProtocolLimits.MAX_LINES];
    /** The stock that the record names of a line's item; null where it names none. */
    private final StockTally.Units[] named = new StockTally.Units[ProtocolLimits.MAX_LINES];

    private int lines;
    private long viewer;

    OrderUnits(final StockTally stocks) {
        this.stocks = stocks;
    }

    /** Takes the lines of a record, of which nothing behind the order's own fields was read yet. */
    OrderUnits read(final OrderDecisionDecoder order) {
        viewer = order.viewer();
        lines = 0;
        for (final OrderDecisionDecoder.LinesDecoder line : order.lines()) {
            offers[lines] = line.offer();
            items[lines] = line.item();
            quantities[lines] = line.quantity();
            named[lines] = null;
            lines++;
        }
        for (final OrderDecisionDecoder.StockDecoder stock : order.stock()) {
            name(stock.item(), stocks.named(stock.item(), stock.stockKind(), stock.stockOf()));
        }
        return this;
    }

    /** All of an order's lines of an item are from one stock. */
    private void name(final long item, final StockTally.Units stock) {
        for (int i = 0; i < lines; i++) {
            if (items[i] == item) {
                named[i] = stock;
            }
        }
    }

    long count() {
        long count = 0;
        for (int i = 0; i < lines; i++) {
            count += quantities[i];
        }
        return count;
    }

    void take() {
        for (int i = 0; i < lines; i++) {
            stocks.useTurn(viewer, offers[i], stockOf(i));
        }
        for (int i = 0; i < lines; i++) {
            stockOf(i).add(-quantities[i]);
        }
    }

    void giveBack() {
        for (int i = 0; i < lines; i++) {
            stockOf(i).add(quantities[i]);
        }
    }

    private StockTally.Units stockOf(final int line) {
        return named[line] == null ? stocks.stock(items[line], StockKind.SHARED, 0) : named[line];
    }
}
