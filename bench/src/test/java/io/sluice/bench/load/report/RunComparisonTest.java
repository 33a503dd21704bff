package io.sluice.bench.load.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunComparisonTest {
    @TempDir
    private Path folder;

    @Test
    void whatDiffersBeyondNoiseIsMarked() {
        final JsonNode row = rowOf(
                "orders.p50",
                new RunComparison(
                        new PlayedRun().file(), new PlayedRun().orderMs(19).file()));

        assertThat(row.path("ratio").asDouble()).isBetween(2.1, 2.3);
        assertThat(row.path("low").asDouble()).isGreaterThan(1);
        assertThat(row.path("differs").asBoolean()).isTrue();
    }

    @Test
    void theSameRunTwiceDiffersInNothing() {
        final RunComparison same = new RunComparison(new PlayedRun().file(), new PlayedRun().file());

        assertThat(same.json()).isNotEmpty().noneMatch(row -> row.path("differs")
                .asBoolean());
        assertThat(same.text()).contains("orders.p99", "1.00 (1.00 to 1.00)").doesNotContain("differs", "scenarios");
    }

    @Test
    void seriesThatVaryAlikeAreNotToldApart() {
        final double[] one = DoubleStream.iterate(1, x -> x % 7 + 1).limit(60).toArray();
        final double[] other = DoubleStream.iterate(4, x -> x % 7 + 1).limit(60).toArray();

        assertThat(Bootstrap.ratio(one, other).excludeOne()).isFalse();
    }

    @Test
    void whatWasAskedForIsNoNoiseWhereBothPlayedTheSame() {
        final double[] ramp = DoubleStream.iterate(1, x -> x + 1).limit(60).toArray();
        final double[] tenthMore = DoubleStream.of(ramp).map(x -> x * 1.1).toArray();

        assertThat(Bootstrap.ratio(ramp, tenthMore).excludeOne()).isFalse();
        assertThat(Bootstrap.pairedRatio(ramp, tenthMore).excludeOne()).isTrue();
    }

    @Test
    void tooFewSecondsAreNotJudged() {
        assertThat(Bootstrap.ratio(new double[9], new double[60])).isNull();
    }

    @Test
    void onePageHoldsBothAndLoadsNothing() throws IOException {
        final Path page = folder.resolve("compare.html");
        new RunComparison(new PlayedRun().file(), new PlayedRun().orderMs(19).file()).writePage(page);

        assertThat(Files.readString(page))
                .contains("id=\"a\"", "id=\"b\"", "id=\"figure-table\"")
                .doesNotContain("{{", "http://", "https://");
    }

    @Test
    void aPageThatCannotBeWrittenIsNamed() {
        final RunComparison same = new RunComparison(new PlayedRun().file(), new PlayedRun().file());

        assertThatThrownBy(() -> same.writePage(folder.resolve("missing/compare.html")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be written");
    }

    private static JsonNode rowOf(final String figure, final RunComparison comparison) {
        for (final JsonNode row : comparison.json()) {
            if (row.path("figure").asText().equals(figure)) {
                return row;
            }
        }
        throw new AssertionError("no row of " + figure);
    }
}
