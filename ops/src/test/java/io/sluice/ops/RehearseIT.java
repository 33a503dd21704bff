package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped smoke rehearsal as an SRE runs it: a server of the rig's own, every threshold, every answer audited. */
class RehearseIT {
    @TempDir
    private Path folder;

    @Test
    void smokeHoldsItsThresholdsAndTheAuditFindsNothing() throws IOException {
        final Path result = folder.resolve("result");

        final SluiceProcess rehearsal = SluiceProcess.run("rehearse", "smoke", "--out", result.toString());

        assertThat(rehearsal.exitCode()).as(rehearsal.out() + rehearsal.err()).isZero();
        assertThat(rehearsal.out()).startsWith("GO");
        final JsonNode told =
                new ObjectMapper().readTree(result.resolve("result.json").toFile());
        assertThat(told.path("findings")).isEmpty();
        assertThat(told.path("audited").asLong()).isGreaterThan(1_000);
        assertThat(result.resolve("report.html")).isNotEmptyFile();
        assertThat(result.resolve("orders.hlog")).isNotEmptyFile();
    }

    @Test
    void aRunThatIsToldToEndKeepsItsServerUntilItHasWoundDown() throws IOException {
        final Path result = folder.resolve("result");
        try (SluiceProcess rehearsal = SluiceProcess.start("rehearse", "smoke", "--out", result.toString())) {
            await().until(() -> ProcessHandle.of(rehearsal.pid())
                    .orElseThrow()
                    .children()
                    .findAny()
                    .isPresent());

            rehearsal.terminate();

            assertThat(rehearsal.exitCode())
                    .as(rehearsal.out() + rehearsal.err())
                    .isEqualTo(1);
            assertThat(rehearsal.out()).contains("ended early");
        }
        final JsonNode told =
                new ObjectMapper().readTree(result.resolve("result.json").toFile());
        assertThat(told.path("endedEarly").asBoolean()).isTrue();
        assertThat(told.path("findings")).isEmpty();
        assertThat(told.path("totals").path("errors").asLong()).isZero();
    }
}
