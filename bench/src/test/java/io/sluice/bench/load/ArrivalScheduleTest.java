package io.sluice.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArrivalScheduleTest {
    private static final long SECOND_NS = 1_000_000_000;

    @Test
    void arrivalsComeAtTheRateOfTheirStage() {
        final List<Long> moments = moments(1, stage(10_000, 500, 500), stage(10_000, 0, 0), stage(10_000, 100, 100));

        assertThat(between(moments, 0, 10)).isBetween(4_700L, 5_300L);
        assertThat(between(moments, 10, 20)).isZero();
        assertThat(between(moments, 20, 30)).isBetween(880L, 1_120L);
    }

    @Test
    void aRampBringsMoreAndMore() {
        final List<Long> moments = moments(2, stage(10_000, 0, 1_000));

        assertThat(between(moments, 0, 10)).isBetween(4_700L, 5_300L);
        assertThat(between(moments, 0, 1)).isBetween(20L, 90L);
        assertThat(between(moments, 9, 10)).isBetween(850L, 1_050L);
    }

    @Test
    void gapsAreThoseOfViewersWhoDoNotKnowEachOther() {
        final List<Long> moments = moments(3, stage(100_000, 100, 100));
        double sum = 0;
        double squares = 0;
        for (int i = 1; i < moments.size(); i++) {
            final double gap = (moments.get(i) - moments.get(i - 1)) / 1e9;
            sum += gap;
            squares += gap * gap;
        }
        final double mean = sum / (moments.size() - 1);
        final double variance = squares / (moments.size() - 1) - mean * mean;

        assertThat(variance / (mean * mean))
                .as("1 for exponential gaps, 0 for even ones")
                .isBetween(0.85, 1.15);
    }

    @Test
    void theSameSeedGivesTheSameMoments() {
        assertThat(moments(7, stage(1_000, 100, 300))).isEqualTo(moments(7, stage(1_000, 100, 300)));
        assertThat(moments(7, stage(1_000, 100, 300))).isNotEqualTo(moments(8, stage(1_000, 100, 300)));
    }

    @Test
    void momentsNeverGoBack() {
        assertThat(moments(9, stage(500, 1_000, 0), stage(1, 0, 100_000), stage(500, 10, 10)))
                .isSorted();
    }

    private static Stage stage(final long durationMs, final double from, final double to) {
        return new Stage("stage", durationMs, Map.of(Flow.ORDERS, new Pace(from, to)));
    }

    private static List<Long> moments(final long seed, final Stage... stages) {
        final ArrivalSchedule schedule = new ArrivalSchedule(List.of(stages), Flow.ORDERS, seed);
        final List<Long> moments = new ArrayList<>();
        for (; schedule.nextNs() != ArrivalSchedule.NEVER; schedule.advance()) {
            moments.add(schedule.nextNs());
        }
        return moments;
    }

    private static long between(final List<Long> moments, final long fromSecond, final long toSecond) {
        return moments.stream()
                .filter(moment -> moment >= fromSecond * SECOND_NS && moment < toSecond * SECOND_NS)
                .count();
    }
}
