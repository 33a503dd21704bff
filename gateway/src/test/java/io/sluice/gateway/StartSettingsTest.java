package io.sluice.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.EngineProperty;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The line of settings that each start prints. */
class StartSettingsTest {
    @Test
    void everyPropertyIsThereWithItsSource() {
        final String line =
                new StartSettings(Map.of("sluice.gateway.port", "80", "sluice.data", "/data"), "file").line();
        assertThat(line)
                .startsWith(
                        "sluice.data=/data (file) sluice.logFormat=text (default) sluice.engine.ringSize=8192 (default) ")
                .contains(" sluice.gateway.port=80 (file) ");
        for (final EngineProperty property : EngineProperty.values()) {
            assertThat(line).contains(property.propertyName() + "=");
        }
        for (final GatewayProperty property : GatewayProperty.values()) {
            assertThat(line).containsPattern(property.propertyName() + "[= ]");
        }
    }

    @Test
    void aSecretIsSetOrNotAndNothingElse() {
        final String line = new StartSettings(
                        Map.of(
                                "sluice.gateway.token.secret",
                                "open-sesame",
                                "sluice.gateway.token.jwks",
                                "https://me:pw@keys/"),
                        "file")
                .line();
        assertThat(line)
                .contains("sluice.gateway.token.secret set (file)")
                .contains("sluice.gateway.webhook.secret not set (default)")
                .contains("sluice.gateway.token.jwks=https://keys/ (file)")
                .doesNotContain("sesame")
                .doesNotContain("pw");
    }

    @Test
    void aValueBeginsNoLineOfItsOwn() {
        assertThat(new StartSettings(Map.of("sluice.gateway.origins", "a\nERROR b"), "file").line())
                .contains("origins=a?ERROR b")
                .doesNotContain("\n");
    }
}
