package io.sluice.engine.ring;

import io.sluice.engine.core.ReviewMove;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.ReviewMovesEncoder;
import org.agrona.MutableDirectBuffer;

/** Writes the review that a decision moves as the SBE message that follows the decision. One thread; allocates nothing. */
final class ReviewWriter {
    /** Of the message, which tells of one review. */
    static final int LENGTH = MessageHeaderEncoder.ENCODED_LENGTH
            + ReviewMovesEncoder.BLOCK_LENGTH
            + ReviewMovesEncoder.ReviewsEncoder.HEADER_SIZE
            + ReviewMovesEncoder.ReviewsEncoder.sbeBlockLength();

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final ReviewMovesEncoder encoder = new ReviewMovesEncoder();

    /** Writes it, if there is one; returns its bytes. */
    int write(final ReviewMove move, final MutableDirectBuffer buffer, final int offset) {
        if (move.isEmpty()) {
            return 0;
        }
        encoder.wrapAndApplyHeader(buffer, offset, header)
                .reviewsCount(1)
                .next()
                .review(move.review())
                .viewer(move.viewer())
                .item(move.item())
                .order(move.order())
                .writtenAt(move.writtenAt())
                .stars((short) move.stars())
                .state(move.state().code())
                .shown(move.shown())
                .shownStars(move.shownStars());
        return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
    }
}
