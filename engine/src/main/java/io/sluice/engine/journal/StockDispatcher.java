package io.sluice.engine.journal;

import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.ApproveProposalDecoder;
import io.sluice.engine.protocol.codec.CallNextDecoder;
import io.sluice.engine.protocol.codec.CloseAllotmentDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.EndTurnDecoder;
import io.sluice.engine.protocol.codec.JoinLineDecoder;
import io.sluice.engine.protocol.codec.LeaveLineDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.MoveStockDecoder;
import io.sluice.engine.protocol.codec.WithdrawProposalDecoder;
import org.agrona.DirectBuffer;

/** Tells a visitor of the records about allotments, waiting lines and proposals. One thread; allocates nothing. */
final class StockDispatcher {
    private final RecordVisitor visitor;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final MoveStockDecoder moveStock = new MoveStockDecoder();
    private final CloseAllotmentDecoder closeAllotment = new CloseAllotmentDecoder();
    private final JoinLineDecoder joinLine = new JoinLineDecoder();
    private final LeaveLineDecoder leaveLine = new LeaveLineDecoder();
    private final CallNextDecoder callNext = new CallNextDecoder();
    private final EndTurnDecoder endTurn = new EndTurnDecoder();
    private final ApproveProposalDecoder approveProposal = new ApproveProposalDecoder();
    private final WithdrawProposalDecoder withdrawProposal = new WithdrawProposalDecoder();

    StockDispatcher(final RecordVisitor visitor) {
        this.visitor = visitor;
    }

    /** Tells of a record whose decision was decoded; false when its command is none of these. */
    boolean dispatch(final RecordFlyweight record, final DecisionDecoder decision) {
        final DirectBuffer buffer = record.buffer();
        final int at = record.commandOffset();
        switch (record.commandType()) {
            case MoveStockDecoder.TEMPLATE_ID ->
                visitor.onMoveStock(record, moveStock.wrapAndApplyHeader(buffer, at, header), decision);
            case CloseAllotmentDecoder.TEMPLATE_ID ->
                visitor.onCloseAllotment(record, closeAllotment.wrapAndApplyHeader(buffer, at, header), decision);
            case JoinLineDecoder.TEMPLATE_ID ->
                visitor.onJoinLine(record, joinLine.wrapAndApplyHeader(buffer, at, header), decision);
            case LeaveLineDecoder.TEMPLATE_ID ->
                visitor.onLeaveLine(record, leaveLine.wrapAndApplyHeader(buffer, at, header), decision);
            case CallNextDecoder.TEMPLATE_ID ->
                visitor.onCallNext(record, callNext.wrapAndApplyHeader(buffer, at, header), decision);
            case EndTurnDecoder.TEMPLATE_ID ->
                visitor.onEndTurn(record, endTurn.wrapAndApplyHeader(buffer, at, header), decision);
            case ApproveProposalDecoder.TEMPLATE_ID ->
                visitor.onApproveProposal(record, approveProposal.wrapAndApplyHeader(buffer, at, header), decision);
            case WithdrawProposalDecoder.TEMPLATE_ID ->
                visitor.onWithdrawProposal(record, withdrawProposal.wrapAndApplyHeader(buffer, at, header), decision);
            default -> {
                return false;
            }
        }
        return true;
    }
}
