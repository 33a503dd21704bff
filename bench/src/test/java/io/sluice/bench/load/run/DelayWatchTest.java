package io.sluice.bench.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.bench.load.Measure;
import io.sluice.bench.load.Measurements;
import org.junit.jupiter.api.Test;

class DelayWatchTest {
    private static final int WATCHED = 0;

    private final Measurements figures = new Measurements();
    private final DelayWatch delays = new DelayWatch(new RunClock(null, System.nanoTime()), figures, 32);

    @Test
    void aTickIsTimedByTheOldestOrderItIsTheFirstToInclude() {
        delays.onAnswer(10);
        delays.onAnswer(12);

        delays.onTick(WATCHED, 9);
        assertThat(timed()).isZero();
        delays.onTick(WATCHED, 12);
        assertThat(timed()).isEqualTo(1);
        delays.onTick(WATCHED, 13);
        assertThat(timed()).as("nothing new in it").isEqualTo(1);
    }

    @Test
    void whatPassedBeforeAViewerCameIsNoNews() {
        delays.onAnswer(10);
        delays.onPicture(WATCHED);
        delays.onTick(WATCHED, 11);

        assertThat(timed()).isZero();
    }

    @Test
    void mostViewersAreNotWatched() {
        delays.onAnswer(10);
        for (int viewer = 1; viewer < DelayWatch.STRIDE; viewer++) {
            delays.onTick(viewer, 11);
        }

        assertThat(timed()).isZero();
    }

    private long timed() {
        return figures.times(Measure.TICK_DELAY).getTotalCount();
    }
}
