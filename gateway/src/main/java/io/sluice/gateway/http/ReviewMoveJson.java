package io.sluice.gateway.http;

import io.sluice.engine.protocol.ReviewState;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.ReviewMovesDecoder;
import org.agrona.DirectBuffer;

/** Reads the review that a decision moves, which follows every decision on one that is no refusal. One thread. */
final class ReviewMoveJson {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ReviewMovesDecoder moves = new ReviewMovesDecoder();

    /** The review behind a decision that ends at {@code offset}; valid until the next is read. */
    ReviewMovesDecoder.ReviewsDecoder read(final DirectBuffer buffer, final int offset) {
        return moves.wrapAndApplyHeader(buffer, offset, header).reviews().next();
    }

    /** Writes what an answer tells of it into an object that is open. */
    void write(final DirectBuffer buffer, final int offset, final JsonWriter json) {
        final ReviewMovesDecoder.ReviewsDecoder move = read(buffer, offset);
        json.name("review").value(move.review());
        json.name("item").value(move.item());
        json.name("state").value(ReviewState.ofCode(move.state()).name());
        json.name("writtenSequence").value(move.writtenAt());
    }
}
