package io.sluice.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * One rule of ops/prometheus.
 *
 * @param name      of the alert, or of what it records.
 * @param expr      in Prometheus' language.
 * @param severity  empty for none.
 * @param summary   empty for none.
 * @param runbook   path of its page, empty for none.
 */
record AlertRule(String name, String expr, String severity, String summary, String runbook) {
    static final Path FOLDER = Path.of("prometheus");

    private static final YAMLMapper YAML = new YAMLMapper();

    static List<AlertRule> alerts() {
        return rules("alerts.rules.yml", "alert");
    }

    static List<AlertRule> recordings() {
        return rules("recording.rules.yml", "record");
    }

    static JsonNode yaml(final String file) {
        try {
            return YAML.readTree(FOLDER.resolve(file).toFile());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<AlertRule> rules(final String file, final String kind) {
        final List<AlertRule> rules = new ArrayList<>();
        for (final JsonNode group : yaml(file).path("groups")) {
            StreamSupport.stream(group.path("rules").spliterator(), false)
                    .map(rule -> new AlertRule(
                            rule.path(kind).asText(),
                            rule.path("expr").asText(),
                            rule.at("/labels/severity").asText(),
                            rule.at("/annotations/summary").asText(),
                            rule.at("/annotations/runbook").asText()))
                    .forEach(rules::add);
        }
        return rules;
    }
}
