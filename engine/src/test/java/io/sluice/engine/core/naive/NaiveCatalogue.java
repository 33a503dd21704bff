package io.sluice.engine.core.naive;

import io.sluice.engine.core.CoreLimits;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockReason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Rooms, items and offers, and the commands on them; each answers the outcome and its detail. */
final class NaiveCatalogue {
    final Map<Long, NaiveRoom> rooms = new LinkedHashMap<>();
    final Map<Long, NaiveItem> items = new LinkedHashMap<>();
    final Map<Long, NaiveOffer> offers = new LinkedHashMap<>();
    private CoreLimits limits = CoreLimits.DEFAULT;

    void limits(final CoreLimits newLimits) {
        limits = newLimits;
    }

    List<Verdict.Room> shownRooms() {
        return rooms.values().stream().map(NaiveRoom::shown).toList();
    }

    Answer putRoom(final Command.PutRoom command) {
        if (isBadId(command.room()) || command.title().isEmpty()) {
            return Answer.of(Outcome.COMMAND_INVALID);
        }
        if (!rooms.containsKey(command.room()) && rooms.size() >= limits.maxRooms()) {
            return Answer.of(Outcome.CAPACITY);
        }
        rooms.computeIfAbsent(command.room(), NaiveRoom::new);
        return Answer.of(Outcome.ACCEPTED);
    }

    Answer changeRoomState(final Command.ChangeRoomState command) {
        if (command.next() == null) {
            return Answer.of(Outcome.COMMAND_INVALID);
        }
        final NaiveRoom room = rooms.get(command.room());
        if (room == null) {
            return Answer.of(Outcome.ROOM_UNKNOWN);
        }
        final boolean forward = (room.state == RoomState.SCHEDULED && command.next() == RoomState.LIVE)
                || (room.state == RoomState.LIVE && command.next() == RoomState.ENDED);
        if (!forward) {
            return new Answer(Outcome.ROOM_STATE_FIXED, room.state.code());
        }
        room.state = command.next();
        return Answer.of(Outcome.ACCEPTED);
    }

    Answer putItem(final Command.PutItem command) {
        if (isBadId(command.item()) || command.title().isEmpty()) {
            return Answer.of(Outcome.COMMAND_INVALID);
        }
        if (!items.containsKey(command.item()) && items.size() >= limits.maxItems()) {
            return Answer.of(Outcome.CAPACITY);
        }
        items.computeIfAbsent(command.item(), NaiveItem::new);
        return Answer.of(Outcome.ACCEPTED);
    }

    /** Why units do not come in or are not written off; ACCEPTED when nothing is against it. */
    Answer whyNot(final Command.ChangeStock command, final long available) {
        final NaiveItem item = items.get(command.item());
        final long change = command.change();
        if (command.reason() == null || change == 0 || (command.reason() == StockReason.RESTOCK) != (change > 0)) {
            return Answer.of(Outcome.COMMAND_INVALID);
        }
        if (item == null) {
            return Answer.of(Outcome.ITEM_UNKNOWN);
        }
        if (change > 0 && change > ProtocolLimits.MAX_STOCK - item.stocked) {
            return Answer.of(Outcome.CAPACITY);
        }
        if (change < 0 && available + change < 0) {
            return new Answer(Outcome.STOCK_TOO_LOW, available);
        }
        return Answer.of(Outcome.ACCEPTED);
    }

    void changeStock(final Command.ChangeStock command) {
        final NaiveItem item = items.get(command.item());
        if (command.change() > 0) {
            item.stocked += command.change();
            item.shared.given += command.change();
        } else {
            item.shared.lost -= command.change();
        }
    }

