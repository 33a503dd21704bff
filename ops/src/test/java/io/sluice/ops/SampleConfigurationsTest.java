package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.GatewayProperty;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample configurations serve as they stand, but for paths and ports. */
class SampleConfigurationsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"laptop", "one-big-host", "fleet"})
    void aSampleServes(final String name) throws IOException, InterruptedException {
        final SampleConfiguration sample = SampleConfiguration.named(name).movedTo(folder);

        try (SluiceServer server = SluiceServer.launch(
                sample.engine(), sample.gateway(), sample.gateway().settings(folder, "test"))) {
            final URI health = URI.create("http://127.0.0.1:" + server.managementPort() + "/healthz");
            assertThat(HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void noSecretOfASampleWouldPassTheDoctor() {
        final SampleConfiguration sample = SampleConfiguration.named("laptop");

        assertThat(Arrays.stream(GatewayProperty.values()).filter(GatewayProperty::isSecret))
                .allSatisfy(secret -> assertThat(sample.gateway().text(secret)).startsWith("replace-me"));
    }
}
