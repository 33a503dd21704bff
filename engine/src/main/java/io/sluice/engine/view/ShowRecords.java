package io.sluice.engine.view;

import io.sluice.engine.journal.RecordVisitor;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.codec.ApproveProposalDecoder;
import io.sluice.engine.protocol.codec.CancelOrderDecoder;
import io.sluice.engine.protocol.codec.ChangeRoomStateDecoder;
import io.sluice.engine.protocol.codec.ChangeStockDecoder;
import io.sluice.engine.protocol.codec.CloseOfferDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.ExpireOrderDecoder;
import io.sluice.engine.protocol.codec.OpenOfferDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.protocol.codec.PayOrderDecoder;
import io.sluice.engine.protocol.codec.PinOfferDecoder;
import io.sluice.engine.protocol.codec.PlaceOrderDecoder;
import io.sluice.engine.protocol.codec.PutOfferDecoder;
import io.sluice.engine.protocol.codec.PutRoomDecoder;
import io.sluice.engine.protocol.codec.RefundOrderDecoder;
import io.sluice.engine.protocol.codec.WithdrawProposalDecoder;

/**
 * Reads what a record says into a {@link ShowBoard}. An accepted record opens the figures of its room; a refused one may name
 * a room that there is not, and opens none. On the board's thread.
 */
final class ShowRecords implements RecordVisitor {
    private final ShowBoard board;

    ShowRecords(final ShowBoard board) {
        this.board = board;
    }

    @Override
    public void onPlaceOrder(
            final RecordFlyweight record, final PlaceOrderDecoder command, final OrderDecisionDecoder decision) {
        if (record.outcome() == Outcome.RESERVED) {
            final ShowView show = board.open(decision.room());
            show.reserve(record.timeMs());
            for (final OrderDecisionDecoder.LinesDecoder line : decision.lines()) {
                show.offer(line.offer()).reserve(line.quantity());
            }
        } else if (record.outcome().isRefusal()) {
            final ShowView show = board.known(command.room());
            if (show != null) {
                show.refuse(record.outcome(), record.timeMs());
            }
        }
    }

    @Override
    public void onPayOrder(
            final RecordFlyweight record, final PayOrderDecoder command, final OrderDecisionDecoder decision) {
        if (record.outcome() == Outcome.PAID || record.outcome() == Outcome.PAID_LATE) {
            final ShowView show = board.open(decision.room());
            show.pay(record.timeMs(), decision.amountFen());
            for (final OrderDecisionDecoder.LinesDecoder line : decision.lines()) {
                show.offer(line.offer()).pay(line.quantity(), moneyOf(line));
            }
        }
    }

    @Override
    public void onCancelOrder(
            final RecordFlyweight record, final CancelOrderDecoder command, final OrderDecisionDecoder decision) {
        if (record.outcome() == Outcome.CANCELLED) {
            board.open(decision.room()).cancel();
        }
    }

    @Override
    public void onExpireOrder(
            final RecordFlyweight record, final ExpireOrderDecoder command, final OrderDecisionDecoder decision) {
        if (record.outcome() == Outcome.EXPIRED) {
            board.open(decision.room()).expire();
        }
    }

    @Override
    public void onRefundOrder(
            final RecordFlyweight record, final RefundOrderDecoder command, final OrderDecisionDecoder decision) {
        if (record.outcome() == Outcome.REFUNDED) {
            final ShowView show = board.open(decision.room());
            show.refund(record.timeMs(), decision.amountFen(), decision.refundedFen() >= decision.totalFen());
            for (final OrderDecisionDecoder.LinesDecoder line : decision.lines()) {
                show.offer(line.offer()).refund(line.quantity(), moneyOf(line));
            }
        }
    }

    @Override
    public void onPutRoom(final RecordFlyweight record, final PutRoomDecoder command, final DecisionDecoder decision) {
        note(command.room(), deed(record, command.actor(), 0, 0, 0, null));
    }

    @Override
    public void onChangeRoomState(
            final RecordFlyweight record, final ChangeRoomStateDecoder command, final DecisionDecoder decision) {
        note(command.room(), deed(record, command.actor(), 0, 0, 0, RoomState.ofCode(command.state())));
    }

    @Override
    public void onPinOffer(
            final RecordFlyweight record, final PinOfferDecoder command, final DecisionDecoder decision) {
        note(command.room(), deed(record, command.actor(), command.offer(), 0, 0, null));
    }

    @Override
    public void onPutOffer(
            final RecordFlyweight record, final PutOfferDecoder command, final DecisionDecoder decision) {
        if (record.outcome() == Outcome.ACCEPTED) {
            board.sells(board.open(command.room()), command.offer(), command.item());
        }
        note(command.room(), deed(record, command.actor(), command.offer(), command.item(), 0, null));
    }

    @Override
    public void onOpenOffer(
            final RecordFlyweight record, final OpenOfferDecoder command, final DecisionDecoder decision) {
        note(command.room(), deed(record, command.actor(), command.offer(), 0, 0, null));
    }

    @Override
    public void onCloseOffer(
            final RecordFlyweight record, final CloseOfferDecoder command, final DecisionDecoder decision) {
        note(command.room(), deed(record, command.actor(), command.offer(), 0, 0, null));
    }

    @Override
    public void onChangeStock(
            final RecordFlyweight record, final ChangeStockDecoder command, final DecisionDecoder decision) {
        final Deed deed = deed(record, command.actor(), 0, command.item(), command.change(), null);
        board.sellers(command.item()).forEach(show -> show.note(deed));
    }

    @Override
    public void onApproveProposal(
            final RecordFlyweight record, final ApproveProposalDecoder command, final DecisionDecoder decision) {
        noteProposal(record, command.actor(), decision);
    }

    @Override
    public void onWithdrawProposal(
            final RecordFlyweight record, final WithdrawProposalDecoder command, final DecisionDecoder decision) {
        noteProposal(record, command.actor(), decision);
    }

    /** A refusal that shows no stock is about nothing that any show sells. */
    private void noteProposal(final RecordFlyweight record, final long actor, final DecisionDecoder decision) {
        final long units = record.outcome() == Outcome.ACCEPTED ? decision.detail() : 0;
        final Deed deed = deed(record, actor, 0, decision.item(), -units, null);
        board.sellers(decision.item()).forEach(show -> show.note(deed));
    }

    private void note(final long room, final Deed deed) {
        final ShowView show = deed.outcome() == Outcome.ACCEPTED ? board.open(room) : board.known(room);
        if (show != null) {
            show.note(deed);
        }
    }

    private static Deed deed(
            final RecordFlyweight record,
            final long actor,
            final long offer,
            final long item,
            final long change,
            final RoomState state) {
        return new Deed(
                record.sequence(),
                record.timeMs(),
                actor,
                record.commandType(),
                record.outcome(),
                offer,
                item,
                change,
                state);
    }

    /** What is paid for a line; a record from before there were coupons has no discount. */
    private static long moneyOf(final OrderDecisionDecoder.LinesDecoder line) {
        return line.unitPriceFen() * line.quantity() - Math.max(0, line.discountFen());
    }
}
