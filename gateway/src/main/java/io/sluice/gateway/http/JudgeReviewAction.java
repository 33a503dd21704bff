package io.sluice.gateway.http;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.ReviewState;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.JudgeReviewEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.gateway.link.Reply;

/**
 * {@code POST /operator/reviews/{review}/state}; the state it is in already changes nothing. It names the record whose text
 * was looked at, so that nobody approves what was written over it meanwhile. One event loop's.
 */
final class JudgeReviewAction extends DoneAnswer implements Action {
    private static final String REVIEW = "review";
    private static final String STATE = "state";
    private static final String WRITTEN = "writtenSequence";
    private static final String REASON = "reason";

    private final ReviewMoveJson moves = new ReviewMoveJson();

    @Override
    public void run(final Exchange exchange) {
        final long review = exchange.pathId(REVIEW);
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        ReviewState state = null;
        long writtenAt = 0;
        String reason = "";
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case STATE -> state = state(json);
                case WRITTEN -> writtenAt = json.id();
                case REASON -> reason = json.text(ProtocolLimits.MAX_REASON_BYTES);
                default -> throw json.unknown();
            }
        }
        json.end();
        json.require(state != null, STATE);
        json.require(writtenAt != 0, WRITTEN);
        json.require(state != ReviewState.REJECTED || !reason.isEmpty(), REASON);
        send(exchange, review, writtenAt, state, reason);
    }

    @Override
    Problem problem(final Exchange exchange, final Outcome refusal, final long detail, final long sequence) {
        final Problem problem = super.problem(exchange, refusal, detail, sequence);
        return switch (refusal) {
            case REVIEW_UNKNOWN -> problem.field(REVIEW);
            case REVIEW_CHANGED -> problem.field(WRITTEN);
            case REVIEW_STATE_FIXED -> problem.field(STATE);
            default -> problem;
        };
    }

    @Override
    void writeSubject(final JsonWriter json, final Reply reply, final DecisionDecoder accepted) {
        moves.write(reply.buffer(), accepted.limit(), json);
    }

    private static ReviewState state(final JsonBody json) {
        final ReviewState state = json.constant(ReviewState.class);
        if (state == ReviewState.WAITING) {
            throw json.invalid("must be one of APPROVED, REJECTED, CASE");
        }
        return state;
    }

    private void send(
            final Exchange exchange,
            final long review,
            final long writtenAt,
            final ReviewState state,
            final String reason) {
        final long actor = exchange.identity().subject();
        exchange.send(
                (buffer, offset) -> {
                    final JudgeReviewEncoder encoder = new JudgeReviewEncoder()
                            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                            .actor(actor)
                            .review(review)
                            .writtenAt(writtenAt)
                            .state(state.code())
                            .reason(reason);
                    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
                },
                this);
    }
}
