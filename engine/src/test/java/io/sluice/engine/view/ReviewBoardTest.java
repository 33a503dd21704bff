package io.sluice.engine.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.ReviewState;
import io.sluice.engine.protocol.codec.DecisionEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.ReviewMovesEncoder;
import io.sluice.engine.ring.SampleReviewCommands;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Test;

/** What buyers say, from records alone. */
class ReviewBoardTest {
    private static final long ITEM = 500;

    private final ReviewBoard board = new ReviewBoard(1);
    private final RecordChain chain = new RecordChain();
    private String words = "t";

    @Test
    void whatIsWrittenWaitsWithItsTextAndIsShownToNobody() {
        write(1, "好吃", Outcome.ACCEPTED);

        assertThat(board.waitingOldestFirst()).extracting(ReviewView::text).containsExactly("好吃");
        assertThat(board.item(ITEM).approvedBefore(Long.MAX_VALUE)).isEmpty();
        assertThat(board.item(ITEM).shown()).isZero();
    }

    @Test
    void whatIsApprovedIsShownTheNewestFirstAndCasesApart() {
        for (int review = 1; review <= 3; review++) {
            write(review, "第" + review, Outcome.ACCEPTED);
            judge(review, ReviewState.APPROVED, review, 5L * review);
        }
        judge(2, ReviewState.CASE, 3, 15);

        final ItemReviewsView item = board.item(ITEM);
        assertThat(item.approvedBefore(Long.MAX_VALUE))
                .extracting(ReviewView::text)
                .containsExactly("第3", "第1");
        assertThat(item.approvedBefore(3)).extracting(ReviewView::text).containsExactly("第1");
        assertThat(item.cases()).extracting(ReviewView::text).containsExactly("第2");
        assertThat(item.shown()).isEqualTo(3);
        assertThat(item.stars()).isEqualTo(15);
        assertThat(board.waiting()).isZero();
    }

    @Test
    void whatIsWrittenAnewIsTakenFromTheScreens() {
        write(1, "好吃", Outcome.ACCEPTED);
        judge(1, ReviewState.APPROVED, 1, 5);
        write(1, "难吃", Outcome.ACCEPTED);
        write(1, "难吃", Outcome.REPEATED);

        assertThat(board.item(ITEM).approvedBefore(Long.MAX_VALUE)).isEmpty();
        assertThat(board.waitingOldestFirst()).extracting(ReviewView::text).containsExactly("难吃");
    }

    @Test
    void whatWasRejectedLastIsKeptWithItsReason() {
        for (int review = 1; review <= ReviewBoard.MAX_REJECTED + 1; review++) {
            write(review, "t", Outcome.ACCEPTED);
            judge(review, ReviewState.REJECTED, 0, 0);
        }

        assertThat(board.newestFirst(ReviewState.REJECTED, Long.MAX_VALUE))
                .hasSize(ReviewBoard.MAX_REJECTED)
                .allMatch(review -> review.reason().equals("why") && review.actor() == 1);
        assertThat(board.kept(1)).isNull();
        assertThat(board.ofViewer(7)).hasSize(ReviewBoard.MAX_REJECTED);
        assertThat(board.ofViewer(8)).isEmpty();
    }

    @Test
    void aReviewWhoseTextWasPrunedCountsAndIsNotShown() {
        judge(9, ReviewState.APPROVED, 4, 18);

        assertThat(board.item(ITEM).approvedBefore(Long.MAX_VALUE)).isEmpty();
        assertThat(board.item(ITEM).shown()).isEqualTo(4);
    }

    @Test
    void aRecordThatWasLeftOutStopsIt() {
        final ReviewBoard later = new ReviewBoard(2);
        write(1, "t", Outcome.ACCEPTED);
        write(2, "t", Outcome.ACCEPTED);

        assertThatThrownBy(() -> later.apply(decided(3, ReviewState.WAITING, 0, 0, Outcome.ACCEPTED, true)))
                .hasMessage("reviews at sequence=1 was given sequence=3");
    }

    private void write(final long review, final String text, final Outcome outcome) {
        words = text;
        board.apply(decided(review, ReviewState.WAITING, 0, 0, outcome, true));
    }

    private void judge(final long review, final ReviewState state, final int shown, final long stars) {
        board.apply(decided(review, state, shown, stars, Outcome.ACCEPTED, false));
    }

    private RecordFlyweight decided(
            final long review,
            final ReviewState state,
            final int shown,
            final long stars,
            final Outcome outcome,
            final boolean isWritten) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1024);
        final int at = RecordFlyweight.HEADER_LENGTH;
        final int commandLength = (isWritten
                        ? SampleReviewCommands.write(7, 1, 5, words, "")
                        : SampleReviewCommands.judge(review, 1, state, "why"))
                .write(buffer, at);
        final MessageHeaderEncoder header = new MessageHeaderEncoder();
        final DecisionEncoder decision = new DecisionEncoder();
        decision.wrapAndApplyHeader(buffer, at + commandLength, header)
                .outcome(outcome.code())
                .detail(review);
        final int plainLength = MessageHeaderEncoder.ENCODED_LENGTH + decision.encodedLength();
        final ReviewMovesEncoder moves = new ReviewMovesEncoder();
        moves.wrapAndApplyHeader(buffer, at + commandLength + plainLength, header)
                .reviewsCount(1)
                .next()
                .review(review)
                .viewer(7)
                .item(ITEM)
                .order(1)
                .writtenAt(1)
                .stars((short) 5)
                .state(state.code())
                .shown(shown)
                .shownStars(stars);
        final int movesLength = MessageHeaderEncoder.ENCODED_LENGTH + moves.encodedLength();
        chain.seal(buffer, 0, commandLength, plainLength + movesLength, 1_000);
        return new RecordFlyweight().wrap(buffer, 0);
    }
}
