package io.sluice.gateway.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Tells rate, errors and duration of requests by their kind. A kind that was never asked for, and a status that was never
 * answered, are left out, unless the kind tells it from the start. Any thread.
 */
final class RequestCollector implements MultiCollector {
    private final String countName;
    private final String countHelp;
    private final String timeName;
    private final String timeHelp;
    private final String label;
    private final Map<String, RequestFigures> kinds;

    /**
     * The figures of kinds of requests.
     *
     * @param label  the label that tells the kinds from each other.
     * @param kinds  may grow, by kinds that the code names.
     */
    RequestCollector(
            final String countName,
            final String countHelp,
            final String timeName,
            final String timeHelp,
            final String label,
            final Map<String, RequestFigures> kinds) {
        this.countName = countName;
        this.countHelp = countHelp;
        this.timeName = timeName;
        this.timeHelp = timeHelp;
        this.label = label;
        this.kinds = kinds;
    }

    @Override
    public MetricSnapshots collect() {
        final CounterSnapshot.Builder counts =
                CounterSnapshot.builder().name(countName).help(countHelp);
        final HistogramSnapshot.Builder times =
                HistogramSnapshot.builder().name(timeName).help(timeHelp);
        kinds.forEach((kind, figures) -> {
            addCounts(counts, kind, figures);
            final var point = figures.times().snapshot(Labels.of(label, kind));
            if (point.getCount() > 0) {
                times.dataPoint(point);
            }
        });
        return MetricSnapshots.of(counts.build(), times.build());
    }

    private void addCounts(final CounterSnapshot.Builder counts, final String kind, final RequestFigures figures) {
        final AtomicLongArray byStatus = figures.counts();
        for (int status = 0; status < byStatus.length(); status++) {
            final long count = byStatus.get(status);
            if (count > 0 || figures.isToldFromTheStart(status)) {
                counts.dataPoint(CounterDataPointSnapshot.builder()
                        .labels(Labels.of(label, kind, "status", Integer.toString(status)))
                        .value((double) count)
                        .build());
            }
        }
    }
}
