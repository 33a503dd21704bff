package io.sluice.bench.load;

import org.HdrHistogram.Histogram;

/** What is said of many times in one number. */
public enum Statistic {
    /** Half took no longer. */
    P50("p50", 50),
    /** Nine of ten took no longer. */
    P90("p90", 90),
    /** All but one in a hundred took no longer. */
    P99("p99", 99),
    /** All but one in a thousand took no longer. */
    P99_9("p99.9", 99.9),
    /** All but one in ten thousand took no longer. */
    P99_99("p99.99", 99.99),
    /** The longest. */
    MAX("max", 100),
    /** All together by how many they are; a long time hides in it among short ones. */
    MEAN("mean", Double.NaN);

    private static final double US_PER_MS = 1_000;

    private final String key;
    private final double percentile;

    Statistic(final String key, final double percentile) {
        this.key = key;
        this.percentile = percentile;
    }

    /** As thresholds and results call it: {@code p99.9}. */
    public String key() {
        return key;
    }

    /** Of a histogram of microseconds, in ms; NaN of one that is empty or missing. */
    public double ms(final Histogram timesUs) {
        if (timesUs == null || timesUs.getTotalCount() == 0) {
            return Double.NaN;
        }
        return (this == MEAN ? timesUs.getMean() : timesUs.getValueAtPercentile(percentile)) / US_PER_MS;
    }
}
