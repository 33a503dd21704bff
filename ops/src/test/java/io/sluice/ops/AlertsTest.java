package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Alerts, their pages, their cases and the metrics that they ask for belong together. */
class AlertsTest {
    private static final Path RUNBOOKS = Path.of("..", "docs", "runbooks");
    private static final Pattern PARTS = Pattern.compile("_(bucket|sum|count)$");
    /** What Prometheus adds to every target. */
    private static final String UP = "up";

    static Stream<AlertRule> alerts() {
        return AlertRule.alerts().stream();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void anAlertHasASeverityASentenceAndAPage(final AlertRule alert) throws IOException {
        assertThat(alert.severity()).isIn("critical", "warning");
        assertThat(alert.summary()).contains("{{ $labels.instance }}");
        assertThat(alert.runbook()).isEqualTo("docs/runbooks/" + alert.name() + ".md");
        assertThat(Files.readAllLines(RUNBOOKS.resolve(alert.name() + ".md")))
                .startsWith("# " + alert.name())
                .anyMatch(line -> line.startsWith("Severity: **" + alert.severity() + "**"))
                .containsSubsequence(
                        "## What it means", "## What to look at", "## What to do", "## How to know that it is over");
    }

    @Test
    void aPageHasAnAlert() throws IOException {
        try (Stream<Path> pages = Files.list(RUNBOOKS)) {
            assertThat(pages.map(page -> page.getFileName().toString()).filter(page -> !page.equals("README.md")))
                    .containsExactlyInAnyOrderElementsOf(
                            alerts().map(alert -> alert.name() + ".md").toList());
        }
    }

    @Test
    void theListOfPagesHasEachWithItsSeverity() throws IOException {
        final String list = Files.readString(RUNBOOKS.resolve("README.md"));
        assertThat(alerts()).allSatisfy(alert -> assertThat(list)
                .contains("| [" + alert.name() + "](" + alert.name() + ".md) | " + alert.severity() + " |"));
    }

    @Test
    void anAlertHasACaseInWhichItFiresAndOneInWhichItDoesNot() {
        final Set<String> fired = new TreeSet<>();
        final Set<String> silent = new TreeSet<>();
        for (final JsonNode test : AlertRule.yaml("tests/alerts.test.yml").path("tests")) {
            for (final JsonNode look : test.path("alert_rule_test")) {
                (look.path("exp_alerts").isEmpty() ? silent : fired)
                        .add(look.path("alertname").asText());
            }
        }
        final Set<String> all = alerts().map(AlertRule::name).collect(Collectors.toCollection(TreeSet::new));
        assertThat(fired).isEqualTo(all);
        assertThat(silent).isEqualTo(all);
    }

    @Test
    void rulesAskForMetricsThatExist() {
        assertThat(Stream.concat(alerts(), AlertRule.recordings().stream())).allSatisfy(rule -> {
            final Set<String> asked = PromQl.metrics(rule.expr());
            assertThat(asked).as(rule.expr()).isNotEmpty();
            assertThat(known(asked)).as(rule.expr()).isEqualTo(asked);
        });
    }

    @Test
    void metricsAreFoundInExpressions() {
        assertThat(PromQl.metrics("histogram_quantile(0.99, sum by (job, le_x) (rate(a_b_bucket{c_d=\"e_f\"}[1m])))"
                        + " / (instance:g_h:ratio > 0) or up == 0"))
                .containsExactlyInAnyOrder("a_b_bucket", "instance:g_h:ratio", "up");
    }

    /** Those of the names that a rule records, or the page lists. */
    static Set<String> known(final Set<String> names) {
        final Map<String, MetricsPage.Family> page = MetricsPage.read();
        final Set<String> recorded =
                AlertRule.recordings().stream().map(AlertRule::name).collect(Collectors.toSet());
        return names.stream()
                .filter(name -> name.equals(UP)
                        || recorded.contains(name)
                        || page.containsKey(name)
                        || page.containsKey(PARTS.matcher(name).replaceFirst("")))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
