package io.sluice.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThresholdTest {
    @Test
    void timesAreMilliseconds() throws ScenarioException {
        assertThat(parse("orders.p99 < 1.5s").value()).isEqualTo(1_500);
        assertThat(parse("tick-delay.p99.9 <= 250us").value()).isEqualTo(0.25);
        assertThat(parse("orders-shed.rate<2").value()).isEqualTo(2);
    }

    @Test
    void aFigureIsOnOneSideOrTheOther() throws ScenarioException {
        assertThat(parse("orders.p99 < 50ms").isHeldBy(49.9)).isTrue();
        assertThat(parse("orders.p99 < 50ms").isHeldBy(50)).isFalse();
        assertThat(parse("oversold == 0").isHeldBy(0)).isTrue();
        assertThat(parse("oversold == 0").isHeldBy(1)).isFalse();
        assertThat(parse("joins >= 300").isHeldBy(300)).isTrue();
    }

    @Test
    void whatWasNotMeasuredDoesNotHold() throws ScenarioException {
        assertThat(parse("orders.p99 < 50ms").isHeldBy(Double.NaN)).isFalse();
        assertThat(parse("orders.p99 > 50ms").isHeldBy(Double.NaN)).isFalse();
    }

    private static Threshold parse(final String text) throws ScenarioException {
        return Threshold.parse("here", text);
    }
}
