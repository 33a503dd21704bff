package io.sluice.bench.load.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.bench.load.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines of a card that say what was asked and what was done. */
final class AskedText {
    private static final double MS_PER_SECOND = 1_000;

    private AskedText() {}

    static void write(final ResultFile result, final CardText text) {
        final JsonNode scenario = result.json().path("scenario");
        text.line(
                "played",
                String.format(
                        Locale.ROOT,
                        "%s of %s from %s, seed %d",
                        Amount.of(result.seconds(), "s"),
                        Amount.of(scenario.path("durationMs").asLong() / MS_PER_SECOND, "s"),
                        result.json().path("startedAt").asText(),
                        scenario.path("seed").asLong()));
        text.line(
                "asked",
                Amount.of(scenario.path("crowd").path("viewers").asInt(), "viewers") + "; at most "
                        + String.join(", ", highestRates(scenario.path("stages"))));
        text.line("stages", String.join(", ", stages(scenario.path("stages"))));
        text.line("orders", orders(result));
    }

    private static List<String> highestRates(final JsonNode stages) {
        final List<String> rates = new ArrayList<>();
        for (final Flow flow : Flow.values()) {
            double most = 0;
            for (final JsonNode stage : stages) {
                final JsonNode pace = stage.path("paces").path(flow.key());
                for (final String rate : List.of("from", "to", "most")) {
                    most = Math.max(most, pace.path(rate).asDouble());
                }
            }
            if (most > 0) {
                rates.add(flow.key() + " " + Amount.of(most, "/s"));
            }
        }
        return rates;
    }

    private static List<String> stages(final JsonNode stages) {
        final List<String> names = new ArrayList<>();
        stages.forEach(stage -> names.add(stage.path("name").asText() + " "
                + Amount.of(stage.path("durationMs").asLong() / MS_PER_SECOND, "s")));
        return names;
    }

    private static String orders(final ResultFile result) {
        final List<String> parts = new ArrayList<>();
        for (final String what : List.of("meant", "sent", "reserved", "refused", "shed", "unanswered")) {
            parts.add(Amount.of((double) result.total("orders-" + what), what));
        }
        return String.join(", ", parts);
    }
}
