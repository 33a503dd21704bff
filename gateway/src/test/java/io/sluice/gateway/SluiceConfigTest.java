package io.sluice.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.EngineContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SluiceConfigTest {
    @TempDir
    private Path directory;

    private final EngineContext engine = new EngineContext();
    private final GatewayContext gateway = new GatewayContext();

    @Test
    void aFileFillsEngineAndGateway() throws IOException {
        fill("# a comment\nsluice.data=/var/lib/sluice\nsluice.engine.ringSize=1024\nsluice.gateway.port = 8081 \n");

        assertThat(engine.dataDirectory()).isEqualTo(Path.of("/var/lib/sluice"));
        assertThat(engine.ringSize()).isEqualTo(1_024);
        assertThat(gateway.number(GatewayProperty.PORT)).isEqualTo(8_081);
    }

    @ParameterizedTest
    @CsvSource({
        "sluice.gateway.prot=1, sluice.gateway.prot",
        "sluice.engine.ringsize=1, sluice.engine.ringsize",
        "port=1, port: there is no such property",
        "sluice.gateway.port=65536, sluice.gateway.port=65536",
        "sluice.gateway.port=http, sluice.gateway.port=http",
        "sluice.gateway.port=, sluice.gateway.port=",
        "sluice.gateway.maxBodyBytes=16k, sluice.gateway.maxBodyBytes=16k",
        "sluice.logFormat=xml, sluice.logFormat=xml",
        "sluice.engine.durability=MAYBE, sluice.engine.durability=MAYBE"
    })
    void aComplaintNamesTheProperty(final String line, final String complaint) {
        assertThatThrownBy(() -> fill(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void aPropertyIsGivenOnce() {
        assertThatThrownBy(() -> fill("sluice.gateway.port=1\nsluice.gateway.port=2\n"))
                .hasMessageContaining("sluice.gateway.port")
                .hasMessageContaining("twice");
        assertThatThrownBy(
                        () -> fill("sluice.gateway.webhook.secret=hidden-1\nsluice.gateway.webhook.secret=hidden-2\n"))
                .hasMessageContaining("sluice.gateway.webhook.secret")
                .hasMessageNotContaining("hidden");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "ROOM_TICK_MS",
                "ROOM_COMMENTS",
                "ROOM_CONNECTIONS",
                "ROOM_CONNECTIONS_PER_VIEWER",
                "ROOM_STUCK_MS",
                "ROOM_RECONNECT_SPREAD_MS"
            })
    void whatARoomsPropertyAllowsTheRoomsTake(final GatewayProperty property) {
        final String[] range = property.sentence().replaceFirst(".*; from ", "").split(" to ", -1);

        for (final String bound : range) {
            assertThatCode(() -> TestGateway.context()
                            .set(property, bound)
                            .roomOptions()
                            .conclude())
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_BUCKETS, 100, sluice.gateway.rate.buckets=100",
        "LIKE_SHED_PERCENT, 51, sluice.gateway.shed.likePercent=51",
        "DEMO, yes, sluice.gateway.demo=yes",
        "TOKEN_SECRET, short, sluice.gateway.token.secret",
        "TOKEN_SECRET, '', sluice.gateway.token.jwks",
        "TOKEN_JWKS, /keys.json, sluice.gateway.token.jwks=/keys.json",
        "WEBHOOK_SECRET, short, sluice.gateway.webhook.secret",
        "SHARE_SECRET, short, sluice.gateway.share.secret"
    })
    void valuesThatDoNotGoTogetherAreRefused(
            final GatewayProperty property, final String value, final String complaint) {
        final GatewayContext context = TestGateway.context().set(property, value);

        assertThatThrownBy(context::conclude)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint)
                .hasMessageNotContaining("=short");
    }

    @Test
    void theTwoPortsAreTwo() {
        final GatewayContext context =
                TestGateway.context().set(GatewayProperty.PORT, "8080").set(GatewayProperty.MANAGEMENT_PORT, "8080");

        assertThatThrownBy(context::conclude)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sluice.gateway.managementPort=8080");
    }

    @ParameterizedTest
    @EnumSource
    void aDefaultIsAValueOfItsProperty(final GatewayProperty property) {
        assertThat(new GatewayContext()
                        .set(property.propertyName(), property.defaultValue())
                        .text(property))
                .isEqualTo(property.defaultValue());
        assertThat(property.sentence()).isNotEmpty();
    }

    private void fill(final String text) throws IOException {
        SluiceConfig.read(Files.writeString(directory.resolve("sluice.properties"), text))
                .fill(engine, gateway);
    }
}
