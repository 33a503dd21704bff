package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.GatewayProperty;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules that a linter of such files would check, of the file there is. */
class ContainerfileTest {
    private final Containerfile file = Containerfile.read();

    @Test
    void itsBaseHasAVersion() {
        assertThat(file.last("ARG")).matches("BASE=\\S+:\\d+[\\w.-]*");
        assertThat(file.last("FROM")).isEqualTo("${BASE}");
    }

    @Test
    void whatServesIsNotRootAndHasANumberThatAPolicyCanSee() {
        assertThat(file.last("USER")).matches("[1-9]\\d*:[1-9]\\d*");
        assertThat(file.last("RUN")).contains("--uid " + file.last("USER").split(":", -1)[0]);
    }

    @Test
    void nothingIsFetchedUnpackedOrSetAsASecret() {
        assertThat(file.instructions())
                .extracting(Containerfile.Instruction::name)
                .containsOnly(
                        "ARG",
                        "FROM",
                        "RUN",
                        "COPY",
                        "USER",
                        "WORKDIR",
                        "VOLUME",
                        "EXPOSE",
                        "STOPSIGNAL",
                        "HEALTHCHECK",
                        "ENTRYPOINT",
                        "CMD");
        assertThat(file.last("COPY")).endsWith("ops/target/sluice.jar /opt/sluice/sluice.jar");
    }

    @Test
    void theProcessItselfHearsTheSignalThatStopsItGracefully() {
        assertThat(file.last("STOPSIGNAL")).isEqualTo("SIGTERM");
        assertThat(Containerfile.json(file.last("ENTRYPOINT")))
                .containsExactly("java", "-jar", "/opt/sluice/sluice.jar");
        assertThat(Containerfile.json(file.last("CMD"))).startsWith("serve", "--config");
    }

    @Test
    void dataLiesInAVolumeAndThePortsAreTheDefaults() {
        assertThat(file.last("VOLUME")).isEqualTo(file.last("WORKDIR"));
        assertThat(List.of(file.last("EXPOSE").split(" ", -1)))
                .containsExactly(GatewayProperty.PORT.defaultValue(), GatewayProperty.MANAGEMENT_PORT.defaultValue());
        assertThat(file.last("HEALTHCHECK")).contains("127.0.0.1/" + GatewayProperty.MANAGEMENT_PORT.defaultValue());
    }
}
