package io.sluice.gateway.metrics;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.sluice.engine.ring.Distribution;

/** Distributions as Prometheus histograms with fixed buckets. Any thread. */
final class Histograms {
    static final double NS_PER_SECOND = 1e9;

    private Histograms() {}

    /** One histogram of times that are recorded in ns. */
    static Collector ofSeconds(final String name, final String help, final Distribution timesNs) {
        return () -> of(name, help, seconds(timesNs, Labels.EMPTY, Exemplars.EMPTY));
    }

    /** One histogram of times, with its examples. */
    static Collector ofDurations(final String name, final String help, final Durations times) {
        return () -> of(name, help, times.snapshot(Labels.EMPTY));
    }

    /** One histogram of things that are counted. */
    static Collector ofCounts(final String name, final String help, final Distribution counts) {
        return () -> of(name, help, point(counts, 1, Labels.EMPTY, Exemplars.EMPTY));
    }

    /** Times that are recorded in ns, in seconds. */
    static HistogramDataPointSnapshot seconds(
            final Distribution timesNs, final Labels labels, final Exemplars examples) {
        return point(timesNs, NS_PER_SECOND, labels, examples);
    }

    private static HistogramSnapshot of(
            final String name, final String help, final HistogramDataPointSnapshot dataPoint) {
        return HistogramSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(dataPoint)
                .build();
    }

    private static HistogramDataPointSnapshot point(
            final Distribution values, final double unit, final Labels labels, final Exemplars examples) {
        final ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
        for (int range = 0; range < values.ranges(); range++) {
            final long bound = values.bound(range);
            buckets.bucket(bound == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : bound / unit, values.count(range));
        }
        return HistogramDataPointSnapshot.builder()
                .classicHistogramBuckets(buckets.build())
                .sum(values.sum() / unit)
                .labels(labels)
                .exemplars(examples)
                .build();
    }
}
