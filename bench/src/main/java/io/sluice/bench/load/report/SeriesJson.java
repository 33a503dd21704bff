package io.sluice.bench.load.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.bench.load.Count;
import io.sluice.bench.load.Measure;
import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.Statistic;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.HdrHistogram.Histogram;

/** The run second by second: under each name as many values as there are seconds, null where nothing was measured. */
final class SeriesJson {
    /** Rarer ones say nothing of a second, which has too few times for them. */
    private static final List<Statistic> OF_A_SECOND =
            List.of(Statistic.P50, Statistic.P90, Statistic.P99, Statistic.P99_9, Statistic.MAX);

    private SeriesJson() {}

    static ObjectNode of(final List<Measurements.Second> seconds) {
        final ObjectNode series = JsonNodeFactory.instance.objectNode();
        final ObjectNode counts = series.putObject("counts");
        for (final Count count : Count.values()) {
            final ArrayNode values = counts.putArray(count.key());
            seconds.forEach(second -> values.add(second.count(count)));
        }
        final ObjectNode times = series.putObject("times");
        for (final Measure measure : Measure.values()) {
            if (seconds.stream().anyMatch(second -> second.times(measure) != null)) {
                fill(times.putObject(measure.key()), seconds, measure);
            }
        }
        final ObjectNode gauges = series.putObject("gauges");
        for (final String name : gaugesOf(seconds)) {
            final ArrayNode values = gauges.putArray(name);
            seconds.forEach(second -> add(values, second.gauges().getOrDefault(name, Double.NaN)));
        }
        return series;
    }

    private static Set<String> gaugesOf(final List<Measurements.Second> seconds) {
        final Set<String> names = new TreeSet<>();
        seconds.forEach(second -> names.addAll(second.gauges().keySet()));
        return names;
    }

    private static void fill(
            final ObjectNode ofMeasure, final List<Measurements.Second> seconds, final Measure measure) {
        OF_A_SECOND.forEach(statistic -> ofMeasure.putArray(statistic.key()));
        for (final Measurements.Second second : seconds) {
            final Histogram ofSecond = second.times(measure);
            for (final Statistic statistic : OF_A_SECOND) {
                add(ofMeasure.withArray(statistic.key()), statistic.ms(ofSecond));
            }
        }
    }

    private static void add(final ArrayNode values, final double value) {
        if (Double.isFinite(value)) {
            values.add(value);
        } else {
            values.addNull();
        }
    }
}
