package io.sluice.ops.journal;

import io.sluice.engine.journal.RecordDispatcher;
import io.sluice.engine.journal.RecordVisitor;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.PlaceState;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockKind;
import io.sluice.engine.protocol.codec.CallNextDecoder;
import io.sluice.engine.protocol.codec.ChangeRoomStateDecoder;
import io.sluice.engine.protocol.codec.CloseAllotmentDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.LineMovesDecoder;
import io.sluice.engine.protocol.codec.MoveStockDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.protocol.codec.PlaceOrderDecoder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.agrona.collections.LongArrayList;

/** The turns in waiting lines that somebody has, and the allotments that are closed, as the records say. One thread. */
final class OpenTurns implements RecordVisitor {
    private final RecordDispatcher dispatcher = new RecordDispatcher(this);
    private final Map<Whose, Turn> turns = new HashMap<>();
    private final Set<Part> closed = new HashSet<>();
    private final Set<Long> ended = new HashSet<>();
    private Part called;

    /** Reads the next record. */
    void apply(final RecordFlyweight record) {
        dispatcher.onRecord(record);
    }

    /** The turn that an order of an offer uses up when it takes from a stock; null for none. */
    Turn usedBy(final long viewer, final long offer, final Part taken) {
        final Turn turn = turns.get(new Whose(viewer, offer));
        return turn != null && home(turn.kept()).equals(taken) ? turn : null;
    }

    @Override
    public void onPlaceOrder(
            final RecordFlyweight record, final PlaceOrderDecoder command, final OrderDecisionDecoder decision) {
        if (record.outcome() == Outcome.RESERVED) {
            final LongArrayList offers = new LongArrayList();
            decision.lines().forEach(line -> offers.addLong(line.offer()));
            for (final OrderDecisionDecoder.StockDecoder stock : decision.stock()) {
                final Part taken = Part.of(stock.item(), stock.stockKind(), stock.stockOf());
                offers.forEachLong(offer -> forgetUsed(command.viewer(), offer, taken));
            }
        }
    }

    @Override
    public void onMoveStock(
            final RecordFlyweight record, final MoveStockDecoder command, final DecisionDecoder decision) {
        if (record.outcome() == Outcome.ACCEPTED) {
            closed.remove(Part.of(command.item(), command.toKind(), command.to()));
        }
    }

    @Override
    public void onCloseAllotment(
            final RecordFlyweight record, final CloseAllotmentDecoder command, final DecisionDecoder decision) {
        if (record.outcome() == Outcome.ACCEPTED) {
            closed.add(Part.of(command.item(), command.kind(), command.of()));
        }
    }

    @Override
    public void onChangeRoomState(
            final RecordFlyweight record, final ChangeRoomStateDecoder command, final DecisionDecoder decision) {
        if (record.outcome() == Outcome.ACCEPTED && command.state() == RoomState.ENDED.code()) {
            ended.add(command.room());
        }
    }

    @Override
    public void onCallNext(
            final RecordFlyweight record, final CallNextDecoder command, final DecisionDecoder decision) {
        called = Part.of(decision.item(), decision.stockKind(), decision.stockOf());
    }

    @Override
    public void onLineMoves(final RecordFlyweight record, final LineMovesDecoder moves) {
        for (final LineMovesDecoder.PlacesDecoder place : moves.places()) {
            final Whose whose = new Whose(place.viewer(), place.offer());
            final boolean isCall = record.commandType() == CallNextDecoder.TEMPLATE_ID
                    && PlaceState.ofCode(place.state()) == PlaceState.CALLED;
            if (isCall) {
                turns.put(whose, new Turn(record.sequence(), place.offer(), place.units(), called));
            } else if (PlaceState.ofCode(place.state()) != PlaceState.CALLED) {
                turns.remove(whose);
            }
        }
    }

    private void forgetUsed(final long viewer, final long offer, final Part taken) {
        if (usedBy(viewer, offer, taken) != null) {
            turns.remove(new Whose(viewer, offer));
        }
    }

    private Part home(final Part part) {
        final boolean isClosed = closed.contains(part) || (part.kind() == StockKind.ROOM && ended.contains(part.of()));
        return isClosed ? new Part(part.item(), StockKind.SHARED, 0) : part;
    }

    private record Whose(long viewer, long offer) {}

    /**
     * A part of an item's units.
     *
     * @param item  the item.
     * @param kind  shared, or which kind of allotment.
     * @param of    the room or store whose it is, 0 for the shared one.
     */
    record Part(long item, StockKind kind, long of) {
        /** As a record has it; one of the time before there were allotments is of the shared stock. */
        static Part of(final long item, final short kindCode, final long of) {
            final StockKind kind = StockKind.ofCode(kindCode);
            return kind == null ? new Part(item, StockKind.SHARED, 0) : new Part(item, kind, of);
        }
    }

    /**
     * A turn.
     *
     * @param sequence  the record that gave it.
     * @param offer     the offer that was waited for.
     * @param units     how many were kept.
     * @param kept      of which stock.
     */
    record Turn(long sequence, long offer, int units, Part kept) {}
}
