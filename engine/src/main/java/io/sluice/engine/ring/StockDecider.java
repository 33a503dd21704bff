package io.sluice.engine.ring;

import io.sluice.engine.core.Decision;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.protocol.StockKind;
import io.sluice.engine.protocol.codec.ApproveProposalDecoder;
import io.sluice.engine.protocol.codec.CallNextDecoder;
import io.sluice.engine.protocol.codec.CloseAllotmentDecoder;
import io.sluice.engine.protocol.codec.EndTurnDecoder;
import io.sluice.engine.protocol.codec.JoinLineDecoder;
import io.sluice.engine.protocol.codec.LeaveLineDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.MoveStockDecoder;
import io.sluice.engine.protocol.codec.WithdrawProposalDecoder;
import org.agrona.DirectBuffer;

/** Takes the commands about allotments, waiting lines and proposals to the core. One thread. */
final class StockDecider {
    private final FlashCore core;
    private final MoveStockDecoder moveStock = new MoveStockDecoder();
    private final CloseAllotmentDecoder closeAllotment = new CloseAllotmentDecoder();
    private final JoinLineDecoder joinLine = new JoinLineDecoder();
    private final LeaveLineDecoder leaveLine = new LeaveLineDecoder();
    private final CallNextDecoder callNext = new CallNextDecoder();
    private final EndTurnDecoder endTurn = new EndTurnDecoder();
    private final ApproveProposalDecoder approveProposal = new ApproveProposalDecoder();
    private final WithdrawProposalDecoder withdrawProposal = new WithdrawProposalDecoder();

    StockDecider(final FlashCore core) {
        this.core = core;
    }

    /** Decides the command that {@code header} was found before; false when it is none of these. */
    boolean decide(
            final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header, final Decision decision) {
        switch (header.templateId()) {
            case MoveStockDecoder.TEMPLATE_ID -> {
                moveStock.wrapAndApplyHeader(buffer, offset, header);
                final StockKind from = StockKind.ofCode(moveStock.fromKind());
                final StockKind to = StockKind.ofCode(moveStock.toKind());
                core.catalogue()
                        .allotments()
                        .move(
                                moveStock.item(),
                                from,
                                moveStock.from(),
                                to,
                                moveStock.to(),
                                moveStock.units(),
                                decision);
            }
            case CloseAllotmentDecoder.TEMPLATE_ID -> {
                closeAllotment.wrapAndApplyHeader(buffer, offset, header);
                final StockKind kind = StockKind.ofCode(closeAllotment.kind());
                core.catalogue().allotments().close(closeAllotment.item(), kind, closeAllotment.of(), decision);
            }
            case JoinLineDecoder.TEMPLATE_ID -> {
                joinLine.wrapAndApplyHeader(buffer, offset, header);
                core.waitingLines()
                        .join(joinLine.viewer(), joinLine.room(), joinLine.offer(), joinLine.units(), decision);
            }
            case LeaveLineDecoder.TEMPLATE_ID -> {
                leaveLine.wrapAndApplyHeader(buffer, offset, header);
                core.waitingLines().leave(leaveLine.viewer(), leaveLine.offer(), decision);
            }
            case CallNextDecoder.TEMPLATE_ID -> {
                callNext.wrapAndApplyHeader(buffer, offset, header);
                core.waitingLines().callNext(callNext.offer(), decision);
            }
            case EndTurnDecoder.TEMPLATE_ID -> {
                endTurn.wrapAndApplyHeader(buffer, offset, header);
                core.waitingLines().endTurn(endTurn.viewer(), endTurn.offer(), decision);
            }
            case ApproveProposalDecoder.TEMPLATE_ID -> {
                approveProposal.wrapAndApplyHeader(buffer, offset, header);
                core.stockChanges().approve(approveProposal.actor(), approveProposal.proposal(), decision);
            }
            case WithdrawProposalDecoder.TEMPLATE_ID -> {
                withdrawProposal.wrapAndApplyHeader(buffer, offset, header);
                core.stockChanges().withdraw(withdrawProposal.proposal(), decision);
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
