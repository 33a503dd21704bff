package io.sluice.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Seconds that have gone by, packed. */
class MeasurementsTest {
    private final Measurements measured = new Measurements();

    @Test
    void aSecondGivesItsOwnTimesBackAndNoOthers() {
        order(8);
        order(80);
        measured.endSecond();
        order(1_000_000);
        measured.endSecond();
        measured.endSecond();

        assertThat(Statistic.P50.ms(second(0).times(Measure.ORDERS))).isBetween(8.0, 8.1);
        assertThat(Statistic.MAX.ms(second(0).times(Measure.ORDERS))).isBetween(80.0, 81.0);
        assertThat(second(0).times(Measure.PAYMENTS)).isNull();
        assertThat(second(1).times(Measure.ORDERS).getTotalCount()).isEqualTo(1);
        assertThat(Statistic.MAX.ms(second(1).times(Measure.ORDERS))).isBetween(600_000.0, 606_000.0);
        assertThat(second(2).times(Measure.ORDERS)).isNull();
        assertThat(measured.times(Measure.ORDERS).getTotalCount()).isEqualTo(3);
    }

    private void order(final long ms) {
        measured.time(Measure.ORDERS, TimeUnit.MILLISECONDS.toNanos(ms));
    }

    private Measurements.Second second(final int number) {
        return measured.seconds().get(number);
    }
}
