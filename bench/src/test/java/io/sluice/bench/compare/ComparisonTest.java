package io.sluice.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void whatCostsLessTimeBeyondTheErrorsIsFaster() throws IOException {
        assertThat(rowOf(compare(time("append", 200, "10"), time("append", 100, "10"))))
                .contains("200 ± 10.0", "100 ± 10.0", "ns/op", "0.50 ± 0.06", "FASTER", "24.0");
    }

    @Test
    void whatDoesLessInATimeIsSlower() throws IOException {
        assertThat(rowOf(compare(rate("append", 200), rate("append", 100)))).contains("ops/s", "SLOWER");
    }

    @Test
    void intervalsThatOverlapAreNotToldApart() throws IOException {
        assertThat(rowOf(compare(time("append", 110, "6"), time("append", 100, "6"))))
                .contains("0.91 ± 0.07")
                .doesNotContain("FASTER", "SLOWER");
    }

    @Test
    void aScoreWithoutAnErrorIsNotJudged() throws IOException {
        assertThat(rowOf(compare(time("append", 200, "\"NaN\""), time("append", 100, "1"))))
                .contains("0.50")
                .doesNotContain("NaN", "FASTER");
    }

    @Test
    void relativeErrorsOfARatioAddUpAsSquares() {
        final Score ratio = new Score(300, 9, "ns/op").by(new Score(100, 4, "ns/op"));

        assertThat(ratio.value()).isEqualTo(3);
        assertThat(ratio.error()).isCloseTo(3 * 0.05, within(1e-9));
    }

    @Test
    void parametersTellBenchmarksApartAndWhatOneFileLacksIsListed() throws IOException {
        final String batches = "\"params\":{\"records\":\"32\"},";
        final String text = compare(
                time("append", 1, "0") + "," + time("gone", 1, "0"),
                time("append", 1, "0") + "," + time("append", 1, "0").replace("\"mode\"", batches + "\"mode\""));

        assertThat(text)
                .contains("\nonly in base:\n  B.gone (avgt)\n", "\nonly in new:\n  B.append records=32 (avgt)\n");
    }

    @Test
    void otherUnitsHaveNoRatio() throws IOException {
        assertThat(rowOf(compare(time("append", 1, "0"), time("append", 1, "0").replace("ns/op", "us/op"))))
                .contains("ns/op, us/op", "other unit");
    }

    @Test
    void whatIsNotOfJmhIsRefusedByName() {
        assertThatThrownBy(() -> JmhFile.read(Path.of("nowhere.json")))
                .isInstanceOf(IOException.class)
                .hasMessage("nowhere.json: there is no such file");
        assertRefused("[{", "is no JSON");
        assertRefused("", "this is none");
        assertRefused("{\"go\":true}", "this is none");
        assertRefused("[]", "an empty one");
        assertRefused("[{\"benchmark\":\"a\"}]", "element 0", "not JMH's");
        assertRefused(
                "[" + time("append", 1, "0") + "," + time("append", 1, "0") + "]", "B.append (avgt) is there twice");
    }

    @Test
    void classesOfOneNameAreToldApartByTheirPackages() throws IOException {
        final String both =
                time("append", 1, "0") + "," + time("append", 2, "0").replace("io.sluice", "org.other");

        assertThat(compare(both, both)).contains("B.append (avgt)", "org.other.B.append (avgt)");
    }

    private static void assertRefused(final String text, final String... words) {
        assertThatThrownBy(() -> JmhFile.of("a.json", text))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("a.json: ")
                .hasMessageContainingAll(words);
    }

    private static String compare(final String base, final String other) throws IOException {
        return new Comparison(JmhFile.of("base", "[" + base + "]"), JmhFile.of("new", "[" + other + "]")).text();
    }

    private static String rowOf(final String text) {
        return text.lines()
                .filter(line -> line.startsWith("B.append"))
                .findFirst()
                .orElseThrow();
    }

    private static String time(final String name, final double score, final String error) {
        return "{\"benchmark\":\"io.sluice.B." + name + "\",\"mode\":\"avgt\",\"primaryMetric\":{\"score\":" + score
                + ",\"scoreError\":" + error + ",\"scoreUnit\":\"ns/op\"},\"secondaryMetrics\":{\"gc.alloc.rate.norm\":"
                + "{\"score\":24.0,\"scoreError\":\"NaN\",\"scoreUnit\":\"B/op\"}}}";
    }

    private static String rate(final String name, final double score) {
        return time(name, score, "1").replace("avgt", "thrpt").replace("ns/op", "ops/s");
    }
}
