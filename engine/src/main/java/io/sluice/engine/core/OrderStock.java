package io.sluice.engine.core;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ReturnedStock;

/** Moves the stock and the viewer's units of a whole order or of one of its lines, and shows the moved items. */
final class OrderStock {
    private final Catalogue catalogue;
    private final ViewerUnits units;
    private final WaitingLines lines;

    OrderStock(final Catalogue catalogue, final ViewerUnits units, final WaitingLines lines) {
        this.catalogue = catalogue;
        this.units = units;
        this.lines = lines;
    }

    /** On sale to held, of one line of a new order. */
    void hold(final long viewer, final Offer offer, final int quantity, final Decision decision) {
        decision.showStock(offer.stock().home());
        offer.stock().hold(quantity);
        units.add(viewer, offer.id(), quantity);
    }

    /** Held back on sale. */
    void release(final Order order, final Decision decision) {
        for (int i = 0; i < order.lines(); i++) {
            final OrderLine line = order.line(i);
            stockOf(line, decision).release(line.quantity());
            units.add(order.viewer(), line.offer(), -line.quantity());
        }
    }

    /** Held to sold. */
    void sellHeld(final Order order, final Decision decision) {
        for (int i = 0; i < order.lines(); i++) {
            final OrderLine line = order.line(i);
            stockOf(line, decision).sellHeld(line.quantity());
        }
    }

    /** On sale to sold, of an order that holds nothing any more: from the stock that its offers sell from now, turns first. */
    void sellAvailable(final Order order, final Decision decision) {
        for (int i = 0; i < order.lines(); i++) {
            lines.useTurn(order.viewer(), catalogue.offer(order.line(i).offer()));
        }
        for (int i = 0; i < order.lines(); i++) {
            final OrderLine line = order.line(i);
            line.drawFrom(catalogue.offer(line.offer()).stock().number());
            stockOf(line, decision).sellAvailable(line.quantity());
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
        final Stock stock = stockOf(line, decision);
        if (returned == ReturnedStock.RETURN) {
            stock.takeBack(quantity);
        } else {
            stock.writeOffSold(quantity);
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
            final OrderLine line = order.line(i);
            final long item = line.item();
            final Stock stock = catalogue.offer(line.offer()).stock();
            if (stock.availableToAll() + keptFor(order, stock) < unitsOfItem(order, item)) {
                return true;
            }
        }
        return false;
    }

    /** What the viewer's turns keep of a stock at the order's offers. */
    private long keptFor(final Order order, final Stock stock) {
        long kept = 0;
        for (int i = 0; i < order.lines(); i++) {
            final Offer offer = catalogue.offer(order.line(i).offer());
            kept += offer.stock() == stock && isFirstOf(order, i) ? lines.keptFor(order.viewer(), offer) : 0;
        }
        return kept;
    }

    private static boolean isFirstOf(final Order order, final int line) {
        final long offer = order.line(line).offer();
        int first = 0;
        while (order.line(first).offer() != offer) {
            first++;
        }
        return first == line;
    }

    /** The stock that a line's units are from; shows where they will be. */
    private Stock stockOf(final OrderLine line, final Decision decision) {
        final Stock stock = catalogue.allotments().stock(line.stock(), catalogue.item(line.item()));
        decision.showStock(stock.home());
        return stock;
    }

    /** An order is of one room, so all of its lines of an item sell from one stock. */
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
