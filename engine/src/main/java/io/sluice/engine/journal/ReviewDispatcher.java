package io.sluice.engine.journal;

import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.BookShowDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.JudgeReviewDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.WriteReviewDecoder;
import org.agrona.DirectBuffer;

/** Tells a visitor of the records about reviews and bookings. One thread; allocates nothing. */
final class ReviewDispatcher {
    private final RecordVisitor visitor;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final WriteReviewDecoder writeReview = new WriteReviewDecoder();
    private final JudgeReviewDecoder judgeReview = new JudgeReviewDecoder();
    private final BookShowDecoder bookShow = new BookShowDecoder();

    ReviewDispatcher(final RecordVisitor visitor) {
        this.visitor = visitor;
    }

    /** Tells of a record whose decision was decoded; false when its command is none of these. */
    boolean dispatch(final RecordFlyweight record, final DecisionDecoder decision) {
        final DirectBuffer buffer = record.buffer();
        final int at = record.commandOffset();
        switch (record.commandType()) {
            case WriteReviewDecoder.TEMPLATE_ID ->
                visitor.onWriteReview(record, writeReview.wrapAndApplyHeader(buffer, at, header), decision);
            case JudgeReviewDecoder.TEMPLATE_ID ->
                visitor.onJudgeReview(record, judgeReview.wrapAndApplyHeader(buffer, at, header), decision);
            case BookShowDecoder.TEMPLATE_ID ->
                visitor.onBookShow(record, bookShow.wrapAndApplyHeader(buffer, at, header), decision);
            default -> {
                return false;
            }
        }
        return true;
    }
}
