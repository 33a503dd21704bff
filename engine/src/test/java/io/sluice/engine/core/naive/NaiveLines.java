package io.sluice.engine.core.naive;

import io.sluice.engine.core.CoreLimits;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.PlaceState;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RoomState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who waits for what, in the order in which they joined, whatever they wait for: one list, looked through each time. */
final class NaiveLines implements StockDecider {
    private final NaiveCatalogue catalogue;
    private final NaiveBook book;
    private final NaiveStocks stocks;
    /** How many joined the line of an offer since anybody waits or has a turn there, oldest line first. */
    private final Map<Long, Long> joined = new LinkedHashMap<>();

    private final NaiveProposals proposals = new NaiveProposals();

    private long sequence;
    private long nowMs;

    NaiveLines(final NaiveCatalogue catalogue, final NaiveBook book, final NaiveStocks stocks) {
        this.catalogue = catalogue;
        this.book = book;
        this.stocks = stocks;
    }

    void begin(final long newSequence, final long timeMs) {
        sequence = newSequence;
        nowMs = timeMs;
        stocks.begin(newSequence);
    }

    @Override
    public Verdict decide(final StockCommand.MoveStock command) {
        return stocks.move(command);
    }

    @Override
    public Verdict decide(final StockCommand.CloseAllotment command) {
        return stocks.close(command);
    }

    void limits(final CoreLimits limits) {
        proposals.maxWriteOff(limits.maxWriteOff());
    }

    /** What waits for a second person: record, who, item, units and until when of each. */
    List<List<Long>> proposals(final long timeMs) {
        return proposals.open(timeMs).stream()
                .map(each -> List.of(each.sequence(), each.actor(), each.item().id, each.units(), each.untilMs()))
                .toList();
    }

    /** Restocks, writes off, or keeps it for a second person. */
    Verdict changeStock(final Command.ChangeStock command) {
        final NaiveItem item = catalogue.items.get(command.item());
        final long available = item == null ? 0 : stocks.available(item.shared);
        NaiveCatalogue.Answer answer = catalogue.whyNot(command, available);
        if (answer.outcome() == Outcome.ACCEPTED && proposals.areNeeded(-command.change())) {
            answer = proposals.propose(sequence, nowMs, command.actor(), item, -command.change());
        } else if (answer.outcome() == Outcome.ACCEPTED) {
            catalogue.changeStock(command);
        }
        final Verdict verdict = verdict(answer.outcome()).detail(answer.detail());
        final boolean named = answer.outcome() != Outcome.COMMAND_INVALID && item != null;
        return named ? verdict.stock(List.of(stocks.shown(item.shared))) : verdict;
    }

    @Override
    public Verdict decide(final StockCommand.Approve command) {
        final NaiveProposals.Waiting waiting = proposals.find(command.proposal(), nowMs);
        if (waiting == null) {
            return verdict(Outcome.PROPOSAL_UNKNOWN);
        }
        final NaiveStock stock = waiting.item().shared;
        final long available = stocks.available(stock);
        if (waiting.actor() == command.actor()) {
            return verdict(Outcome.SECOND_PERSON_NEEDED).detail(command.actor()).stock(List.of(stocks.shown(stock)));
        }
        if (available < waiting.units()) {
            return verdict(Outcome.STOCK_TOO_LOW).detail(available).stock(List.of(stocks.shown(stock)));
        }
        stock.lost += waiting.units();
        return decided(waiting);
    }

    @Override
    public Verdict decide(final StockCommand.Withdraw command) {
        final NaiveProposals.Waiting waiting = proposals.find(command.proposal(), nowMs);
        return waiting == null ? verdict(Outcome.PROPOSAL_UNKNOWN) : decided(waiting);
    }

    private Verdict decided(final NaiveProposals.Waiting waiting) {
        proposals.remove(waiting);
        return verdict(Outcome.ACCEPTED).detail(waiting.units()).stock(List.of(stocks.shown(waiting.item().shared)));
    }

