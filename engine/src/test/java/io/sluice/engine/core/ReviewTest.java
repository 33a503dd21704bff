package io.sluice.engine.core;

import static io.sluice.engine.core.OrderBuilder.order;
import static io.sluice.engine.core.RefundBuilder.refund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.ReviewState;
import java.lang.management.ManagementFactory;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** Who may write a review, and what operators do with it. */
class ReviewTest {
    private static final long TEXT = 17;
    private static final long OTHER_TEXT = 18;

    private final Shop shop = Shop.open();

    @Test
    void whoPaidForItMayWriteAndItWaits() {
        final long bought = shop.buy(order("a").by(7));

        final Decision written = write(shop, 7, bought, 5, TEXT);

        assertThat(written.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(written.detail()).isEqualTo(1);
        assertThat(said(written)).isEqualTo("1 of 7: 5 WAITING, 0 shown with 0");
    }

    @Test
    void whoDidNotBuyItMayNot() {
        final long held = shop.reserve(order("a").by(7));
        final long bought = shop.buy(order("b").by(7).of(Shop.OFFER, 1).of(Shop.OFFER, 1));

        assertThat(outcome(write(shop, 7, held, 5, TEXT))).isEqualTo(Outcome.NOT_BOUGHT);
        assertThat(outcome(write(shop, 8, bought, 5, TEXT))).isEqualTo(Outcome.ORDER_UNKNOWN);
        assertThat(outcome(write(shop, 7, 99, 5, TEXT))).isEqualTo(Outcome.ORDER_UNKNOWN);
        shop.refund(refund(bought, "r").of(Shop.OFFER, 1));
        assertThat(outcome(write(shop, 7, bought, 5, TEXT))).isEqualTo(Outcome.ACCEPTED);
        shop.refund(refund(bought, "s").of(Shop.OFFER, 1));
        assertThat(outcome(write(shop, 7, bought, 5, OTHER_TEXT))).isEqualTo(Outcome.NOT_BOUGHT);
    }

    @Test
    void theRungsOfWritingComeInTheirOrder() {
        final long held = shop.reserve(order("a").by(7));

        assertThat(outcome(write(shop, 0, 99, 5, TEXT))).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(outcome(write(shop, 7, 99, 6, TEXT))).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(outcome(write(shop, 7, 99, 0, TEXT))).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(outcome(shop.decide(
                        decision -> shop.core().reviews().write(7, held, Shop.OFFER, 5, TEXT, false, decision))))
                .isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(outcome(
                        shop.decide(decision -> shop.core().reviews().write(7, held, 12_345, 5, TEXT, true, decision))))
                .isEqualTo(Outcome.LINE_UNKNOWN);
    }

    @Test
    void theSameTextAgainLeavesAnApprovedReviewOnTheScreens() {
        final long bought = shop.buy(order("a").by(7));
        final long writtenAt = write(shop, 7, bought, 5, TEXT).sequence();
        judge(1, writtenAt, ReviewState.APPROVED);

        final Decision again = write(shop, 7, bought, 5, TEXT);

        assertThat(again.outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(said(again)).isEqualTo("1 of 7: 5 APPROVED, 1 shown with 5");
    }

    @Test
    void anotherTextTakesThePlaceOfTheFirstAndWaits() {
        final long bought = shop.buy(order("a").by(7));
        final long writtenAt = write(shop, 7, bought, 5, TEXT).sequence();
        judge(1, writtenAt, ReviewState.APPROVED);

        assertThat(said(write(shop, 7, bought, 2, OTHER_TEXT))).isEqualTo("1 of 7: 2 WAITING, 0 shown with 0");
        final Decision late = judge(1, writtenAt, ReviewState.APPROVED);
        assertThat(late.outcome()).isEqualTo(Outcome.REVIEW_CHANGED);
        assertThat(late.detail()).isEqualTo(writtenAt + 2);
    }

    @Test
    void onlyWhatIsApprovedBecomesACase() {
        final long bought = shop.buy(order("a").by(7));
        final long writtenAt = write(shop, 7, bought, 4, TEXT).sequence();

        final Decision early = judge(1, writtenAt, ReviewState.CASE);
        assertThat(early.outcome()).isEqualTo(Outcome.REVIEW_STATE_FIXED);
        assertThat(early.detail()).isEqualTo(ReviewState.WAITING.code());
        judge(1, writtenAt, ReviewState.APPROVED);
        assertThat(said(judge(1, writtenAt, ReviewState.CASE))).isEqualTo("1 of 7: 4 CASE, 1 shown with 4");
        assertThat(outcome(judge(1, writtenAt, ReviewState.CASE))).isEqualTo(Outcome.REPEATED);
        assertThat(said(judge(1, writtenAt, ReviewState.APPROVED))).isEqualTo("1 of 7: 4 APPROVED, 1 shown with 4");
        assertThat(said(judge(1, writtenAt, ReviewState.REJECTED))).isEqualTo("1 of 7: 4 REJECTED, 0 shown with 0");
        assertThat(outcome(judge(1, writtenAt, ReviewState.CASE))).isEqualTo(Outcome.REVIEW_STATE_FIXED);
    }

    @Test
    void whatIsNotThereIsNotJudged() {
        assertThat(outcome(judge(1, 1, ReviewState.APPROVED))).isEqualTo(Outcome.REVIEW_UNKNOWN);
        assertThat(outcome(judge(0, 1, ReviewState.REJECTED))).isEqualTo(Outcome.REVIEW_UNKNOWN);
        assertThat(outcome(judge(1, 1, ReviewState.WAITING))).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(outcome(judge(1, 1, null))).isEqualTo(Outcome.COMMAND_INVALID);
    }

    @Test
    void anItemHasNoMoreCasesThanThereMayBe() {
        for (int i = 1; i <= ProtocolLimits.MAX_CASES + 1; i++) {
            final long bought = shop.buy(order("a" + i).by(i));
            final long writtenAt = write(shop, i, bought, 5, TEXT).sequence();
            judge(i, writtenAt, ReviewState.APPROVED);
            assertThat(outcome(judge(i, writtenAt, ReviewState.CASE)))
                    .isEqualTo(i <= ProtocolLimits.MAX_CASES ? Outcome.ACCEPTED : Outcome.CAPACITY);
        }
    }

    @Test
    void aReloadedCoreGoesOnAsThisOne() {
        final long bought = shop.buy(order("a").by(7));
        final long other = shop.buy(order("b").by(8));
        final long writtenAt = write(shop, 7, bought, 5, TEXT).sequence();
        judge(1, writtenAt, ReviewState.APPROVED);
        write(shop, 8, other, 3, TEXT);
        final Shop reloaded = shop.reloaded();

        for (final Shop each : new Shop[] {shop, reloaded}) {
            assertThat(said(write(each, 7, bought, 5, TEXT))).isEqualTo("1 of 7: 5 APPROVED, 1 shown with 5");
            assertThat(said(write(each, 8, other, 2, TEXT))).isEqualTo("2 of 8: 2 WAITING, 1 shown with 5");
        }
        assertThat(reloaded.core().stateHash()).isEqualTo(shop.core().stateHash());
    }

    @Test
    void aStateFromBeforeThereWereReviewsHasTheHashThatItHad() {
        final long before = shop.core().digest().bytes();
        write(shop, 7, 99, 5, TEXT);

        assertThat(shop.core().digest().bytes()).isEqualTo(before);
    }

    @Test
    void aDamagedReviewIsRefused() {
        final StateBytes state = new StateBytes();
        state.putLong(1);
        for (int i = 0; i < Review.BYTES; i += Integer.BYTES) {
            state.putInt(9);
        }
        final FlashCore damaged = new FlashCore(CoreReserves.NONE);
        damaged.reviews().load(state);

        assertThatThrownBy(() -> damaged.reviews().index()).hasMessage("review=1 stars=9");
    }

    /** A page of reviews is set aside at a time; between two pages nothing is. */
    @Test
    void writingAndJudgingAllocateNothing() {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final long bought = shop.buy(order("a").by(7));
        final Decision decision = new Decision();
        final LongUnaryOperator rounds = from -> {
            long sequence = from;
            for (int i = 0; i < 20_000; i++) {
                decision.begin(++sequence, shop.nowMs());
                shop.core().reviews().write(7, bought, Shop.OFFER, 5, sequence, true, decision);
                final long writtenAt = sequence;
                decision.begin(++sequence, shop.nowMs());
                shop.core().reviews().judge(1, writtenAt, ReviewState.APPROVED, 0, decision);
            }
            return sequence;
        };
        long sequence = rounds.applyAsLong(1_000);
        long least = Long.MAX_VALUE;
        for (int batch = 0; batch < 3; batch++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            sequence = rounds.applyAsLong(sequence);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(decision.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(least).isZero();
    }

    private static Decision write(
            final Shop shop, final long viewer, final long order, final int stars, final long text) {
        return shop.decide(
                decision -> shop.core().reviews().write(viewer, order, Shop.OFFER, stars, text, true, decision));
    }

    private Decision judge(final long review, final long writtenAt, final ReviewState next) {
        return shop.decide(decision -> shop.core().reviews().judge(review, writtenAt, next, 0, decision));
    }

    private static Outcome outcome(final Decision decision) {
        return decision.outcome();
    }

    private static String said(final Decision decision) {
        final ReviewMove move = decision.review();
        return move.review() + " of " + move.viewer() + ": " + move.stars() + " " + move.state() + ", " + move.shown()
                + " shown with " + move.shownStars();
    }
}
