package io.sluice.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that lists keys and figures, held against the reader and the enums that are their authority. */
class RehearsalPageTest {
    private static final String KNOWN = "here may stand ";
    private static final Pattern COMMA = Pattern.compile(", ");

    /** A misspelt key at each level: the refusal lists those that may stand there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{oops: 1, target: {offers: [{offer: 1}]}, stages: [{lasts: 1s}]}",
                "{target: {oops: 1, offers: [{offer: 1}]}, stages: [{lasts: 1s}]}",
                "{target: {offers: [{offer: 1, oops: 1}]}, stages: [{lasts: 1s}]}",
                "{target: {offers: [{offer: 1}]}, crowd: {oops: 1}, stages: [{lasts: 1s}]}",
                "{target: {offers: [{offer: 1}]}, stages: [{lasts: 1s, oops: 1}]}",
            })
    void listsEveryKeyOfAScenario(final String misspelt) throws IOException {
        final List<String> keys = keysThatMayStandIn(misspelt);

        assertThat(keys).isNotEmpty().allSatisfy(key -> assertThat(page()).contains("| `" + key + "` |"));
    }

    @Test
    void listsEveryFigure() throws IOException {
        final String page = page();

        final Stream<String> keys = Stream.of(
                        Arrays.stream(Measure.values()).map(Measure::key),
                        Arrays.stream(Count.values()).map(Count::key),
                        Arrays.stream(Statistic.values()).map(statistic -> "." + statistic.key()))
                .flatMap(each -> each);
        assertThat(keys).allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
        assertThat(page).contains("`oversold`", "`wrongly-refused`", "`incomplete`", "`audited`", "`findings`");
    }

    @Test
    void listsEveryShippedScenario() throws IOException {
        final String page = page();

        assertThat(ShippedScenario.values())
                .allSatisfy(shipped -> assertThat(page).contains("| `" + shipped.key() + "` |"));
    }

    private static List<String> keysThatMayStandIn(final String misspelt) {
        try {
            ScenarioReader.parse(misspelt);
            throw new AssertionError("a misspelt key was read");
        } catch (final ScenarioException refusal) {
            final String message = refusal.getMessage();
            return COMMA.splitAsStream(message.substring(message.indexOf(KNOWN) + KNOWN.length()))
                    .toList();
        }
    }

    private static String page() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/REHEARSAL.md"))) {
            folder = folder.getParent();
        }
        return Files.readString(folder.resolve("docs/REHEARSAL.md"));
    }
}
