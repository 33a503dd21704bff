package io.sluice.bench.load;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * All figures of a run: counts and times of each second, and of the whole. One thread writes; others read once it has ended,
 * or read the {@link #seconds} gone by.
 */
public final class Measurements {
    private static final long MOST_US = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 3;

    private final List<Second> seconds = new ArrayList<>();
    private final Map<Measure, Histogram> whole = new EnumMap<>(Measure.class);
    private final Map<String, Long> refusals = new TreeMap<>();
    private Second present = new Second();

    /** Nothing yet. */
    public Measurements() {
        for (final Measure measure : Measure.values()) {
            whole.put(measure, new Histogram(MOST_US, DIGITS));
        }
    }

    /** Counts something of this moment. */
    public void count(final Count what, final long more) {
        present.counts[what.ordinal()] += more;
    }

    /** Notes a time of this moment, ns; more than ten minutes are ten minutes. */
    public void time(final Measure measure, final long ns) {
        final long us = Math.max(0, Math.min(MOST_US, ns / 1_000));
        present.times.computeIfAbsent(measure, key -> new Histogram(MOST_US, 2)).recordValue(us);
        whole.get(measure).recordValue(us);
    }

    /** Counts a refusal by its code. */
    public void refused(final String code) {
        refusals.merge(code, 1L, Long::sum);
    }

    /** Notes something that is not counted but is so at this moment, such as how many are connected; the last word counts. */
    public void gauge(final String name, final double value) {
        present.gauges.put(name, value);
    }

    /** Begins the next second. */
    public void endSecond() {
        synchronized (seconds) {
            seconds.add(present);
        }
        present = new Second();
    }

    /** Seconds gone by. */
    public List<Second> seconds() {
        synchronized (seconds) {
            return List.copyOf(seconds);
        }
    }

    /** The times of a measure, of the whole run, microseconds. */
    public Histogram times(final Measure measure) {
        return whole.get(measure);
    }

    /** How often something was counted in the seconds gone by. */
    public long count(final Count what) {
        return seconds().stream().mapToLong(second -> second.count(what)).sum();
    }

    /** Refusals by their code. */
    public Map<String, Long> refusals() {
        return Map.copyOf(refusals);
    }

    /** One second's figures. */
    public static final class Second {
        private final long[] counts = new long[Count.values().length];
        private final Map<Measure, Histogram> times = new EnumMap<>(Measure.class);
        private final Map<String, Double> gauges = new TreeMap<>();

        private Second() {}

        /** How often. */
        public long count(final Count what) {
            return counts[what.ordinal()];
        }

        /** The times of a measure, microseconds; null for none. */
        public Histogram times(final Measure measure) {
            return times.get(measure);
        }

        /** What was so then, by name. */
        public Map<String, Double> gauges() {
            return Map.copyOf(gauges);
        }
    }
}