    @Override
    public Verdict decide(final StockCommand.JoinLine command) {
        final NaiveRoom room = catalogue.rooms.get(command.room());
        final NaiveOffer offer = catalogue.offers.get(command.offer());
        final int units = command.units();
        if (command.viewer() < 1
                || command.viewer() > ProtocolLimits.MAX_ID
                || units < 1
                || units > ProtocolLimits.MAX_QUANTITY) {
            return verdict(Outcome.COMMAND_INVALID);
        }
        if (room == null) {
            return verdict(Outcome.ROOM_UNKNOWN);
        }
        if (room.state == RoomState.SCHEDULED) {
            return verdict(Outcome.ROOM_NOT_OPEN);
        }
        if (offer == null || offer.room != room) {
            return verdict(Outcome.OFFER_UNKNOWN);
        }
        final NaivePlace place = find(command.viewer(), offer);
        return place == null ? joinAnew(command, offer) : joinAgain(place, units);
    }

    @Override
    public Verdict decide(final StockCommand.LeaveLine command) {
        final NaivePlace place = find(command.viewer(), catalogue.offers.get(command.offer()));
        return place == null ? verdict(Outcome.NOT_WAITING) : end(place, PlaceState.LEFT);
    }

    @Override
    public Verdict decide(final StockCommand.CallNext command) {
        final NaiveOffer offer = catalogue.offers.get(command.offer());
        final List<NaivePlace> line = lineOf(offer);
        if (line.isEmpty()) {
            return verdict(Outcome.NOT_WAITING);
        }
        final NaivePlace first = line.get(0);
        if (isClosed(offer, nowMs)) {
            return end(first, PlaceState.CLOSED);
        }
        final NaiveStock stock = stocks.soldBy(offer);
        final long available = stocks.available(stock);
        if (available == 0) {
            return verdict(Outcome.SOLD_OUT).stock(List.of(stocks.shown(stock)));
        }
        first.units = (int) Math.min(available, first.units);
        first.kept = stock;
        first.untilMs = nowMs + 1_000L * offer.terms.turnSeconds();
        return verdict(Outcome.ACCEPTED).stock(List.of(stocks.shown(stock))).placing(List.of(shown(first)));
    }

    @Override
    public Verdict decide(final StockCommand.EndTurn command) {
        final NaivePlace place = find(command.viewer(), catalogue.offers.get(command.offer()));
        return place == null || !place.isCalled() || place.untilMs > nowMs
                ? verdict(Outcome.HOLD_NOT_DUE)
                : end(place, PlaceState.LAPSED);
    }

    @Override
    public Verdict decide(final StockCommand.FindPlaces command) {
        return verdict(Outcome.FOUND).found(new Verdict.Places(placesOf(command.viewer())));
    }

    /** A viewer's places, those of the oldest lines first. */
    List<Verdict.Place> placesOf(final long viewer) {
        final List<Verdict.Place> places = new ArrayList<>();
        for (final long offer : joined.keySet()) {
            final NaivePlace place = find(viewer, catalogue.offers.get(offer));
            if (place != null) {
                places.add(shown(place));
            }
        }
        return places;
    }

    /** The offer of who joined first of all who could be called, or are to be sent home; 0 for nobody. */
    long nextToCall(final long atMs) {
        for (final NaivePlace place : book.places) {
            final boolean isNext = !place.isCalled()
                    && (isClosed(place.offer, atMs) || stocks.available(stocks.soldBy(place.offer)) > 0);
            if (isNext) {
                return place.offer.id;
            }
        }
        return 0;
    }

    /** Every offer's stock and line. */
    List<Verdict.Offer> shownOffers() {
        return catalogue.offers.values().stream()
                .map(offer -> new Verdict.Offer(offer.id, stocks.available(stocks.soldBy(offer)), waitingFor(offer)))
                .toList();
    }

    /** How many wait for an offer. */
    private int waitingFor(final NaiveOffer offer) {
        return lineOf(offer).size();
    }

