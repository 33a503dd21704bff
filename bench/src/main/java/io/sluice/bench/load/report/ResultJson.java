package io.sluice.bench.load.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.bench.load.Count;
import io.sluice.bench.load.Measure;
import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.RunResult;
import io.sluice.bench.load.Statistic;
import io.sluice.bench.load.Threshold;
import java.time.Instant;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/** A run's result as the JSON object of {@code result.json}. Times are ms; what was not measured is null. */
final class ResultJson {
    /** Raised when a reader of the one before would misread it. */
    static final int FORMAT = 1;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final double US_PER_MS = 1_000;
    /** Points of a spectrum from one half of what is left to the next. */
    private static final int TICKS_A_HALF = 5;

    private ResultJson() {}

    static ObjectNode of(final RunResult result) {
        final Measurements figures = result.figures();
        final ObjectNode json = NODES.objectNode()
                .put("format", FORMAT)
                .put("go", result.isGo())
                .put("startedAt", Instant.ofEpochMilli(result.startedAtMs()).toString())
                .put("seconds", figures.seconds().size())
                .put("endedEarly", result.endedEarly());
        json.set("scenario", ScenarioJson.of(result.scenario()));
        json.set("verdicts", verdicts(result));
        json.put("audited", result.audited());
        json.set("findings", findings(result));
        json.set("totals", totals(figures));
        json.set("percentiles", percentiles(figures));
        json.set("refusals", refusals(figures));
        json.set("spectrum", spectra(figures));
        json.set("series", SeriesJson.of(figures.seconds()));
        return json;
    }

    /** A number; null when it is none. */
    static void put(final ObjectNode object, final String key, final double value) {
        if (Double.isFinite(value)) {
            object.put(key, value);
        } else {
            object.putNull(key);
        }
    }

    private static ArrayNode verdicts(final RunResult result) {
        final ArrayNode verdicts = NODES.arrayNode();
        for (final RunResult.Verdict verdict : result.verdicts()) {
            final Threshold threshold = verdict.threshold();
            final ObjectNode json = verdicts.addObject()
                    .put("threshold", threshold.text())
                    .put("figure", threshold.figure())
                    .put("comparison", threshold.comparison().sign())
                    .put("value", threshold.value());
            put(json, "measured", verdict.measured());
            json.put("held", verdict.held());
        }
        return verdicts;
    }

    private static ArrayNode findings(final RunResult result) {
        final ArrayNode findings = NODES.arrayNode();
        result.findings()
                .forEach(finding ->
                        findings.addObject().put("kind", finding.kind().name()).put("detail", finding.detail()));
        return findings;
    }

    private static ObjectNode totals(final Measurements figures) {
        final ObjectNode totals = NODES.objectNode();
        for (final Count count : Count.values()) {
            totals.put(count.key(), figures.count(count));
        }
        return totals;
    }

    private static ObjectNode percentiles(final Measurements figures) {
        final ObjectNode percentiles = NODES.objectNode();
        for (final Measure measure : Measure.values()) {
            final Histogram times = figures.times(measure);
            final ObjectNode json = percentiles.putObject(measure.key()).put("count", times.getTotalCount());
            for (final Statistic statistic : Statistic.values()) {
                put(json, statistic.key(), statistic.ms(times));
            }
        }
        return percentiles;
    }

    private static ObjectNode refusals(final Measurements figures) {
        final ObjectNode refusals = NODES.objectNode();
        new TreeMap<>(figures.refusals()).forEach(refusals::put);
        return refusals;
    }

    /** Of each measure that has times, pairs of a percentile and its ms. */
    private static ObjectNode spectra(final Measurements figures) {
        final ObjectNode spectra = NODES.objectNode();
        for (final Measure measure : Measure.values()) {
            final Histogram times = figures.times(measure);
            if (times.getTotalCount() > 0) {
                final ArrayNode points = spectra.putArray(measure.key());
                for (final HistogramIterationValue value : times.percentiles(TICKS_A_HALF)) {
                    points.addArray()
                            .add(value.getPercentileLevelIteratedTo())
                            .add(value.getValueIteratedTo() / US_PER_MS);
                }
            }
        }
        return spectra;
    }
}
