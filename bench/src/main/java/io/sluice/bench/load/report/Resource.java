package io.sluice.bench.load.report;

/** What a set-up can run out of, as far as figures of a run tell; each has a known end. */
enum Resource {
    /** The rig: when this one is full, the run says nothing of the server. */
    RIG("the rig itself", "lateness.p99", "ms", 50),
    /** All processors of the server together. */
    PROCESSOR("the server's processors", "server.cpu", "", 1),
    /** The ring before the one writer; a full one is answered by 503. */
    RING("the ring before the one writer", "server.ring-occupancy", "", 1),
    /** Pauses of the server's garbage collector, ms of each second. */
    GARBAGE("the server's garbage collector", "server.gc-ms", "ms", 1_000);

    /** Seconds in a row over which a gauge is averaged: one of them alone may be anything. */
    static final int WINDOW_SECONDS = 5;

    private final String meaning;
    private final String figure;
    private final String unit;
    private final double end;

    Resource(final String meaning, final String figure, final String unit, final double end) {
        this.meaning = meaning;
        this.figure = figure;
        this.unit = unit;
        this.end = end;
    }

    /** For a person. */
    String meaning() {
        return meaning;
    }

    /** By what it is judged. */
    String figure() {
        return figure;
    }

    /** In what the figure is told. */
    String unit() {
        return unit;
    }

    /** The figure's value when nothing is left. */
    double end() {
        return end;
    }

    /** How full it was; NaN when nobody measured it. */
    double used(final ResultFile result) {
        return this == RIG ? result.time("lateness", "p99") : worstOf(result.series("gauges", figure));
    }

    /** The highest average over {@link #WINDOW_SECONDS} in a row, of those that have values; NaN for none. */
    static double worstOf(final double[] values) {
        final int window = Math.min(WINDOW_SECONDS, values.length);
        double worst = Double.NaN;
        for (int from = 0; from + window <= values.length && window > 0; from++) {
            double sum = 0;
            int known = 0;
            for (int i = from; i < from + window; i++) {
                if (!Double.isNaN(values[i])) {
                    sum += values[i];
                    known++;
                }
            }
            if (known > 0 && !(sum / known <= worst)) {
                worst = sum / known;
            }
        }
        return worst;
    }
}
