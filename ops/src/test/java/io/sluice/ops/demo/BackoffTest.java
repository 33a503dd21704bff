package io.sluice.ops.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(new SplittableRandom(1));

    @Test
    void waitsBetweenHalfAndAllOfATimeThatDoublesToThirtySeconds() {
        for (final long stepMs : new long[] {1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000}) {
            assertThat(backoff.nextMs(0)).isBetween(stepMs / 2, stepMs);
        }
    }

    @Test
    void neverWaitsLessThanAsked() {
        assertThat(backoff.nextMs(5_000)).isEqualTo(5_000);
    }

    @Test
    void startsOverAfterASuccess() {
        backoff.nextMs(0);
        backoff.nextMs(0);

        backoff.reset();

        assertThat(backoff.nextMs(0)).isBetween(500L, 1_000L);
    }
}