    /** Units of a stock that a viewer may order by these offers: what all may have, and what is kept for the viewer's turns. */
    long leftTo(final long viewer, final List<NaiveOffer> offers, final NaiveStock stock) {
        long left = stocks.availableToAll(stock);
        for (final NaiveOffer offer : offers.stream().distinct().toList()) {
            final NaivePlace place = find(viewer, offer);
            left += place != null && place.isCalled() && place.kept.home() == stock ? place.units : 0;
        }
        return left;
    }

    /** An order takes what was kept for its viewer. */
    void useTurns(final long viewer, final List<NaiveOffer> offers) {
        book.places.removeIf(place -> place.viewer == viewer
                && place.isCalled()
                && offers.contains(place.offer)
                && place.kept.home() == stocks.soldBy(place.offer));
        forgetUnused();
    }

    private void forgetUnused() {
        joined.keySet().removeIf(offer -> book.places.stream().noneMatch(place -> place.offer.id == offer));
    }

    private Verdict joinAnew(final StockCommand.JoinLine command, final NaiveOffer offer) {
        if (offer.opensAtMs > nowMs) {
            return verdict(Outcome.SALE_NOT_OPEN).detail(offer.opensAtMs);
        }
        if (offer.closesAtMs <= nowMs) {
            return verdict(Outcome.SALE_CLOSED).detail(offer.closesAtMs);
        }
        if (offer.terms.turnSeconds() == 0 || offer.isPack) {
            return verdict(Outcome.NO_LINE);
        }
        final long mayHave = book.leftFor(command.viewer(), offer);
        if (mayHave < command.units()) {
            return verdict(Outcome.LIMIT_REACHED).detail(Math.max(0, mayHave));
        }
        final NaiveStock stock = stocks.soldBy(offer);
        final long left = stocks.availableToAll(stock);
        if (left >= command.units()) {
            return verdict(Outcome.STOCK_LEFT).detail(left).stock(List.of(stocks.shown(stock)));
        }
        final long ordinal = joined.merge(offer.id, 1L, Long::sum);
        final NaivePlace place = new NaivePlace(command.viewer(), offer, ordinal, command.units());
        book.places.add(place);
        return verdict(Outcome.ACCEPTED).placing(List.of(shown(place)));
    }

    private Verdict joinAgain(final NaivePlace place, final int units) {
        if (place.isCalled() || place.units == units) {
            return verdict(Outcome.REPEATED).placing(List.of(shown(place)));
        }
        final long mayHave = book.leftFor(place.viewer, place.offer);
        if (mayHave < units) {
            return verdict(Outcome.LIMIT_REACHED).detail(Math.max(0, mayHave));
        }
        place.units = units;
        return verdict(Outcome.ACCEPTED).placing(List.of(shown(place)));
    }

    private Verdict end(final NaivePlace place, final PlaceState state) {
        book.places.remove(place);
        forgetUnused();
        final Verdict.Place ended = place.shown(state, 0, waitingFor(place.offer));
        final Verdict verdict = verdict(Outcome.ACCEPTED).placing(List.of(ended));
        return place.isCalled() ? verdict.stock(List.of(stocks.shown(place.kept.home()))) : verdict;
    }

    private Verdict.Place shown(final NaivePlace place) {
        final List<NaivePlace> line = lineOf(place.offer);
        return place.isCalled()
                ? place.shown(PlaceState.CALLED, 0, line.size())
                : place.shown(
                        PlaceState.WAITING,
                        Math.min(place.ordinal - line.get(0).ordinal, line.size() - 1),
                        line.size());
    }

    private List<NaivePlace> lineOf(final NaiveOffer offer) {
        return book.places.stream()
                .filter(place -> place.offer == offer && !place.isCalled())
                .toList();
    }

    private NaivePlace find(final long viewer, final NaiveOffer offer) {
        return book.places.stream()
                .filter(place -> place.viewer == viewer && place.offer == offer)
                .findFirst()
                .orElse(null);
    }

    private static boolean isClosed(final NaiveOffer offer, final long atMs) {
        return offer.closesAtMs <= atMs || offer.terms.turnSeconds() == 0 || offer.isPack;
    }

    private Verdict verdict(final Outcome outcome) {
        return Verdict.of(outcome, sequence);
    }
}
