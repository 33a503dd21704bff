package io.sluice.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrderAttemptTest {
    private final OrderAttempt attempt = new OrderAttempt(0, "k", 7, new long[] {1}, new int[] {1}, 0);

    @Test
    void anAnswerGivenAgainIsNoContradiction() {
        attempt.answered(OrderAttempt.State.RESERVED, "", 12, 100);
        attempt.answered(OrderAttempt.State.RESERVED, "", 12, 100);

        assertThat(attempt.answers()).isEqualTo(2);
        assertThat(attempt.isContradicted()).isFalse();
    }

    @Test
    void anotherOrderForTheSameKeyIsOne() {
        attempt.answered(OrderAttempt.State.RESERVED, "", 12, 100);
        attempt.answered(OrderAttempt.State.RESERVED, "", 13, 101);

        assertThat(attempt.isContradicted()).isTrue();
        assertThat(attempt.order()).isEqualTo(12);
    }

    @Test
    void whoWasTurnedAwayMayGetAnAnswerLater() {
        attempt.answered(OrderAttempt.State.SHED, "RING_FULL", 0, 0);
        attempt.answered(OrderAttempt.State.REFUSED, "SOLD_OUT", 0, 90);

        assertThat(attempt.state()).isEqualTo(OrderAttempt.State.REFUSED);
        assertThat(attempt.isContradicted()).isFalse();
    }

    @Test
    void aPromiseSaysNothingOfTheSendThatIsLostWithItsConnection() {
        attempt.sent();
        attempt.sent();
        attempt.answered(OrderAttempt.State.SHED, "RING_FULL", 0, 0);
        attempt.broke(1);

        assertThat(attempt.state()).isEqualTo(OrderAttempt.State.BROKEN);
    }

    @Test
    void aPromiseBehindTheBreakSaysNothingOfTheSendBeforeItEither() {
        attempt.sent();
        attempt.broke(1);
        attempt.sent();
        attempt.answered(OrderAttempt.State.SHED, "RING_FULL", 0, 0);

        assertThat(attempt.state()).isEqualTo(OrderAttempt.State.BROKEN);
    }

    @Test
    void anAnswerThatSaysNothingForGoodLeavesItSent() {
        attempt.sent();
        attempt.answeredUnclearly();

        assertThat(attempt.state()).isEqualTo(OrderAttempt.State.SENT);
    }
}
