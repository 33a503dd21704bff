package io.sluice.engine.ring;

import io.sluice.engine.core.PointMoves;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PointMovesEncoder;
import org.agrona.MutableDirectBuffer;

/** Writes the points that a decision moves as the SBE message that follows the decision. One thread; allocates nothing. */
final class PointWriter {
    /** The longest message. */
    static final int MAX_LENGTH = MessageHeaderEncoder.ENCODED_LENGTH
            + PointMovesEncoder.BLOCK_LENGTH
            + PointMovesEncoder.MovesEncoder.HEADER_SIZE
            + PointMoves.MOST * PointMovesEncoder.MovesEncoder.sbeBlockLength();

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final PointMovesEncoder encoder = new PointMovesEncoder();

    /** Writes them, if there are any; returns their bytes. */
    int write(final PointMoves moves, final MutableDirectBuffer buffer, final int offset) {
        if (moves.size() == 0) {
            return 0;
        }
        final PointMovesEncoder.MovesEncoder each =
                encoder.wrapAndApplyHeader(buffer, offset, header).movesCount(moves.size());
        for (int i = 0; i < moves.size(); i++) {
            each.next()
                    .viewer(moves.viewer(i))
                    .reason(moves.reason(i).code())
                    .points(moves.points(i))
                    .balance(moves.balance(i))
                    .expiresAtMs(moves.expiresAtMs(i));
        }
        return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
    }
}
