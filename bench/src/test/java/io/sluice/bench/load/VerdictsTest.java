package io.sluice.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictsTest {
    private final Measurements measured = new Measurements();

    @ParameterizedTest
    @CsvSource({
        "orders.p50 < 11ms, true",
        "orders.p99.9 < 9ms, false",
        "orders.max <= 0.0101s, true",
        "orders.mean > 5ms, true",
        "orders-sent == 200, true",
        "orders-sent.rate == 100, true",
        "orders-shed.share < 6%, true",
        "orders-shed.share < 5%, false",
        "doubled == 1, true",
        "oversold == 0, true",
        "findings == 0, false",
        "audited >= 200, true",
    })
    void aThresholdHoldsOrNotByItsFigure(final String threshold, final boolean held) throws ScenarioException {
        playTwoSeconds();

        final List<RunResult.Verdict> verdicts = verdictsOf(threshold);

        assertThat(verdicts.get(0).threshold().text()).isEqualTo(threshold);
        assertThat(verdicts.get(0).held()).isEqualTo(held);
    }

    @Test
    void aFigureThatWasNotMeasuredFails() throws ScenarioException {
        playTwoSeconds();

        final RunResult.Verdict verdict = verdictsOf("payments.p99 < 1s").get(0);

        assertThat(verdict.measured()).isNaN();
        assertThat(verdict.held()).isFalse();
    }

    @Test
    void noScenarioCanLeaveOutTheAuditAndTheRigsOwnLateness() throws ScenarioException {
        assertThat(scenario("orders.p99 < 1s").thresholds())
                .extracting(Threshold::text)
                .containsExactly("orders.p99 < 1s", "findings == 0", "lateness.p99 < 50ms");
        assertThat(scenario("lateness.p99 < 0.05s").thresholds()).hasSize(2);
        assertThat(scenario("lateness.p99 < 90ms").thresholds()).hasSize(3);
    }

    @Test
    void aRunThatCouldNotKeepItsOwnRateFails() throws ScenarioException {
        measured.time(Measure.LATENESS, TimeUnit.MILLISECONDS.toNanos(80));
        measured.endSecond();

        assertThat(verdictsOf(scenario("orders-sent == 0"), Map.of()))
                .filteredOn(verdict -> !verdict.held())
                .extracting(verdict -> verdict.threshold().figure())
                .containsExactly("lateness.p99");
    }

    @Test
    void aRunThatDidNotMakeItsOrdersFails() throws ScenarioException {
        measured.time(Measure.LATENESS, TimeUnit.MILLISECONDS.toNanos(1));
        measured.count(Count.ORDERS_MEANT, 100);
        measured.count(Count.ORDERS_SENT, 98);
        measured.endSecond();

        assertThat(verdictsOf(scenario("{lasts: 1s, orders: 100/s}", "oversold == 0"), Map.of()))
                .filteredOn(verdict -> !verdict.held())
                .extracting(verdict -> verdict.threshold().text())
                .containsExactly("orders-sent.share >= 99%");
    }

    @Test
    void secondsBehindTheLastStageAreNoneOfTheRate() throws ScenarioException {
        playTwoSeconds();
        measured.endSecond();
        measured.endSecond();

        assertThat(verdictsOf("orders-sent.rate == 100").get(0).held()).isTrue();
    }

    @Test
    void aFindingBehindTheFirstHundredCounts() throws ScenarioException {
        final Map<AuditFinding.Kind, Long> found =
                Map.of(AuditFinding.Kind.UNANSWERED, 100L, AuditFinding.Kind.OVERSOLD, 1L);

        assertThat(verdictsOf(scenario("oversold == 0"), found).get(0).held()).isFalse();
        assertThat(verdictsOf(scenario("findings == 101"), found).get(0).held()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"order.p99", "orders.p98", "orders", "oversolt", "orders-meant.share"})
    void anUnknownFigureIsToldWhenTheScenarioIsReadWithWhatThereIs(final String figure) {
        assertThatThrownBy(() -> scenario(figure + " < 5"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("thresholds[0]")
                .hasMessageContaining("'" + figure + "'")
                .hasMessageContaining("tick-delay")
                .hasMessageContaining("orders-shed");
    }

    private void playTwoSeconds() {
        measured.time(Measure.ORDERS, TimeUnit.MILLISECONDS.toNanos(10));
        for (int second = 0; second < 2; second++) {
            measured.count(Count.ORDERS_SENT, 100);
            measured.count(Count.ORDERS_SHED, 5);
            measured.endSecond();
        }
    }

    private List<RunResult.Verdict> verdictsOf(final String threshold) throws ScenarioException {
        return verdictsOf(scenario(threshold), Map.of(AuditFinding.Kind.DOUBLED, 1L));
    }

    private List<RunResult.Verdict> verdictsOf(final Scenario scenario, final Map<AuditFinding.Kind, Long> found) {
        return Verdicts.of(scenario, new Figures(scenario, measured, 200, found));
    }

    private static Scenario scenario(final String threshold) throws ScenarioException {
        return scenario("{lasts: 2s}", threshold);
    }

    private static Scenario scenario(final String stage, final String threshold) throws ScenarioException {
        return ScenarioReader.parse("""
                target: {offers: [{offer: 1}]}
                stages: [%s]
                thresholds: ["%s"]
                """.formatted(stage, threshold));
    }
}
