package io.sluice.engine.view;

import io.sluice.engine.journal.RecordVisitor;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.ReviewState;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.JudgeReviewDecoder;
import io.sluice.engine.protocol.codec.PutItemDecoder;
import io.sluice.engine.protocol.codec.ReviewMovesDecoder;
import io.sluice.engine.protocol.codec.WriteReviewDecoder;

/** Reads what a record says into a {@link ReviewBoard}. What it moves stands behind what was asked. On the board's thread. */
final class ReviewRecords implements RecordVisitor {
    private final ReviewBoard board;
    private String name = "";
    private String text = "";
    private String image = "";
    private String reason = "";
    private long actor;

    ReviewRecords(final ReviewBoard board) {
        this.board = board;
    }

    @Override
    public void onPutItem(final RecordFlyweight record, final PutItemDecoder command, final DecisionDecoder decision) {
        if (record.outcome() == Outcome.ACCEPTED) {
            board.title(command.item(), command.title());
        }
    }

    @Override
    public void onWriteReview(
            final RecordFlyweight record, final WriteReviewDecoder command, final DecisionDecoder decision) {
        name = command.name();
        text = command.text();
        image = command.image();
    }

    @Override
    public void onJudgeReview(
            final RecordFlyweight record, final JudgeReviewDecoder command, final DecisionDecoder decision) {
        reason = command.reason();
        actor = command.actor();
    }

    @Override
    public void onReviewMoves(final RecordFlyweight record, final ReviewMovesDecoder moves) {
        if (record.outcome() != Outcome.ACCEPTED) {
            return;
        }
        for (final ReviewMovesDecoder.ReviewsDecoder move : moves.reviews()) {
            board.itemOf(move.item()).tell(move.shown(), move.shownStars());
            final ReviewView known = board.kept(move.review());
            if (record.commandType() == WriteReviewDecoder.TEMPLATE_ID) {
                board.put(written(record, move));
            } else if (known != null) {
                board.put(known.judged(ReviewState.ofCode(move.state()), record.sequence(), actor, reason));
            }
        }
    }

    private ReviewView written(final RecordFlyweight record, final ReviewMovesDecoder.ReviewsDecoder move) {
        return new ReviewView(
                move.review(),
                move.viewer(),
                name,
                move.item(),
                move.order(),
                move.stars(),
                text,
                image,
                ReviewState.ofCode(move.state()),
                record.sequence(),
                record.timeMs(),
                record.sequence(),
                0,
                "");
    }
}
