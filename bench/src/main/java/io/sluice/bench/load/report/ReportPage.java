package io.sluice.bench.load.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pages that open without a network: style, script and data lie inside of them. The script draws from the data, so a page
 * shows what {@code result.json} says and nothing else.
 */
final class ReportPage {
    /** A file of the jar, or a piece of data, by its name. */
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z.]+)}}");

    private ReportPage() {}

    /** The page of one run. */
    static String of(final JsonNode result) {
        return filled(
                "report.html",
                Map.of("result", inScript(result), "card", inScript(new Card(new ResultFile(result)).json())));
    }

    /** The page of two runs beside each other. */
    static String of(final JsonNode one, final JsonNode other, final JsonNode comparison) {
        return filled(
                "compare.html",
                Map.of("result.a", inScript(one), "result.b", inScript(other), "comparison", inScript(comparison)));
    }

    /** The page of a search for the limit. */
    static String ofLimit(final JsonNode limit) {
        return filled("limit.html", Map.of("limit", inScript(limit)));
    }

    private static String filled(final String template, final Map<String, String> data) {
        final Matcher place = PLACE.matcher(resource(template));
        return place.replaceAll(found -> {
            final String name = found.group(1);
            return Matcher.quoteReplacement(data.containsKey(name) ? data.get(name) : resource(name));
        });
    }

    /** No text of the data can end the script it stands in. */
    private static String inScript(final JsonNode data) {
        return data.toString().replace("<", "\\u003c");
    }

    private static String resource(final String name) {
        try (InputStream file = ReportPage.class.getResourceAsStream("/report/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
