package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Grafana's dashboards: what they ask for exists, and what they draw has its place. */
class DashboardsTest {
    private static final Path FOLDER = Path.of("grafana");
    private static final int COLUMNS = 24;
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Path> dashboards() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @Test
    void thereIsOneForTheEveningTheEngineTheRoomAndTheJournal() throws IOException {
        assertThat(dashboards())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("engine.json", "evening.json", "journal.json", "room.json");
        assertThat(dashboards())
                .extracting(file -> read(file).path("uid").asText())
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void aDashboardAsksForMetricsThatExist(final Path file) {
        for (final JsonNode panel : graphs(read(file))) {
            final String title = panel.path("title").asText();
            assertThat(panel.path("targets")).as(title).isNotEmpty();
            for (final JsonNode target : panel.path("targets")) {
                final String expr = target.path("expr").asText();
                final Set<String> asked = PromQl.metrics(expr);
                assertThat(asked).as(expr).isNotEmpty();
                assertThat(AlertsTest.known(asked)).as(expr).isEqualTo(asked);
                assertThat(expr).as("%s of the chosen instance", title).contains("instance=~\"$instance\"");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void aPanelHasATitleASentenceAUnitAndANumberOfItsOwn(final Path file) {
        final JsonNode dashboard = read(file);
        assertThat(graphs(dashboard)).allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).isNotEmpty();
            assertThat(panel.path("description").asText())
                    .as(panel.path("title").asText())
                    .isNotEmpty();
            assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotEmpty();
        });
        assertThat(stream(dashboard.path("panels"))
                        .map(panel -> panel.path("id").asInt()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void noPanelLiesOverAnother(final Path file) {
        final List<JsonNode> places = stream(read(file).path("panels"))
                .map(panel -> panel.path("gridPos"))
                .toList();
        for (int i = 0; i < places.size(); i++) {
            assertThat(end(places.get(i), "x", "w")).isLessThanOrEqualTo(COLUMNS);
            for (final JsonNode other : places.subList(i + 1, places.size())) {
                assertThat(overlap(places.get(i), other))
                        .as("%s and %s", places.get(i), other)
                        .isFalse();
            }
        }
    }

    private static boolean overlap(final JsonNode one, final JsonNode other) {
        return one.path("x").asInt() < end(other, "x", "w")
                && other.path("x").asInt() < end(one, "x", "w")
                && one.path("y").asInt() < end(other, "y", "h")
                && other.path("y").asInt() < end(one, "y", "h");
    }

    private static int end(final JsonNode place, final String start, final String length) {
        return place.path(start).asInt() + place.path(length).asInt();
    }

    private static List<JsonNode> graphs(final JsonNode dashboard) {
        return stream(dashboard.path("panels"))
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .toList();
    }

    private static Stream<JsonNode> stream(final JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode read(final Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
