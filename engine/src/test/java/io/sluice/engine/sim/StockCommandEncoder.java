package io.sluice.engine.sim;

import io.sluice.engine.core.naive.Command;
import io.sluice.engine.core.naive.StockCommand;
import io.sluice.engine.protocol.StockKind;
import io.sluice.engine.protocol.codec.ApproveProposalEncoder;
import io.sluice.engine.protocol.codec.CallNextEncoder;
import io.sluice.engine.protocol.codec.CloseAllotmentEncoder;
import io.sluice.engine.protocol.codec.EndTurnEncoder;
import io.sluice.engine.protocol.codec.FindPlacesEncoder;
import io.sluice.engine.protocol.codec.JoinLineEncoder;
import io.sluice.engine.protocol.codec.LeaveLineEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.MoveStockEncoder;
import io.sluice.engine.protocol.codec.WithdrawProposalEncoder;
import org.agrona.MutableDirectBuffer;

/** Encodes what is asked of allotments and waiting lines; a kind that is none gets a code that none has. */
final class StockCommandEncoder {
    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;
    private static final short NO_CODE = 200;

    private StockCommandEncoder() {}

    /** Encodes to the buffer's beginning; answers the bytes written, 0 when the command is about none of these. */
    static int encode(final Command command, final MutableDirectBuffer buffer) {
        final MessageHeaderEncoder header = new MessageHeaderEncoder();
        if (command instanceof StockCommand.MoveStock move) {
            final MoveStockEncoder encoder = new MoveStockEncoder().wrapAndApplyHeader(buffer, 0, header);
            encoder.actor(1)
                    .item(move.item())
                    .fromKind(codeOf(move.from().kind()))
                    .from(move.from().of())
                    .toKind(codeOf(move.to().kind()))
                    .to(move.to().of())
                    .units(move.units());
            return HEADER + encoder.encodedLength();
        }
        if (command instanceof StockCommand.CloseAllotment close) {
            final CloseAllotmentEncoder encoder = new CloseAllotmentEncoder().wrapAndApplyHeader(buffer, 0, header);
            final StockCommand.Part part = close.part();
            encoder.actor(1).item(close.item()).kind(codeOf(part.kind())).of(part.of());
            return HEADER + encoder.encodedLength();
        }
        if (command instanceof StockCommand.Approve approve) {
            final ApproveProposalEncoder encoder = new ApproveProposalEncoder().wrapAndApplyHeader(buffer, 0, header);
            return HEADER
                    + encoder.actor(approve.actor())
                            .proposal(approve.proposal())
                            .encodedLength();
        }
        if (command instanceof StockCommand.Withdraw withdraw) {
            final WithdrawProposalEncoder encoder = new WithdrawProposalEncoder().wrapAndApplyHeader(buffer, 0, header);
            return HEADER
                    + encoder.actor(withdraw.actor())
                            .proposal(withdraw.proposal())
                            .encodedLength();
        }
        return encodeOfLine(command, buffer);
    }

    private static int encodeOfLine(final Command command, final MutableDirectBuffer buffer) {
        final MessageHeaderEncoder header = new MessageHeaderEncoder();
        if (command instanceof StockCommand.JoinLine join) {
            final JoinLineEncoder encoder = new JoinLineEncoder().wrapAndApplyHeader(buffer, 0, header);
            encoder.viewer(join.viewer()).room(join.room()).offer(join.offer()).units(join.units());
            return HEADER + encoder.encodedLength();
        }
        if (command instanceof StockCommand.LeaveLine leave) {
            final LeaveLineEncoder encoder = new LeaveLineEncoder().wrapAndApplyHeader(buffer, 0, header);
            return HEADER + encoder.viewer(leave.viewer()).offer(leave.offer()).encodedLength();
        }
        if (command instanceof StockCommand.CallNext call) {
            final CallNextEncoder encoder = new CallNextEncoder().wrapAndApplyHeader(buffer, 0, header);
            return HEADER + encoder.offer(call.offer()).encodedLength();
        }
        if (command instanceof StockCommand.EndTurn end) {
            final EndTurnEncoder encoder = new EndTurnEncoder().wrapAndApplyHeader(buffer, 0, header);
            return HEADER + encoder.viewer(end.viewer()).offer(end.offer()).encodedLength();
        }
        if (command instanceof StockCommand.FindPlaces find) {
            final FindPlacesEncoder encoder = new FindPlacesEncoder().wrapAndApplyHeader(buffer, 0, header);
            return HEADER + encoder.viewer(find.viewer()).encodedLength();
        }
        return 0;
    }

    private static short codeOf(final StockKind kind) {
        return kind == null ? NO_CODE : kind.code();
    }
}
