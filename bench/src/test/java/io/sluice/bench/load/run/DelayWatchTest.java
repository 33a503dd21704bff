package io.sluice.bench.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.bench.load.Measure;
import io.sluice.bench.load.Measurements;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DelayWatchTest {
    private static final int WATCHED = 0;

    private final Measurements figures = new Measurements();
    private long nowMs;
    private final DelayWatch delays =
            new DelayWatch(new RunClock(null, () -> TimeUnit.MILLISECONDS.toNanos(nowMs)), figures, 32);

    @Test
    void aTickIsTimedByTheOldestPressItIsTheFirstToInclude() {
        answered(10, 20);
        answered(12, 5);

        tick(9, 30);
        assertThat(timed()).isZero();
        tick(12, 105);
        assertThat(timed()).isEqualTo(1);
        assertThat(longestMs()).isEqualTo(100);
        tick(13, 200);
        assertThat(timed()).as("nothing new in it").isEqualTo(1);
    }

    @Test
    void anAnswerBehindItsOwnTickIsNotTimedToTheNext() {
        tick(10, 30);
        answered(10, 5);
        tick(11, 1_030);

        assertThat(timed()).isZero();
    }

    @Test
    void whatPassedBeforeAViewerCameIsNoNews() {
        answered(10, 0);
        delays.onPicture(WATCHED, 11);
        answered(11, 0);
        tick(12, 50);

        assertThat(timed()).isZero();
    }

    @Test
    void mostViewersAreNotWatched() {
        answered(10, 0);
        for (int viewer = 1; viewer < DelayWatch.STRIDE; viewer++) {
            delays.onTick(viewer, 11);
        }

        assertThat(timed()).isZero();
    }

    private void answered(final long sequence, final long pressMs) {
        delays.onAnswer(sequence, TimeUnit.MILLISECONDS.toNanos(pressMs));
    }

    private void tick(final long sequence, final long atMs) {
        nowMs = atMs;
        delays.onTick(WATCHED, sequence);
    }

    private long timed() {
        return figures.times(Measure.TICK_DELAY).getTotalCount();
    }

    private long longestMs() {
        return Math.round(figures.times(Measure.TICK_DELAY).getMaxValue() / 1_000.0);
    }
}
