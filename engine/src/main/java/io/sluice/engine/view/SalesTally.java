package io.sluice.engine.view;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.PlaceState;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.ReturnedStock;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockKind;
import io.sluice.engine.protocol.codec.ApproveProposalDecoder;
import io.sluice.engine.protocol.codec.ChangeRoomStateDecoder;
import io.sluice.engine.protocol.codec.ChangeStockDecoder;
import io.sluice.engine.protocol.codec.CloseAllotmentDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.LineMovesDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.MoveStockDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import org.agrona.DirectBuffer;

/**
 * Adds up what a journal says was stocked, set aside, kept for turns, taken and sold, from the records alone and not with the
 * core's own sums, so that one can be held against the other. From which stock an order's units are and to which they come
 * back it believes the record. One thread.
 */
public final class SalesTally {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ChangeStockDecoder changeStock = new ChangeStockDecoder();
    private final MoveStockDecoder moveStock = new MoveStockDecoder();
    private final CloseAllotmentDecoder closeAllotment = new CloseAllotmentDecoder();
    private final ChangeRoomStateDecoder changeRoomState = new ChangeRoomStateDecoder();
    private final DecisionDecoder decision = new DecisionDecoder();
    private final LineMovesDecoder lineMoves = new LineMovesDecoder();
    private final OrderDecisionDecoder order = new OrderDecisionDecoder();
    private final StockTally stocks = new StockTally();
    private final OrderUnits units = new OrderUnits(stocks);

    private long commands;
    private long refused;
    private long orders;
    private long soldUnits;
    private long paidFen;
    private long refundedFen;

    /** Begins in the middle, with what there was to be taken of a stock; {@code of} is 0 for what all share. */
    public void begin(final long item, final StockKind kind, final long of, final long available) {
        stocks.stock(item, kind, of).add(available);
    }

    /** Begins in the middle, with a viewer's turn at an offer and the stock that keeps its units, which may be closed. */
    public void beginTurn(
            final long viewer,
            final long offer,
            final long item,
            final StockKind kind,
            final long of,
            final boolean isOpen,
            final int units) {
        final StockTally.Units from = stocks.stock(item, kind, of);
        from.add(units);
        stocks.keep(viewer, offer, from, units);
        if (!isOpen) {
            stocks.close(from);
        }
    }

    /** Counts one record. */
    public void add(final RecordFlyweight record) {
        commands++;
        if (record.outcome().isRefusal()) {
            refused++;
        } else if (record.decisionType() == OrderDecisionDecoder.TEMPLATE_ID) {
            order.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header);
            addOrder(record.outcome());
        } else if (record.outcome() == Outcome.ACCEPTED) {
            addCommand(record.commandType(), record.buffer(), record.commandOffset());
            addApproved(record);
            addPlaces(record);
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
        return soldUnits;
    }

    /** Units that at the worst moment were taken beyond what there was, over all stocks of all items. */
    public long oversoldUnits() {
        return stocks.oversold();
    }

    /** Money that orders were paid with, fen. */
    public long paidFen() {
        return paidFen;
    }

    /** Money that went back, fen. */
    public long refundedFen() {
        return refundedFen;
    }

    /** What a second person agreed to write off stands in the decision. */
    private void addApproved(final RecordFlyweight record) {
        if (record.commandType() == ApproveProposalDecoder.TEMPLATE_ID) {
            decision.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header);
            stocks.stock(decision.item(), StockKind.SHARED, 0).add(-decision.detail());
        }
    }

    private void addCommand(final int type, final DirectBuffer buffer, final int offset) {
        switch (type) {
            case ChangeStockDecoder.TEMPLATE_ID -> {
                changeStock.wrapAndApplyHeader(buffer, offset, header);
                stocks.stock(changeStock.item(), StockKind.SHARED, 0).add(changeStock.change());
            }
            case MoveStockDecoder.TEMPLATE_ID -> {
                moveStock.wrapAndApplyHeader(buffer, offset, header);
                final long item = moveStock.item();
                stocks.move(
                        stocks.stock(item, StockKind.ofCode(moveStock.fromKind()), moveStock.from()),
                        stocks.stock(item, StockKind.ofCode(moveStock.toKind()), moveStock.to()),
                        moveStock.units());
            }
            case CloseAllotmentDecoder.TEMPLATE_ID -> {
                closeAllotment.wrapAndApplyHeader(buffer, offset, header);
                final StockKind kind = StockKind.ofCode(closeAllotment.kind());
                stocks.close(stocks.stock(closeAllotment.item(), kind, closeAllotment.of()));
            }
            case ChangeRoomStateDecoder.TEMPLATE_ID -> {
                changeRoomState.wrapAndApplyHeader(buffer, offset, header);
                if (RoomState.ofCode(changeRoomState.state()) == RoomState.ENDED) {
                    stocks.endRoom(changeRoomState.room());
                }
            }
            default -> {
                // No unit moves but for what the places behind the decision say.
            }
        }
    }

    private void addPlaces(final RecordFlyweight record) {
        decision.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header);
        final int behind = decision.limit();
        if (behind >= record.offset() + record.length()
                || header.wrap(record.buffer(), behind).templateId() != LineMovesDecoder.TEMPLATE_ID) {
            return;
        }
        lineMoves.wrapAndApplyHeader(record.buffer(), behind, header);
        for (final LineMovesDecoder.PlacesDecoder place : lineMoves.places()) {
            final PlaceState state = PlaceState.ofCode(place.state());
            if (state == PlaceState.CALLED) {
                final StockTally.Units from = stocks.named(decision.item(), decision.stockKind(), decision.stockOf());
                stocks.keep(place.viewer(), place.offer(), from, place.units());
            } else if (state != PlaceState.WAITING) {
                stocks.endTurn(place.viewer(), place.offer());
            }
        }
    }

    private void addOrder(final Outcome outcome) {
        switch (outcome) {
            case RESERVED -> {
                orders++;
                units.read(order).take();
            }
            case PAID -> addPaid(units.read(order));
            case PAID_LATE -> addPaid(units.read(order)).take();
            case CANCELLED, EXPIRED -> units.read(order).giveBack();
            case REFUNDED -> {
                refundedFen += order.amountFen();
                soldUnits -= units.read(order).count();
                if (ReturnedStock.ofCode(order.returned()) != ReturnedStock.WRITE_OFF) {
                    units.giveBack();
                }
            }
            default -> {
                // Money that is due back, or an answer given again: no unit moves.
            }
        }
    }

    private OrderUnits addPaid(final OrderUnits paid) {
        paidFen += order.amountFen();
        soldUnits += paid.count();
        return paid;
    }
}
