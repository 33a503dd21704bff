package io.sluice.engine.core;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ReturnedStock;

/** Moves the stock and the viewer's units of a whole order or of one of its lines, and shows the moved items. */
final class OrderStock {
    private final Catalogue catalogue;
    private final ViewerUnits units;

    OrderStock(final Catalogue catalogue, final ViewerUnits units) {
        this.catalogue = catalogue;
        this.units = units;
    }

    /** On sale to held. */
    void hold(final Order order, final Decision decision) {
        for (int i = 0; i < order.lines(); i++) {
            final OrderLine line = order.line(i);
            itemOf(line, decision).hold(line.quantity());
            units.add(order.viewer(), line.offer(), line.quantity());
        }
    }

    /** Held back on sale. */
    void release(final Order order, final Decision decision) {
        for (int i = 0; i < order.lines(); i++) {
            final OrderLine line = order.line(i);
            itemOf(line, decision).release(line.quantity());
            units.add(order.viewer(), line.offer(), -line.quantity());
        }
    }

    /** Held to sold. */
    void sellHeld(final Order order, final Decision decision) {
        for (int i = 0; i < order.lines(); i++) {
            final OrderLine line = order.line(i);
            itemOf(line, decision).sellHeld(line.quantity());
        }
    }

    /** On sale to sold, of an order that holds nothing any more. */
    void sellAvailable(final Order order, final Decision decision) {
        for (int i = 0; i < order.lines(); i++) {
            final OrderLine line = order.line(i);
            itemOf(line, decision).sellAvailable(line.quantity());
            units.add(order.viewer(), line.offer(), line.quantity());
        }
    }

    /** Some units of a sold line back on sale or written off. */
    void takeBack(
            final Order order,
            final OrderLine line,
            final int quantity,
            final ReturnedStock returned,
            final Decision decision) {
        final Item item = itemOf(line, decision);
        if (returned == ReturnedStock.RETURN) {
            item.takeBack(quantity);
        } else {
            item.writeOffSold(quantity);
        }
        units.add(order.viewer(), line.offer(), -quantity);
    }

    /** Whether the units of an order that holds nothing any more can be counted again. */
    boolean hasRoomFor(final Order order) {
        return units.hasRoomFor(order.lines());
    }

    /**
     * Why an order that holds nothing any more cannot be sold after all, in the order of precedence that a new order has;
     * ACCEPTED when it can.
     */
    Outcome whyNotAvailable(final Order order) {
        if (limitReached(order)) {
            return Outcome.LIMIT_REACHED;
        }
        return soldOut(order) ? Outcome.SOLD_OUT : Outcome.ACCEPTED;
    }

    private boolean limitReached(final Order order) {
        for (int i = 0; i < order.lines(); i++) {
            final long offer = order.line(i).offer();
            final int limit = catalogue.offer(offer).terms().perViewerLimit();
            if (limit > 0 && units.get(order.viewer(), offer) + unitsOfOffer(order, offer) > limit) {
                return true;
            }
        }
        return false;
    }

    private boolean soldOut(final Order order) {
        for (int i = 0; i < order.lines(); i++) {
            final long item = order.line(i).item();
            if (catalogue.item(item).available() < unitsOfItem(order, item)) {
                return true;
            }
        }
        return false;
    }

    private Item itemOf(final OrderLine line, final Decision decision) {
        final Item item = catalogue.item(line.item());
        decision.showStock(item);
        return item;
    }

    private static long unitsOfItem(final Order order, final long item) {
        long asked = 0;
        for (int i = 0; i < order.lines(); i++) {
            asked += order.line(i).item() == item ? order.line(i).quantity() : 0;
        }
        return asked;
    }

    private static long unitsOfOffer(final Order order, final long offer) {
        long asked = 0;
        for (int i = 0; i < order.lines(); i++) {
            asked += order.line(i).offer() == offer ? order.line(i).quantity() : 0;
        }
        return asked;
    }
}
