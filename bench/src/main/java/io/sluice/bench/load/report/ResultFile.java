package io.sluice.bench.load.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.bench.load.AuditFinding;
import io.sluice.bench.load.Threshold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A result as its {@code result.json} tells it, on this machine or from another.
 *
 * @param json  the whole object.
 */
public record ResultFile(JsonNode json) {
    /**
     * Reads the result of a directory.
     *
     * @throws IOException when there is none, or it is none; the message names the file.
     */
    public static ResultFile read(final Path directory) throws IOException {
        final Path file = directory.resolve(ResultWriter.RESULT);
        try {
            final JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(file));
            final int format = json.path("format").asInt();
            if (format != ResultJson.FORMAT) {
                throw new IOException(
                        file + ": its format is " + format + ", and " + ResultJson.FORMAT + " is what can be read");
            }
            return new ResultFile(json);
        } catch (final JsonProcessingException malformed) {
            throw new IOException(file + ": is no JSON: " + malformed.getOriginalMessage(), malformed);
        }
    }

    /** The scenario's title. */
    public String title() {
        return json.path("scenario").path("title").asText();
    }

    /** Whether everything held. */
    public boolean isGo() {
        return json.path("go").asBoolean();
    }

    /** What the audit could not look at, a sentence each. */
    List<String> missing() {
        final List<String> missing = new ArrayList<>();
        for (final JsonNode finding : json.path("findings")) {
            if (finding.path("kind").asText().equals(AuditFinding.Kind.INCOMPLETE.name())) {
                missing.add(finding.path("detail").asText());
            }
        }
        return missing;
    }

    /** All that the audit found, of which {@code findings} keeps the first; told by the threshold that no run goes without. */
    long findings() {
        return verdicts().stream()
                .filter(verdict -> verdict.threshold().figure().equals("findings"))
                .mapToLong(verdict -> (long) verdict.measured())
                .findFirst()
                .orElse(0);
    }

    /** Seconds that were played. */
    int seconds() {
        return json.path("seconds").asInt();
    }

    /** How often something was counted. */
    long total(final String count) {
        return json.path("totals").path(count).asLong();
    }

    /** A time of the whole run, ms; NaN when nothing was measured. */
    double time(final String measure, final String statistic) {
        return number(json.path("percentiles").path(measure).path(statistic));
    }

    /** One series; empty when there is none of this path below {@code series}. */
    double[] series(final String... path) {
        JsonNode node = json.path("series");
        for (final String step : path) {
            node = node.path(step);
        }
        final JsonNode values = node;
        return IntStream.range(0, values.size())
                .mapToDouble(i -> number(values.get(i)))
                .toArray();
    }

    /** Each threshold with what was measured. */
    List<Verdict> verdicts() {
        final List<Verdict> verdicts = new ArrayList<>();
        for (final JsonNode each : json.path("verdicts")) {
            verdicts.add(new Verdict(
                    new Threshold(
                            each.path("figure").asText(),
                            Threshold.Comparison.of(each.path("comparison").asText()),
                            each.path("value").asDouble(),
                            each.path("threshold").asText()),
                    number(each.path("measured")),
                    each.path("held").asBoolean()));
        }
        return verdicts;
    }

    /** The name of the stage that a second is in; the last one's for those past the end. */
    String stageAt(final int second) {
        long endMs = 0;
        String name = "";
        for (final JsonNode stage : json.path("scenario").path("stages")) {
            name = stage.path("name").asText();
            endMs += stage.path("durationMs").asLong();
            if (second * 1_000L < endMs) {
                return name;
            }
        }
        return name;
    }

    private static double number(final JsonNode node) {
        return node.isNumber() ? node.asDouble() : Double.NaN;
    }

    /**
     * A threshold, what was measured, and whether it held.
     *
     * @param measured  NaN when there was nothing.
     */
    record Verdict(Threshold threshold, double measured, boolean held) {
        /** How far the figure is from the value, as a part of the value; below 0 when missed; NaN when it has no meaning. */
        double headRoom() {
            final double value = threshold.value();
            return switch (threshold.comparison()) {
                case LESS, AT_MOST -> value == 0 ? Double.NaN : (value - measured) / value;
                case MORE, AT_LEAST -> value == 0 ? Double.NaN : (measured - value) / value;
                case EQUAL -> Double.NaN;
            };
        }
    }
}
