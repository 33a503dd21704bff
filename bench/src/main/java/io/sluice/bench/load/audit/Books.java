package io.sluice.bench.load.audit;

import io.sluice.bench.load.audit.JournalEvent.Kind;
import io.sluice.bench.load.audit.JournalEvent.Line;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * The shop's books, kept from the journal's events alone: offers, stock, what viewers have, and which orders hold it. An order
 * gives its units back once, whatever the journal says later: units that come back twice show as a surplus. One thread.
 */
final class Books {
    private final Map<Long, Terms> offers = new HashMap<>();
    private final Long2ObjectHashMap<Placed> orders = new Long2ObjectHashMap<>();
    /** Lines are many, and few of them differ: each is kept once. */
    private final Map<Line, Line> lines = new HashMap<>();

    private final Set<Long> before = new HashSet<>();
    private final LimitBook limits = new LimitBook();
    private final StockBook stock;

    Books(final Opening opening, final Findings findings) {
        stock = new StockBook(findings);
        for (final Opening.KnownOffer offer : opening.offers()) {
            offers.put(offer.offer(), new Terms(offer.item(), offer.perViewer()));
            before.add(offer.offer());
            stock.open(offer.item(), offer.available());
        }
    }

    /** Enters an event. */
    void enter(final JournalEvent event) {
        stock.at(event.sequence());
        switch (event.kind()) {
            case PLACE -> place(event);
            case CANCEL -> endHold(event, "CANCELLED");
            case EXPIRE -> endHold(event, "EXPIRED");
            case PAY -> pay(event);
            case REFUND -> refund(event);
            case STOCK, APPROVE -> changeStock(event);
            case OFFER -> saveOffer(event);
            case CAMPAIGN, CLAIM, POSITION, OTHER -> {}
        }
        stock.compare(event.stocks());
    }

    /** Whether less was left than a refused order asked for, of the item whose offer the refusal names. */
    boolean isSoldOut(final JournalEvent refusal) {
        final Terms named = offers.get(refusal.number("offer"));
        if (named == null) {
            return false;
        }
        long asked = 0;
        for (final Line line : refusal.lines()) {
            final Terms terms = offers.get(line.offer());
            asked += terms != null && terms.item() == named.item() ? line.quantity() : 0;
        }
        // Where nothing has moved yet the record's own figure is all there is.
        final long left = stock.knows(named.item()) ? stock.available(named.item()) : refusal.number("available");
        return asked > left;
    }

    /**
     * Whether the viewer's own orders leave no room for a refused one in the offer's limit. Of an offer that was there before
     * the run the viewer may have units of that time, so there the record is believed if it leaves room for some.
     */
    boolean isOverLimit(final JournalEvent refusal) {
        final long offer = refusal.number("offer");
        final Terms terms = offers.get(offer);
        if (terms == null || terms.perViewer() == 0) {
            return false;
        }
        final long asked = refusal.lines().stream()
                .filter(line -> line.offer() == offer)
                .mapToLong(Line::quantity)
                .sum();
        final long had = limits.units(refusal.number("viewer"), offer);
        final long remaining = refusal.number("remaining");
        return had + asked > terms.perViewer()
                || (before.contains(offer) && asked > remaining && had + remaining <= terms.perViewer());
    }

    private void place(final JournalEvent event) {
        if (event.outcome().equals("RESERVED")) {
            final Placed order = new Placed(event.number("viewer"), lines(event), false);
            orders.put(event.number("order"), order);
            take(order);
        }
    }

    private void endHold(final JournalEvent event, final String outcome) {
        if (event.outcome().equals(outcome)) {
            final Placed order = placed(event);
            if (order.holds) {
                order.holds = false;
                stock.giveBack(order.lines);
                limits.giveBack(order.viewer, order.lines);
            }
        }
    }

    private void pay(final JournalEvent event) {
        if (event.outcome().equals("PAID") || event.outcome().equals("PAID_LATE")) {
            // Of an order from before the run only PAID_LATE says that it held nothing any more.
            final Placed order = orders.computeIfAbsent(
                    event.number("order"),
                    number -> new Placed(
                            event.number("viewer"),
                            lines(event),
                            event.outcome().equals("PAID")));
            if (!order.holds) {
                take(order);
            }
        }
    }

    /** The lines of a refund are the units that go back with it. */
    private void refund(final JournalEvent event) {
        if (event.outcome().equals("REFUNDED")) {
            limits.giveBack(event.number("viewer"), event.lines());
            if (event.text("stock").equals("RETURN")) {
                stock.giveBack(event.lines());
            }
        }
    }

    private void changeStock(final JournalEvent event) {
        if (event.is(Kind.STOCK, "ACCEPTED")) {
            stock.move(event.number("item"), event.number("change"));
        } else if (event.is(Kind.APPROVE, "ACCEPTED")) {
            stock.move(event.number("item"), -event.number("units"));
        }
    }

    private void saveOffer(final JournalEvent event) {
        if (event.is(Kind.OFFER, "ACCEPTED")) {
            offers.put(event.number("offer"), new Terms(event.number("item"), (int) event.number("perViewerLimit")));
        }
    }

    private void take(final Placed order) {
        order.holds = true;
        stock.take(order.lines);
        limits.take(order.viewer, order.lines);
    }

    private Placed placed(final JournalEvent event) {
        return orders.computeIfAbsent(
                event.number("order"), number -> new Placed(event.number("viewer"), lines(event), true));
    }

    private List<Line> lines(final JournalEvent event) {
        return event.lines().stream()
                .map(line -> lines.computeIfAbsent(line, same -> same))
                .toList();
    }

    private record Terms(long item, int perViewer) {}

    /** An order, and whether it has its units: held, or sold. */
    private static final class Placed {
        private final long viewer;
        private final List<Line> lines;
        private boolean holds;

        private Placed(final long viewer, final List<Line> lines, final boolean holds) {
            this.viewer = viewer;
            this.lines = lines;
            this.holds = holds;
        }
    }
}
