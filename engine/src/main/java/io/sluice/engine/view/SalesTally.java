package io.sluice.engine.view;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.ReturnedStock;
import io.sluice.engine.protocol.codec.ChangeStockDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Adds up what a journal says was stocked, taken and sold, from the records alone and not with the core's own sums, so
 * that one can be held against the other. One thread.
 */
public final class SalesTally {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ChangeStockDecoder changeStock = new ChangeStockDecoder();
    private final OrderDecisionDecoder order = new OrderDecisionDecoder();
    private final Long2ObjectHashMap<ItemTally> items = new Long2ObjectHashMap<>();
    private long commands;
    private long refused;
    private long orders;
    private long paidFen;
    private long refundedFen;

    /** Begins in the middle, with what there was to be taken of an item. */
    public void begin(final long item, final long available) {
        itemOf(item).stock(available);
    }

    /** Counts one record. */
    public void add(final RecordFlyweight record) {
        commands++;
        if (record.outcome().isRefusal()) {
            refused++;
        } else if (record.decisionType() == OrderDecisionDecoder.TEMPLATE_ID) {
            order.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header);
            addOrder(record.outcome());
        } else if (record.commandType() == ChangeStockDecoder.TEMPLATE_ID) {
            changeStock.wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
            itemOf(changeStock.item()).stock(changeStock.change());
        }
    }

    /** Records counted: commands decided. */
    public long commands() {
        return commands;
    }

    /** Commands among them that were refused. */
    public long refused() {
        return refused;
    }

    /** Orders that were reserved. */
    public long orders() {
        return orders;
    }

    /** Units paid for and not refunded. */
    public long soldUnits() {
        long units = 0;
        for (final ItemTally item : items.values()) {
            units += item.sold;
        }
        return units;
    }

    /** Units that at the worst moment were taken beyond what there was, over all items. */
    public long oversoldUnits() {
        long units = 0;
        for (final ItemTally item : items.values()) {
            units += item.oversold;
        }
        return units;
    }

    /** Money that orders were paid with, fen. */
    public long paidFen() {
        return paidFen;
    }

    /** Money that went back, fen. */
    public long refundedFen() {
        return refundedFen;
    }

    private void addOrder(final Outcome outcome) {
        switch (outcome) {
            case RESERVED -> {
                orders++;
                addLines(1, 0);
            }
            case PAID -> {
                paidFen += order.amountFen();
                addLines(0, 1);
            }
            case PAID_LATE -> {
                paidFen += order.amountFen();
                addLines(1, 1);
            }
            case CANCELLED, EXPIRED -> addLines(-1, 0);
            case REFUNDED -> {
                refundedFen += order.amountFen();
                addLines(-1, -1);
            }
            default -> {
                // Money that is due back, or an answer given again: no unit moves.
            }
        }
    }

    private void addLines(final int taken, final int sold) {
        final boolean lost = sold < 0 && ReturnedStock.ofCode(order.returned()) == ReturnedStock.WRITE_OFF;
        for (final OrderDecisionDecoder.LinesDecoder line = order.lines(); line.hasNext(); ) {
            line.next();
            final ItemTally item = itemOf(line.item());
            item.sold += (long) sold * line.quantity();
            // First given back, then lost: the other way round it would look oversold for a moment.
            item.take((long) taken * line.quantity());
            if (lost) {
                item.stock(-line.quantity());
            }
        }
    }

    private ItemTally itemOf(final long item) {
        return items.computeIfAbsent(item, id -> new ItemTally());
    }

    /** One item's sums, in units. */
    private static final class ItemTally {
        private long stocked;
        private long taken;
        private long sold;
        private long oversold;

        void stock(final long change) {
            stocked += change;
            noteOversold();
        }

        void take(final long change) {
            taken += change;
            noteOversold();
        }

        private void noteOversold() {
            oversold = Math.max(oversold, taken - stocked);
        }
    }
}
