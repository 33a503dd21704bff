package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The unit for systemd: what it asks for, and what systemd itself says of it where that is installed. */
class SystemdUnitTest {
    private static final Path UNIT = Path.of("systemd", "sluice.service");
    private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");
    private static final Path JAVA = Path.of("/usr/bin/java");

    @Test
    void aStopIsTheGracefulOneAndHasItsTime() throws IOException {
        assertThat(values("KillSignal")).containsExactly("SIGTERM");
        assertThat(Long.parseLong(value("TimeoutStopSec"))).isGreaterThanOrEqualTo(StopBudget.seconds());
    }

    @Test
    void whatFailsIsStartedAgainButAWrongConfigurationIsNot() throws IOException {
        assertThat(value("Restart")).isEqualTo("on-failure");
        assertThat(value("RestartPreventExitStatus")).isEqualTo("2");
        assertThat(Integer.parseInt(value("StartLimitBurst"))).isPositive();
    }

    @Test
    void secretsAreACredentialAndInNoProcessList() throws IOException {
        assertThat(value("LoadCredential")).isEqualTo("secrets.properties:/etc/sluice/secrets.properties");
        assertThat(value("ExecStart"))
                .startsWith(JAVA + " -jar /opt/sluice/sluice.jar serve ")
                .endsWith("--config ${CREDENTIALS_DIRECTORY}/secrets.properties");
        assertThat(Files.readString(UNIT)).doesNotContain(".secret=");
        assertThat(value("LimitCORE")).isEqualTo("0");
    }

    @Test
    void everyLiveConnectionOfTheBigHostHasItsDescriptor() throws IOException {
        final String connections = SampleConfiguration.named("one-big-host").text("sluice.gateway.room.connections");
        assertThat(Integer.parseInt(value("LimitNOFILE")))
                .isGreaterThanOrEqualTo(Integer.parseInt(connections) + 1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NoNewPrivileges=yes",
                "ProtectSystem=strict",
                "ProtectHome=yes",
                "PrivateTmp=yes",
                "PrivateDevices=yes",
                "ProtectKernelTunables=yes",
                "RestrictSUIDSGID=yes",
                "SystemCallFilter=@system-service",
                "User=sluice",
                "StateDirectory=sluice"
            })
    void itMayDoNothingItNeedNot(final String line) throws IOException {
        assertThat(Files.readAllLines(UNIT)).contains(line);
    }

    @Test
    void systemdFindsNothingWrongWithIt() throws IOException {
        assumeThat(ANALYZE).exists();
        assumeThat(JAVA).exists();
        assertThat(said(ANALYZE.toString(), "verify", UNIT.toString())).isEmpty();
    }

    private static String value(final String name) throws IOException {
        assertThat(values(name)).as(name).hasSize(1);
        return values(name).get(0);
    }

    private static List<String> values(final String name) throws IOException {
        return Files.readAllLines(UNIT).stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .toList();
    }

    private static String said(final String... command) throws IOException {
        final Process process =
                new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
