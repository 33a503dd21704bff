package io.sluice.engine.ring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DistributionTest {
    private final Distribution distribution = new Distribution(10, 20);

    @Test
    void aValueIsCountedInTheFirstRangeWhoseBoundItDoesNotPass() {
        distribution.record(10);
        distribution.record(11);
        distribution.record(20);
        distribution.record(21);

        assertThat(distribution.ranges()).isEqualTo(3);
        assertThat(distribution.count(0)).isEqualTo(1);
        assertThat(distribution.count(1)).isEqualTo(2);
        assertThat(distribution.count(2)).isEqualTo(1);
        assertThat(distribution.sum()).isEqualTo(62);
    }

    @Test
    void theLastRangeHasNoBound() {
        assertThat(distribution.bound(1)).isEqualTo(20);
        assertThat(distribution.bound(2)).isEqualTo(Long.MAX_VALUE);
    }
}
