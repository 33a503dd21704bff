package io.sluice.bench.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What JMH wrote with {@code -rf json}.
 *
 * @param jdks        the virtual machines' names and versions, each once.
 * @param benchmarks  by name, parameters and mode, in the file's order.
 */
record JmhFile(String jdks, Map<String, Result> benchmarks) {
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    /**
     * One benchmark with one choice of parameters.
     *
     * @param higherIsBetter  whether it counts operations a time, and not time an operation.
     * @param allocation      bytes an operation; null when it was not measured.
     */
    record Result(boolean higherIsBetter, Score score, Score allocation) {}

    /**
     * Reads a file.
     *
     * @throws IOException when it cannot be read or is not JMH's; the message names the file.
     */
    static JmhFile read(final Path file) throws IOException {
        final String text;
        try {
            text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (final NoSuchFileException missing) {
            throw new IOException(file + ": there is no such file", missing);
        } catch (final IOException unreadable) {
            throw new IOException(file + ": cannot be read: " + unreadable.getMessage(), unreadable);
        }
        return of(file.toString(), text);
    }

    /**
     * Reads the text of a file.
     *
     * @param name  what the file is called in messages.
     * @throws IOException when the text is not JMH's.
     */
    static JmhFile of(final String name, final String text) throws IOException {
        final JsonNode array = tree(name, text);
        if (!array.isArray() || array.isEmpty()) {
            throw new IOException(name + ": JMH's JSON is an array of benchmarks, and this is "
                    + (array.isArray() ? "an empty one" : "none"));
        }
        final Map<String, Result> benchmarks = new LinkedHashMap<>();
        final Set<String> all = new HashSet<>();
        final Set<String> jdks = new LinkedHashSet<>();
        for (final JsonNode each : array) {
            final Score score = Score.of(each.path("primaryMetric"));
            if (score == null || !each.path("benchmark").isTextual()) {
                throw new IOException(name + ": element " + benchmarks.size()
                        + " has no benchmark with a primaryMetric.score: it is not JMH's");
            }
            final Score allocation = Score.of(each.path("secondaryMetrics").path(ALLOCATION));
            final boolean higherIsBetter = each.path("mode").asText().equals("thrpt");
            final Result result = new Result(higherIsBetter, score, allocation);
            if (!all.add(key(each, true))) {
                throw new IOException(name + ": " + key(each, true) + " is there twice");
            }
            // Two classes of one name are told apart by their packages.
            benchmarks.put(key(each, benchmarks.containsKey(key(each, false))), result);
            jdks.add(
                    each.path("vmName").asText() + " " + each.path("jdkVersion").asText());
        }
        return new JmhFile(String.join(" and ", jdks), benchmarks);
    }

    private static JsonNode tree(final String name, final String text) throws IOException {
        try {
            return new ObjectMapper().readTree(text);
        } catch (final JsonProcessingException broken) {
            throw new IOException(name + ": is no JSON: " + broken.getOriginalMessage(), broken);
        }
    }

    /** As in {@code RingHopBenchmark.toCore waitMode=BLOCKING (sample)}. */
    private static String key(final JsonNode result, final boolean withPackage) {
        final String name = result.path("benchmark").asText();
        final int ofClass = name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1;
        final StringBuilder key = new StringBuilder(withPackage ? name : name.substring(ofClass));
        result.path("params").properties().forEach(parameter -> key.append(' ')
                .append(parameter.getKey())
                .append('=')
                .append(parameter.getValue().asText()));
        return key.append(" (").append(result.path("mode").asText()).append(')').toString();
    }
}
