package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The shipped smoke rehearsal as an SRE runs it: a server of the rig's own, every threshold, every answer audited. */
@Isolated
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
        assertThat(told.path("audited").asLong())
                .isGreaterThan(1_000)
                .isEqualTo(told.path("totals").path("orders-sent").asLong());
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

    @Test
    void aWorkerThatIsKilledIsMissedAndTheOthersGoOn() throws IOException {
        final Path scenario = Files.writeString(folder.resolve("small.yaml"), """
                target: {offers: [{offer: 1001}]}
                crowd: {viewers: 30}
                stages: [{lasts: 1s, joins: 40/s}, {lasts: 1s, orders: 60/s}]
                """);
        try (SluiceProcess rehearsal = SluiceProcess.start(
                "rehearse",
                scenario.toString(),
                "--workers",
                "2",
                "--out",
                folder.resolve("result").toString())) {
            rehearsal.awaitErr("2 workers begin");
            final List<ProcessHandle> workers = workersOf(rehearsal);
            assertThat(workers).hasSize(2);

            workers.get(0).destroyForcibly();

            assertThat(rehearsal.exitCode()).as(rehearsal.err()).isEqualTo(3);
            assertThat(rehearsal.out())
                    .startsWith("NO-GO")
                    .containsPattern("missing +Worker [12] of 2 was lost at second [01], its connection ended")
                    .contains("orders held against the journal, 1 findings");
            assertThat(workers).noneMatch(ProcessHandle::isAlive);
        }
    }

    private static List<ProcessHandle> workersOf(final SluiceProcess rehearsal) {
        return ProcessHandle.of(rehearsal.pid())
                .orElseThrow()
                .children()
                .filter(child ->
                        List.of(child.info().arguments().orElse(new String[0])).contains("worker"))
                .toList();
    }
}
