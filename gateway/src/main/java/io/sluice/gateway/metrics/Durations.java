package io.sluice.gateway.metrics;

import io.prometheus.metrics.model.snapshots.Exemplar;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.sluice.engine.ring.Distribution;
import io.sluice.gateway.trace.OrderTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * How long things of one kind took, and of each range of times the newest order that was traced, as an example. Recording
 * neither waits nor, for what is not traced, allocates. Any thread.
 */
public final class Durations {
    private static final long MS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Distribution timesNs;
    private final AtomicReferenceArray<Exemplar> examples;

    /** Nothing recorded yet, in ranges up to this. */
    Durations(final long... ascendingBoundsMs) {
        final long[] boundsNs = ascendingBoundsMs.clone();
        for (int range = 0; range < boundsNs.length; range++) {
            boundsNs[range] *= MS;
        }
        timesNs = new Distribution(boundsNs);
        examples = new AtomicReferenceArray<>(timesNs.ranges());
    }

    /**
     * Adds one time.
     *
     * @param trace  of the order that took it, null for none.
     */
    public void record(final long tookNs, final OrderTrace trace) {
        final int range = timesNs.record(tookNs);
        if (trace != null) {
            examples.set(
                    range,
                    Exemplar.builder()
                            .value(tookNs / Histograms.NS_PER_SECOND)
                            .traceId(trace.traceId())
                            .spanId(trace.spanId())
                            .timestampMillis(System.currentTimeMillis())
                            .build());
        }
    }

    /** In seconds, as Prometheus has it. */
    HistogramDataPointSnapshot snapshot(final Labels labels) {
        return Histograms.seconds(timesNs, labels, examples());
    }

    private Exemplars examples() {
        final List<Exemplar> found = new ArrayList<>();
        for (int range = 0; range < examples.length(); range++) {
            final Exemplar example = examples.get(range);
            if (example != null) {
                found.add(example);
            }
        }
        return Exemplars.of(found);
    }
}
