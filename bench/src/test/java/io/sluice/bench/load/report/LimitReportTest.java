package io.sluice.bench.load.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.sluice.bench.load.AuditFinding;
import io.sluice.bench.load.Ending;
import io.sluice.bench.load.LimitSearch;
import io.sluice.bench.load.LimitStep;
import io.sluice.bench.load.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitReportTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsKnownFollowsItsSchemaAndIsOnAPageThatLoadsNothing() throws IOException {
        final LimitSearch search = new LimitSearch(1, 2, 10, 0);
        search.played(LimitStep.of(1, "one", new PlayedRun().result()));
        search.played(LimitStep.of(2, "two", new PlayedRun().orderMs(80).result()));

        LimitReport.into(folder, "Friday </script>").write(search);

        final JsonNode json =
                new ObjectMapper().readTree(folder.resolve(LimitReport.DATA).toFile());
        final JsonNode schema = new ObjectMapper().readTree(Files.readString(Docs.file("rehearsal-limit.schema.json")));
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(json))
                .isEmpty();
        assertThat(json.path("outcome").asText()).isEqualTo("KNEE");
        assertThat(json.path("held").path("orders").asDouble()).isEqualTo(400);
        assertThat(json.path("broke").path("missed").get(0).asText()).isEqualTo("orders.p99 < 50ms");
        assertThat(Files.readString(folder.resolve(LimitReport.PAGE)))
                .contains("Friday \\u003c/script>")
                .doesNotContain("{{", "http://", "https://");
    }

    @Test
    void aRigThatIsLateIsToldFromAServerThatIsSlow() {
        assertThat(LimitStep.of(1, "one", new PlayedRun().latenessMs(90).result())
                        .rigFull())
                .isTrue();
        assertThat(LimitStep.of(1, "one", new PlayedRun().orderMs(90).result()).rigFull())
                .isFalse();
    }

    @Test
    void aWorkerThatWasLostIsTheRigsAndATargetThatIsGoneTheServers() {
        final LimitStep lost = LimitStep.of(1, "one", incomplete(Ending.WORKER_LOST));
        final LimitStep gone = LimitStep.of(1, "one", incomplete(Ending.TARGET_GONE));

        assertThat(lost.held()).isFalse();
        assertThat(lost.rigFull()).isTrue();
        assertThat(gone.held()).isFalse();
        assertThat(gone.rigFull()).isFalse();
        assertThat(gone.endedEarly()).isFalse();
    }

    private static RunResult incomplete(final Ending ending) {
        return new PlayedRun()
                .found(AuditFinding.Kind.INCOMPLETE)
                .ending(ending)
                .result();
    }

    @Test
    void aDirectoryThatHoldsAnotherSearchIsRefused() throws IOException {
        LimitReport.into(folder, "Friday").write(new LimitSearch(1, 2, 10, 0));

        assertThatThrownBy(() -> LimitReport.into(folder, "Friday")).hasMessageContaining("another search");
    }
}
