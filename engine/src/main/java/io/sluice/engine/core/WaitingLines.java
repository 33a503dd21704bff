package io.sluice.engine.core;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.PlaceState;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import java.util.ArrayList;
import java.util.List;

/**
 * The waiting lines of offers that are sold out. While viewers wait for a stock, what comes free there is theirs alone: the
 * one who waits longest is called, by a command of the core's own, and has the units for as long as a turn takes. An order of
 * the offer uses the turn up. Places wait in the line of their offer; offers that sell from one stock are called in the
 * order in which their viewers joined.
 */
public final class WaitingLines {
    private static final long SECOND_MS = 1_000;

    private final Catalogue catalogue;
    private final ViewerUnits units;
    private final WaitingTable table = new WaitingTable();
    /** Offers for which anybody waits or has a turn, in the order in which the first viewer joined. */
    private final List<Offer> offers = new ArrayList<>();

    WaitingLines(final Catalogue catalogue, final ViewerUnits units) {
        this.catalogue = catalogue;
        this.units = units;
    }

    /** Puts a viewer into the line of an offer; one who is there keeps the place and may want another number of units. */
    public void join(
            final long viewer, final long roomId, final long offerId, final int wanted, final Decision decision) {
        final Room room = catalogue.room(roomId);
        final Offer offer = catalogue.offer(offerId);
        if (!Brand.isId(viewer) || wanted < 1 || wanted > ProtocolLimits.MAX_QUANTITY) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (room == null) {
            decision.refuse(Outcome.ROOM_UNKNOWN);
        } else if (room.state() == RoomState.SCHEDULED) {
            decision.refuse(Outcome.ROOM_NOT_OPEN);
        } else if (offer == null || offer.room() != room) {
            decision.refuse(Outcome.OFFER_UNKNOWN);
        } else {
            final WaitingPlace known = table.find(viewer, offerId);
            if (known == null) {
                joinAnew(viewer, offer, wanted, decision);
            } else {
                joinAgain(known, offer, wanted, decision);
            }
        }
    }

    /** Gives up a viewer's place or turn. */
    public void leave(final long viewer, final long offerId, final Decision decision) {
        final WaitingPlace place = table.find(viewer, offerId);
        if (place == null) {
            decision.refuse(Outcome.NOT_WAITING);
        } else {
            end(place, catalogue.offer(offerId), PlaceState.LEFT, decision);
        }
    }

    /** Calls the first in the line of an offer, or sends the viewer home when the sale or the line is closed. */
    public void callNext(final long offerId, final Decision decision) {
        final Offer offer = catalogue.offer(offerId);
        if (offer == null || offer.line().size() == 0) {
            decision.refuse(Outcome.NOT_WAITING);
            return;
        }
        final Stock stock = offer.stock();
        final WaitingPlace first = table.at(offer.line().first());
        if (isClosed(offer, decision.timeMs())) {
            end(first, offer, PlaceState.CLOSED, decision);
        } else if (stock.available() == 0) {
            decision.refuse(Outcome.SOLD_OUT).showStock(stock);
        } else {
            final int kept = (int) Math.min(first.units(), stock.available());
            unlink(first, offer);
            stock.hold(kept);
            first.call(kept, stock.number(), decision.timeMs() + offer.terms().turnSeconds() * SECOND_MS);
            decision.accept(Outcome.ACCEPTED).showStock(stock);
            decision.places().add(first, offer, PlaceState.CALLED, 0);
        }
    }

    /** Ends a turn whose time is over. */
    public void endTurn(final long viewer, final long offerId, final Decision decision) {
        final WaitingPlace place = table.find(viewer, offerId);
        if (place == null || !place.isCalled() || place.untilMs() > decision.timeMs()) {
            decision.refuse(Outcome.HOLD_NOT_DUE);
        } else {
            end(place, catalogue.offer(offerId), PlaceState.LAPSED, decision);
        }
    }

