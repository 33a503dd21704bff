package io.sluice.engine.sim;

import io.sluice.engine.core.naive.Command;
import io.sluice.engine.core.naive.ReviewCommand;
import io.sluice.engine.protocol.codec.BookShowEncoder;
import io.sluice.engine.protocol.codec.JudgeReviewEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.WriteReviewEncoder;
import org.agrona.MutableDirectBuffer;

/** Encodes what is asked of reviews and bookings; a state that is none gets a code that none has. */
final class ReviewCommandEncoder {
    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;
    private static final short NO_CODE = 200;

    private ReviewCommandEncoder() {}

    /** Encodes to the buffer's beginning; answers the bytes written, 0 when the command is about none of these. */
    static int encode(final Command command, final MutableDirectBuffer buffer) {
        final MessageHeaderEncoder header = new MessageHeaderEncoder();
        if (command instanceof ReviewCommand.WriteReview write) {
            final WriteReviewEncoder encoder = new WriteReviewEncoder().wrapAndApplyHeader(buffer, 0, header);
            encoder.viewer(write.viewer())
                    .order(write.order())
                    .offer(write.offer())
                    .stars((short) (write.stars() & 0xFF))
                    .name("")
                    .text(write.text())
                    .image("");
            return HEADER + encoder.encodedLength();
        }
        if (command instanceof ReviewCommand.JudgeReview judge) {
            final JudgeReviewEncoder encoder = new JudgeReviewEncoder().wrapAndApplyHeader(buffer, 0, header);
            encoder.actor(1)
                    .review(judge.review())
                    .writtenAt(judge.writtenAt())
                    .state(judge.next() == null ? NO_CODE : judge.next().code())
                    .reason("");
            return HEADER + encoder.encodedLength();
        }
        if (command instanceof Command.BookShow book) {
            final BookShowEncoder encoder = new BookShowEncoder().wrapAndApplyHeader(buffer, 0, header);
            encoder.viewer(book.viewer()).room(book.room()).booked((short) book.booked());
            return HEADER + encoder.encodedLength();
        }
        return 0;
    }
}