    Answer putOffer(final Command.PutOffer command) {
        final NaiveOffer known = offers.get(command.offer());
        if (isBadId(command.offer()) || !hasGoodTerms(command)) {
            return Answer.of(Outcome.COMMAND_INVALID);
        }
        if (!rooms.containsKey(command.room())) {
            return Answer.of(Outcome.ROOM_UNKNOWN);
        }
        if (!items.containsKey(command.item())) {
            return Answer.of(Outcome.ITEM_UNKNOWN);
        }
        if (known != null && known.room.id != command.room()) {
            return new Answer(Outcome.OFFER_IN_OTHER_ROOM, known.room.id);
        }
        if (known != null && known.item.id != command.item()) {
            return new Answer(Outcome.OFFER_ITEM_FIXED, known.item.id);
        }
        if (known == null && offers.size() >= limits.maxOffers()) {
            return Answer.of(Outcome.CAPACITY);
        }
        offers.computeIfAbsent(
                        command.offer(), id -> new NaiveOffer(id, rooms.get(command.room()), items.get(command.item())))
                .put(command);
        return Answer.of(Outcome.ACCEPTED);
    }

    Answer openOffer(final Command.OpenOffer command, final long nowMs) {
        final Answer answer = offerIn(command.room(), command.offer());
        if (answer.outcome() == Outcome.ACCEPTED) {
            final NaiveOffer offer = offers.get(command.offer());
            if (offer.opensAtMs > nowMs) {
                offer.opensAtMs = nowMs;
            }
            if (offer.closesAtMs <= nowMs) {
                offer.closesAtMs = Long.MAX_VALUE;
            }
        }
        return answer;
    }

    Answer closeOffer(final Command.CloseOffer command, final long nowMs) {
        final Answer answer = offerIn(command.room(), command.offer());
        if (answer.outcome() == Outcome.ACCEPTED) {
            final NaiveOffer offer = offers.get(command.offer());
            if (offer.opensAtMs > nowMs) {
                offer.opensAtMs = nowMs;
            }
            if (offer.closesAtMs > nowMs) {
                offer.closesAtMs = nowMs;
            }
        }
        return answer;
    }

    Answer pinOffer(final Command.PinOffer command) {
        final NaiveRoom room = rooms.get(command.room());
        final boolean unpin = command.offer() == 0 && room != null;
        final Answer answer = unpin ? Answer.of(Outcome.ACCEPTED) : offerIn(command.room(), command.offer());
        if (answer.outcome() == Outcome.ACCEPTED) {
            room.pinnedOffer = command.offer();
        }
        return answer;
    }

    private Answer offerIn(final long room, final long id) {
        if (!rooms.containsKey(room)) {
            return Answer.of(Outcome.ROOM_UNKNOWN);
        }
        final NaiveOffer offer = offers.get(id);
        return Answer.of(offer == null || offer.room.id != room ? Outcome.OFFER_UNKNOWN : Outcome.ACCEPTED);
    }

    private static boolean hasGoodTerms(final Command.PutOffer terms) {
        final boolean windowsAscend = IntStream.range(1, terms.windows().size())
                .allMatch(i -> terms.windows().get(i - 1).toMs()
                        <= terms.windows().get(i).fromMs());
        return windowsAscend
                && terms.windows().stream().allMatch(window -> window.fromMs() < window.toMs())
                && terms.windows().stream().allMatch(window -> isGoodPrice(window.priceFen()))
                && isGoodPrice(terms.listPriceFen())
                && (terms.opensAtMs() < terms.closesAtMs() || terms.opensAtMs() == Long.MAX_VALUE)
                && terms.perViewerLimit() >= 0
                && terms.perViewerLimit() <= ProtocolLimits.MAX_PER_VIEWER
                && terms.holdSeconds() >= ProtocolLimits.MIN_HOLD_SECONDS
                && terms.holdSeconds() <= ProtocolLimits.MAX_HOLD_SECONDS
                && terms.turnSeconds() >= 0
                && terms.turnSeconds() <= ProtocolLimits.MAX_TURN_SECONDS;
    }

    private static boolean isGoodPrice(final long fen) {
        return fen >= 0 && fen <= ProtocolLimits.MAX_PRICE_FEN;
    }

    private static boolean isBadId(final long id) {
        return id < 1 || id > ProtocolLimits.MAX_ID;
    }

    /** An outcome and its detail. */
    record Answer(Outcome outcome, long detail) {
        static Answer of(final Outcome outcome) {
            return new Answer(outcome, 0);
        }
    }
}