    /** Shows a viewer's places, those of the oldest lines first. Changes nothing. */
    public void show(final long viewer, final PlacePage page) {
        page.clear();
        for (int i = 0; i < offers.size() && !page.isFull() && table.size() > 0; i++) {
            final Offer offer = offers.get(i);
            final WaitingPlace place = table.find(viewer, offer.id());
            if (place != null) {
                show(place, offer, page);
            }
        }
    }

    /**
     * The offer whose first viewer is to be called now: of all that could be, the one who joined first. 0 when nobody can be.
     * Looks at each offer whose line is in use. Changes nothing.
     */
    public long nextToCall(final long nowMs) {
        long next = 0;
        long joinedAt = Long.MAX_VALUE;
        for (int i = 0; i < offers.size() && table.size() > 0; i++) {
            final Offer offer = offers.get(i);
            if (offer.line().size() > 0 && (offer.stock().available() > 0 || isClosed(offer, nowMs))) {
                final long firstJoinedAt = table.at(offer.line().first()).joinedAt();
                next = firstJoinedAt < joinedAt ? offer.id() : next;
                joinedAt = Math.min(joinedAt, firstJoinedAt);
            }
        }
        return next;
    }

    /** Shows every turn. */
    public void forEachTurn(final TurnVisitor visitor) {
        for (long number = 1; number <= table.last(); number++) {
            final WaitingPlace place = table.at(number);
            if (place.viewer() != 0 && place.isCalled()) {
                final Offer offer = catalogue.offer(place.offer());
                visitor.onTurn(number, place.untilMs(), place.viewer(), offer, stockOf(place, offer), place.units());
            }
        }
    }

    /** Shows the turn of a place by its number; answers whether it has one that ends by {@code nowMs}. Changes nothing. */
    public boolean isTurnOver(final long number, final long nowMs, final PlacePage page) {
        page.clear();
        final WaitingPlace place = table.at(number);
        final boolean isOver = place.viewer() != 0 && place.isCalled() && place.untilMs() <= nowMs;
        if (isOver) {
            show(place, catalogue.offer(place.offer()), page);
        }
        return isOver;
    }

    /** Units that a turn keeps for the viewer at an offer and that come back to the stock from which that sells. */
    long keptFor(final long viewer, final Offer offer) {
        final WaitingPlace place = offer.line().isUsed() ? table.find(viewer, offer.id()) : null;
        final boolean isKept =
                place != null && place.isCalled() && stockOf(place, offer).home() == offer.stock();
        return isKept ? place.units() : 0;
    }

    /** Puts the units of the viewer's turn at an offer back on sale, for an order that takes them now. */
    void useTurn(final long viewer, final Offer offer) {
        if (keptFor(viewer, offer) > 0) {
            giveUp(table.find(viewer, offer.id()), offer);
        }
    }

    boolean isEmpty() {
        return table.isEmpty();
    }

    void save(final StateOutput output) {
        table.save(output);
        output.putInt(offers.size());
        for (final Offer offer : offers) {
            output.putLong(offer.id());
            offer.line().save(output);
        }
    }

    void load(final StateInput input) {
        table.load(input);
        for (int i = Brand.count(input, ProtocolLimits.MAX_PLACES); i > 0; i--) {
            final long id = input.getLong();
            final Offer offer = catalogue.offer(id);
            if (offer == null) {
                throw new IllegalStateException("the line of offer=" + id + ", which there is not");
            }
            offer.line().load(input, table.last());
            offer.stock().wait(offer.line().size());
            offers.add(offer);
        }
    }

    /** Makes findable what was loaded. */
    void index() {
        table.index();
        for (long number = 1; number <= table.last(); number++) {
            final WaitingPlace place = table.at(number);
            if (place.viewer() != 0) {
                checked(place).line().addLoaded();
            }
        }
        offers.removeIf(offer -> !offer.line().isUsed());
    }

