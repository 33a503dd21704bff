package io.sluice.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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

        assertThat(verdictsOf("orders-sent == 0"))
                .filteredOn(verdict -> !verdict.held())
                .extracting(verdict -> verdict.threshold().figure())
                .containsExactly("lateness.p99");
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
        final List<AuditFinding> findings = List.of(new AuditFinding(AuditFinding.Kind.DOUBLED, "two"));
        final List<AuditFinding> found = threshold.startsWith("orders-sent == 0") ? List.of() : findings;
        return Verdicts.of(scenario(threshold), new Figures(measured, 200, found));
    }

    private static Scenario scenario(final String threshold) throws ScenarioException {
        return ScenarioReader.parse("""
                target: {offers: [{offer: 1}]}
                stages: [{lasts: 1s}]
                thresholds: ["%s"]
                """.formatted(threshold));
    }
}
