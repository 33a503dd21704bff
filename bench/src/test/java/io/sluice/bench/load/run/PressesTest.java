package io.sluice.bench.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.bench.load.Count;
import io.sluice.bench.load.Crowd;
import io.sluice.bench.load.Measure;
import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.OrderAttempt;
import io.sluice.bench.load.OrderAttempt.State;
import io.sluice.bench.load.Scenarios;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PressesTest {
    private static final Crowd CROWD = Scenarios.selling(1).crowd();
    private static final long TIMEOUT_MS = CROWD.answerTimeoutMs();

    private final Measurements figures = new Measurements();
    private long nowMs;
    private final Presses presses =
            new Presses(new RunClock(null, () -> TimeUnit.MILLISECONDS.toNanos(nowMs)), CROWD, figures, "k-");
    private final OrderAttempt attempt = presses.press(7, new long[] {1}, new int[] {1}, 0);

    @Test
    void whatIsNeverAnsweredIsSentAgainOnceAndItsWaitIsTimed() {
        pressed();

        atMs(TIMEOUT_MS);
        assertThat(attempt.sends()).isEqualTo(2);
        assertThat(presses.isWaiting()).isTrue();
        atMs(2 * TIMEOUT_MS);

        assertThat(attempt.state()).isEqualTo(State.SENT);
        assertThat(presses.isWaiting()).isFalse();
        assertThat(counted(Count.ORDERS_UNANSWERED)).isEqualTo(1);
        assertThat(figures.times(Measure.ORDERS).getMaxValue()).isGreaterThanOrEqualTo(2 * TIMEOUT_MS * 1_000);
    }

    @Test
    void aPressTwiceIsSentAgainTooAndIsUnansweredOnce() {
        pressed();
        attempt.sent();

        atMs(TIMEOUT_MS);
        atMs(2 * TIMEOUT_MS);
        atMs(4 * TIMEOUT_MS);

        assertThat(attempt.sends()).isEqualTo(3);
        assertThat(counted(Count.ORDERS_UNANSWERED)).isEqualTo(1);
        assertThat(figures.times(Measure.ORDERS).getTotalCount()).isEqualTo(1);
    }

    @Test
    void anAnswerEndsTheWait() {
        pressed();

        answeredBy(State.RESERVED, "", 12);
        atMs(TIMEOUT_MS);

        assertThat(attempt.sends()).isEqualTo(1);
        assertThat(counted(Count.ORDERS_RESERVED)).isEqualTo(1);
    }

    @Test
    void anAnswerBehindTheEndOfTheWaitIsNotedAndNotTimed() {
        pressed();
        atMs(TIMEOUT_MS);
        atMs(2 * TIMEOUT_MS);

        assertThat(answeredBy(State.RESERVED, "", 12)).isFalse();

        assertThat(attempt.state()).isEqualTo(State.RESERVED);
        assertThat(figures.times(Measure.ORDERS).getTotalCount()).isEqualTo(1);
    }

    @Test
    void whatWasLostWithEveryConnectionIsBrokenAndNotUnanswered() {
        presses.await(attempt, attempt::sent);
        presses.sentBySocket(attempt, () -> true);
        atMs(TIMEOUT_MS);
        attempt.broke(1);
        atMs(2 * TIMEOUT_MS);

        assertThat(attempt.state()).isEqualTo(State.BROKEN);
        assertThat(counted(Count.ORDERS_BROKEN)).isEqualTo(1);
        assertThat(counted(Count.ORDERS_UNANSWERED)).isZero();
    }

    @Test
    void whereOneConnectionHeldItIsUnanswered() {
        presses.await(attempt, attempt::sent);
        presses.sentBySocket(attempt, () -> true);
        atMs(TIMEOUT_MS);
        atMs(2 * TIMEOUT_MS);

        assertThat(attempt.state()).isEqualTo(State.SENT);
        assertThat(counted(Count.ORDERS_UNANSWERED)).isEqualTo(1);
    }

    private void pressed() {
        presses.await(attempt, attempt::sent);
        attempt.sent();
    }

    private boolean answeredBy(final State state, final String code, final long order) {
        return presses.answer(attempt, state, code, order, 1, Measure.ORDERS_HTTP);
    }

    private void atMs(final long ms) {
        nowMs = ms;
        presses.sweep();
    }

    private long counted(final Count what) {
        figures.endSecond();
        return figures.count(what);
    }
}
