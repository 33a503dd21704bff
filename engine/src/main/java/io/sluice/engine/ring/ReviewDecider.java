package io.sluice.engine.ring;

import io.sluice.engine.core.Decision;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RecordHash;
import io.sluice.engine.protocol.ReviewState;
import io.sluice.engine.protocol.codec.JudgeReviewDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.WriteReviewDecoder;
import org.agrona.DirectBuffer;

/** Takes the commands about reviews to the core, which is told of a text its hash and no more. One thread. */
final class ReviewDecider {
    private final FlashCore core;
    private final WriteReviewDecoder write = new WriteReviewDecoder();
    private final JudgeReviewDecoder judge = new JudgeReviewDecoder();

    ReviewDecider(final FlashCore core) {
        this.core = core;
    }

    /** Decides the command that {@code header} was found before; false when it is none of these. */
    boolean decide(
            final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header, final Decision decision) {
        switch (header.templateId()) {
            case WriteReviewDecoder.TEMPLATE_ID -> {
                write.wrapAndApplyHeader(buffer, offset, header);
                decideWritten(buffer, decision);
            }
            case JudgeReviewDecoder.TEMPLATE_ID -> {
                judge.wrapAndApplyHeader(buffer, offset, header);
                final ReviewState next = ReviewState.ofCode(judge.state());
                core.reviews().judge(judge.review(), judge.writtenAt(), next, judge.reasonLength(), decision);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What the writer is called may change; the text and the picture are what stands in a review. */
    private void decideWritten(final DirectBuffer buffer, final Decision decision) {
        final int nameLength = write.skipName();
        final int from = write.limit();
        final int textLength = write.skipText();
        final int imageLength = write.skipImage();
        final boolean isShaped = nameLength <= ProtocolLimits.MAX_NAME_BYTES
                && textLength > 0
                && textLength <= ProtocolLimits.MAX_REVIEW_BYTES
                && imageLength <= ProtocolLimits.MAX_URL_BYTES;
        final long textHash = RecordHash.of(buffer, from, write.limit() - from);
        core.reviews().write(write.viewer(), write.order(), write.offer(), write.stars(), textHash, isShaped, decision);
    }
}
