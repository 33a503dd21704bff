package io.sluice.bench.load.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.sluice.bench.load.AuditFinding;
import io.sluice.bench.load.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ResultWriterTest {
    private static final Pattern EMBEDDED =
            Pattern.compile("<script type=\"application/json\" id=\"result\">(.*?)</script>", Pattern.DOTALL);
    /** What makes a browser fetch something. */
    private static final Pattern LOAD =
            Pattern.compile("(?:src|href)\\s*=\\s*[\"'](?!data:|#)|https?://|@import|url\\(|fetch\\(|XMLHttpRequest");

    @TempDir
    private Path folder;

    @Test
    void theResultSaysWhatWasAskedAndMeasured() throws IOException {
        write(new PlayedRun().shedInSpike(20).cpu(0.5).result());

        final JsonNode json = json();
        assertThat(json.path("scenario").path("title").asText()).isEqualTo("Small <run>");
        assertThat(json.path("startedAt").asText()).isEqualTo("2026-09-21T14:13:20Z");
        assertThat(json.path("totals").path("orders-sent").asLong()).isEqualTo(2_000);
        assertThat(json.path("percentiles").path("orders").path("p99").asDouble())
                .isBetween(10.0, 10.01);
        assertThat(json.path("percentiles").path("payments").path("p99").isNull())
                .isTrue();
        assertThat(json.path("series")
                        .path("counts")
                        .path("orders-shed")
                        .get(19)
                        .asLong())
                .isEqualTo(20);
        assertThat(json.path("series").path("gauges").path("server.cpu")).hasSize(20);
        assertThat(json.path("refusals").path("SOLD_OUT").asLong()).isEqualTo(20);
    }

    @Test
    void theResultFollowsItsSchema() throws IOException {
        write(new PlayedRun()
                .shedInSpike(20)
                .cpu(0.5)
                .found(AuditFinding.Kind.LOST)
                .result());

        assertThat(schema().validate(json())).isEmpty();
    }

    @Test
    void eachMeasureThatHasTimesHasALogOfItsSeconds() throws IOException {
        write(new PlayedRun().result());

        final Histogram merged = new Histogram(2);
        int seconds = 0;
        try (HistogramLogReader log =
                new HistogramLogReader(folder.resolve("orders.hlog").toFile())) {
            while (log.hasNext()) {
                merged.add((Histogram) log.nextIntervalHistogram());
                seconds++;
            }
        }
        assertThat(seconds).isEqualTo(20);
        assertThat(merged.getTotalCount()).isEqualTo(2_000);
        assertThat(merged.getMaxValue()).isBetween(10_000L, 10_100L);
        assertThat(folder.resolve("payments.hlog")).doesNotExist();
    }

    @Test
    void thePageHasEverySectionAndLoadsNothing() throws IOException {
        write(new PlayedRun().found(AuditFinding.Kind.LOST).result());

        final String page = Files.readString(folder.resolve("report.html"));
        for (final String section : new String[] {
            "verdict",
            "tiles",
            "thresholds",
            "stages",
            "throughput",
            "latency",
            "spectrum",
            "percentiles",
            "broadcast",
            "sockets",
            "refusals",
            "shed",
            "lateness",
            "server",
            "audit"
        }) {
            assertThat(page).contains("id=\"" + section + "\"");
        }
        assertThat(page).contains("lang=\"en\"", "lang=\"zh\"").doesNotContain("{{");
        assertThat(LOAD.matcher(page).results().map(found -> found.group())).isEmpty();
    }

    @Test
    void thePageCarriesTheResultAndNoTextOfItCanBreakOut() throws IOException {
        write(new PlayedRun().found(AuditFinding.Kind.LOST).result());

        final Matcher embedded = EMBEDDED.matcher(Files.readString(folder.resolve("report.html")));
        assertThat(embedded.find()).isTrue();
        assertThat(new ObjectMapper().readTree(embedded.group(1))).isEqualTo(json());
    }

    @Test
    void aDirectoryThatHoldsAResultIsRefusedBeforeTheRun() throws IOException {
        write(new PlayedRun().result());

        assertThatThrownBy(() -> ResultWriter.into(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("another run");
    }

    @Test
    void aDirectoryThatCannotBeMadeIsRefusedBeforeTheRun() throws IOException {
        final Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> ResultWriter.into(file)).hasMessageContaining(file.toString());
        assertThatThrownBy(() -> ResultWriter.into(file.resolve("below"))).hasMessageContaining("cannot be written to");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsNamedAndLeavesNoHalfResult() throws IOException {
        final ResultWriter writer = ResultWriter.into(folder);
        Files.createSymbolicLink(folder.resolve("result.json.part"), Path.of("/dev/full"));

        assertThatThrownBy(() -> writer.write(new PlayedRun().result()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("result.json")
                .hasMessageContaining("No space left");
        assertThat(folder.resolve("result.json")).doesNotExist();
    }

    private void write(final RunResult result) throws IOException {
        ResultWriter.into(folder).write(result);
    }

    private JsonNode json() throws IOException {
        return ResultFile.read(folder).json();
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(new ObjectMapper().readTree(Files.readString(Docs.file("rehearsal-result.schema.json"))));
    }
}
