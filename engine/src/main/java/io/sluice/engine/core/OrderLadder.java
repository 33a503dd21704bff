package io.sluice.engine.core;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RoomState;

/**
 * The refusals of an order behind its key, in their documented order of precedence. Each rung looks at all lines before
 * the next rung looks at any. Past the last one an order cannot fail.
 */
final class OrderLadder {
    private final Catalogue catalogue;
    private final OrderTable orders;
    private final OrderAnswers answers;
    private final ViewerUnits units;
    private final OrderCoupons coupons;
    private final Packs packs;
    private final WaitingLines lines;
    private final Offer[] offers = new Offer[ProtocolLimits.MAX_LINES];
    /** What a turn keeps for the viewer at the offer of a line, of several lines of one at the first. */
    private final long[] kept = new long[ProtocolLimits.MAX_LINES];

    private Room room;
    private long totalFen;

    OrderLadder(
            final Catalogue catalogue,
            final OrderTable orders,
            final OrderAnswers answers,
            final ViewerUnits units,
            final OrderCoupons coupons,
            final Packs packs,
            final WaitingLines lines) {
        this.catalogue = catalogue;
        this.orders = orders;
        this.answers = answers;
        this.units = units;
        this.coupons = coupons;
        this.packs = packs;
        this.lines = lines;
    }

    /** Refuses the decision and answers true if any rung applies. */
    boolean refuses(final OrderRequest request, final Decision decision) {
        totalFen = 0;
        return capacity(request, decision)
                || roomUnknown(request, decision)
                || roomNotOpen(decision)
                || offerUnknown(request, decision)
                || saleNotOpen(request, decision)
                || saleClosed(request, decision)
                || packs.refusesSize(request, decision)
                || coupons.refuses(request, decision)
                || coupons.isForNone(request, offers, decision)
                || limitReached(request, decision)
                || packs.refusesNumber(request, decision)
                || coupons.isBelowMinimum(decision)
                || priceChanged(request, decision)
                || soldOut(request, decision);
    }

    /** The offer of a line, once the ladder was climbed. */
    Offer offer(final int line) {
        return offers[line];
    }

    /** The room, once the ladder was climbed. */
    Room room() {
        return room;
    }

    /** What the order costs, fen; 0 when the ladder was left before that was found out. */
    long totalFen() {
        return totalFen;
    }

    /** First of all: a shop that could not take the order looks no further. */
    private boolean capacity(final OrderRequest request, final Decision decision) {
        final boolean hasRoom = orders.hasRoom()
                && answers.hasRoom(decision.timeMs())
                && units.hasRoomFor(request.lines().size());
        return !hasRoom && decision.refuseLine(Outcome.CAPACITY, Decision.NO_LINE, 0);
    }

    private boolean roomUnknown(final OrderRequest request, final Decision decision) {
        final Room named = catalogue.room(request.room());
        // A reference is written only when it is another: the collector's note of it costs more than the look.
        if (room != named) {
            room = named;
        }
        return named == null && decision.refuseLine(Outcome.ROOM_UNKNOWN, Decision.NO_LINE, 0);
    }

    private boolean roomNotOpen(final Decision decision) {
        return room.state() == RoomState.SCHEDULED && decision.refuseLine(Outcome.ROOM_NOT_OPEN, Decision.NO_LINE, 0);
    }

    private boolean offerUnknown(final OrderRequest request, final Decision decision) {
        for (int i = 0; i < request.lines().size(); i++) {
            final Offer offer = catalogue.offer(request.lines().offer(i));
            if (offers[i] != offer) {
                offers[i] = offer;
            }
            if (offer == null || offer.room().id() != request.room()) {
                return decision.refuseLine(Outcome.OFFER_UNKNOWN, i, 0);
            }
        }
        return false;
    }

    private boolean saleNotOpen(final OrderRequest request, final Decision decision) {
        for (int i = 0; i < request.lines().size(); i++) {
            final long opensAtMs = offers[i].terms().opensAtMs();
            if (decision.timeMs() < opensAtMs) {
                return decision.refuseLine(Outcome.SALE_NOT_OPEN, i, opensAtMs);
            }
        }
        return false;
    }

    private boolean saleClosed(final OrderRequest request, final Decision decision) {
        for (int i = 0; i < request.lines().size(); i++) {
            final long closesAtMs = offers[i].terms().closesAtMs();
            if (decision.timeMs() >= closesAtMs) {
                return decision.refuseLine(Outcome.SALE_CLOSED, i, closesAtMs);
            }
        }
        return false;
    }

    private boolean limitReached(final OrderRequest request, final Decision decision) {
        for (int i = 0; i < request.lines().size(); i++) {
            final int limit = offers[i].terms().perViewerLimit();
            if (limit > 0) {
                final long offer = offers[i].id();
                final long had = units.get(request.viewer(), offer);
                if (had + request.lines().unitsOfOffer(offer) > limit) {
                    return decision.refuseLine(Outcome.LIMIT_REACHED, i, Math.max(0, limit - had));
                }
            }
        }
        return false;
    }

    private boolean priceChanged(final OrderRequest request, final Decision decision) {
        for (int i = 0; i < request.lines().size(); i++) {
            totalFen += offers[i].terms().priceAt(decision.timeMs())
                    * request.lines().quantity(i);
        }
        totalFen -= coupons.shareOut(request.lines().size());
        return request.expectedTotalFen() != OrderRequest.NO_EXPECTED_TOTAL
                && request.expectedTotalFen() != totalFen
                && decision.refuseLine(Outcome.PRICE_CHANGED, Decision.NO_LINE, totalFen);
    }

    private boolean soldOut(final OrderRequest request, final Decision decision) {
        for (int i = 0; i < request.lines().size(); i++) {
            kept[i] = isFirstOf(i) ? lines.keptFor(request.viewer(), offers[i]) : 0;
        }
        for (int i = 0; i < request.lines().size(); i++) {
            final long left = unitsLeft(request, offers[i].stock());
            if (unitsOfItem(request, offers[i].item()) > left) {
                return decision.refuseLine(Outcome.SOLD_OUT, i, left);
            }
        }
        return false;
    }

    /** What there is for everybody, and what turns keep for the viewer. */
    private long unitsLeft(final OrderRequest request, final Stock stock) {
        long left = stock.availableToAll();
        for (int i = 0; i < request.lines().size(); i++) {
            left += offers[i].stock() == stock ? kept[i] : 0;
        }
        return left;
    }

    private boolean isFirstOf(final int line) {
        int first = 0;
        while (offers[first] != offers[line]) {
            first++;
        }
        return first == line;
    }

    /** All of an order's lines of an item sell from one stock, that of the room. */
    private long unitsOfItem(final OrderRequest request, final Item item) {
        long asked = 0;
        for (int i = 0; i < request.lines().size(); i++) {
            if (offers[i].item() == item) {
                asked += request.lines().quantity(i);
            }
        }
        return asked;
    }
}
