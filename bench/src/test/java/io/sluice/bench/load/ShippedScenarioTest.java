package io.sluice.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShippedScenarioTest {
    @ParameterizedTest
    @EnumSource
    void eachReadsAndSells(final ShippedScenario shipped) throws ScenarioException, IOException {
        final Scenario scenario = shipped.scenario();

        assertThat(scenario.stages()).anyMatch(stage -> stage.pace(Flow.ORDERS).to() > 0);
        assertThat(scenario.thresholds())
                .anyMatch(threshold -> threshold.figure().equals("orders.p99"));
    }

    @Test
    void smokeIsTwentySeconds() throws ScenarioException, IOException {
        assertThat(ShippedScenario.of("smoke").scenario().durationMs()).isEqualTo(20_000);
    }

    @Test
    void anyOtherNameIsNone() {
        assertThat(ShippedScenario.of("SMOKE")).isNull();
        assertThat(ShippedScenario.of("fast-viewers")).isNull();
    }
}
