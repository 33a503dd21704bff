package io.sluice.engine.ring;

import io.sluice.engine.core.CommissionMoves;
import io.sluice.engine.protocol.Payee;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.CommissionEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import org.agrona.MutableDirectBuffer;

/** Writes the commission that a decision moves as the SBE message that follows the decision. One thread; allocates nothing. */
final class CommissionWriter {
    /** The longest message: each line of an order of as many lines as there may be. */
    static final int MAX_LENGTH = MessageHeaderEncoder.ENCODED_LENGTH
            + CommissionEncoder.BLOCK_LENGTH
            + CommissionEncoder.LinesEncoder.HEADER_SIZE
            + ProtocolLimits.MAX_LINES * CommissionEncoder.LinesEncoder.sbeBlockLength();

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final CommissionEncoder encoder = new CommissionEncoder();

    /** Writes it, if there is any; returns its bytes. */
    int write(final CommissionMoves moves, final MutableDirectBuffer buffer, final int offset) {
        if (moves.size() == 0) {
            return 0;
        }
        encoder.wrapAndApplyHeader(buffer, offset, header)
                .store(moves.who(Payee.STORE))
                .guide(moves.who(Payee.GUIDE))
                .groupOwner(moves.who(Payee.GROUP_OWNER))
                .inviter(moves.who(Payee.INVITER))
                .secondInviter(moves.who(Payee.SECOND_INVITER))
                .host(moves.who(Payee.HOST));
        final CommissionEncoder.LinesEncoder lines = encoder.linesCount(moves.size());
        for (int i = 0; i < moves.size(); i++) {
            lines.next()
                    .line((short) moves.line(i))
                    .planVersion(moves.planVersion(i))
                    .payableAtMs(moves.payableAtMs(i))
                    .storeFen(moves.amountFen(i, Payee.STORE))
                    .guideFen(moves.amountFen(i, Payee.GUIDE))
                    .groupOwnerFen(moves.amountFen(i, Payee.GROUP_OWNER))
                    .inviterFen(moves.amountFen(i, Payee.INVITER))
                    .secondInviterFen(moves.amountFen(i, Payee.SECOND_INVITER))
                    .hostFen(moves.amountFen(i, Payee.HOST));
        }
        return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
    }
}