    private void joinAnew(final long viewer, final Offer offer, final int wanted, final Decision decision) {
        final OfferTerms terms = offer.terms();
        final long left = offer.stock().availableToAll();
        final long had = terms.perViewerLimit() == 0 ? 0 : units.get(viewer, offer.id());
        if (decision.timeMs() < terms.opensAtMs()) {
            decision.refuse(Outcome.SALE_NOT_OPEN, terms.opensAtMs());
        } else if (decision.timeMs() >= terms.closesAtMs()) {
            decision.refuse(Outcome.SALE_CLOSED, terms.closesAtMs());
        } else if (!offer.hasLine()) {
            decision.refuse(Outcome.NO_LINE);
        } else if (terms.perViewerLimit() > 0 && had + wanted > terms.perViewerLimit()) {
            decision.refuse(Outcome.LIMIT_REACHED, Math.max(0, terms.perViewerLimit() - had));
        } else if (left >= wanted) {
            decision.refuse(Outcome.STOCK_LEFT, left).showStock(offer.stock());
        } else if (!table.hasRoom()) {
            decision.refuse(Outcome.CAPACITY);
        } else {
            if (!offer.line().isUsed()) {
                offers.add(offer);
            }
            final WaitingPlace place = table.add(offer.line(), viewer, offer.id(), wanted, decision.sequence());
            offer.stock().wait(1);
            decision.accept(Outcome.ACCEPTED);
            show(place, offer, decision.places());
        }
    }

    private void joinAgain(final WaitingPlace known, final Offer offer, final int wanted, final Decision decision) {
        final int limit = offer.terms().perViewerLimit();
        final long had = limit == 0 ? 0 : units.get(known.viewer(), offer.id());
        if (known.isCalled() || known.units() == wanted) {
            decision.accept(Outcome.REPEATED);
        } else if (limit > 0 && had + wanted > limit) {
            decision.refuse(Outcome.LIMIT_REACHED, Math.max(0, limit - had));
            return;
        } else {
            known.units(wanted);
            decision.accept(Outcome.ACCEPTED);
        }
        show(known, offer, decision.places());
    }

    private void end(final WaitingPlace place, final Offer offer, final PlaceState state, final Decision decision) {
        if (place.isCalled()) {
            decision.showStock(stockOf(place, offer).home());
        } else {
            unlink(place, offer);
        }
        decision.accept(Outcome.ACCEPTED).places().add(place, offer, state, 0);
        giveUp(place, offer);
    }

    /** Ends a place that waits in no line; what it kept is on sale again. */
    private void giveUp(final WaitingPlace place, final Offer offer) {
        if (place.isCalled()) {
            stockOf(place, offer).release(place.units());
        }
        table.remove(place);
        offer.line().giveUp();
        if (!offer.line().isUsed()) {
            offers.remove(offer);
        }
    }

    private void unlink(final WaitingPlace place, final Offer offer) {
        table.unlink(offer.line(), place);
        offer.stock().wait(-1);
    }

    private void show(final WaitingPlace place, final Offer offer, final PlacePage page) {
        if (place.isCalled()) {
            page.add(place, offer, PlaceState.CALLED, 0);
        } else {
            final long ordinal = place.ordinal();
            final long number = place.number();
            final long between = ordinal - table.at(offer.line().first()).ordinal();
            page.add(
                    table.at(number),
                    offer,
                    PlaceState.WAITING,
                    Math.min(between, offer.line().size() - 1));
        }
    }

    /**
     * The offer of a place that was loaded.
     *
     * @throws IllegalStateException when the state is damaged.
     */
    private Offer checked(final WaitingPlace place) {
        final Offer offer = catalogue.offer(place.offer());
        final boolean isLinked = Math.min(place.before(), place.behind()) >= 0
                && Math.max(place.before(), place.behind()) <= table.last();
        final boolean isKnown =
                offer != null && place.state() != null && catalogue.allotments().isStockOf(place.stock(), offer.item());
        if (!isKnown || !isLinked) {
            throw new IllegalStateException("place=" + place.number() + " offer=" + place.offer() + " stock="
                    + place.stock() + " before=" + place.before() + " behind=" + place.behind());
        }
        return offer;
    }

    private Stock stockOf(final WaitingPlace turn, final Offer offer) {
        return catalogue.allotments().stock(turn.stock(), offer.item());
    }

    private static boolean isClosed(final Offer offer, final long nowMs) {
        return nowMs >= offer.terms().closesAtMs() || !offer.hasLine();
    }
}
