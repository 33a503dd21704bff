package io.sluice.bench.load;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * All figures of a run: counts and times of each second, and of the whole. A second gone by is kept packed: 8 KB
 * when it has a thousand widely spread times of each measure, 28 MB an hour. One
 * thread writes; others read once it has ended, or read the {@link #seconds} gone by.
 */
public final class Measurements {
    private static final long MOST_US = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 3;
    private static final int DIGITS_OF_A_SECOND = 2;

    private final List<Second> seconds = new ArrayList<>();
    private final Map<Measure, Histogram> whole = new EnumMap<>(Measure.class);
    private final Map<String, Long> refusals = new TreeMap<>();
    private final Map<Measure, Histogram> presentTimes = new EnumMap<>(Measure.class);
    private final ByteBuffer encoding;
    private long[] presentCounts = new long[Count.values().length];
    private Map<String, Double> presentGauges = new TreeMap<>();

    /** Nothing yet. */
    public Measurements() {
        for (final Measure measure : Measure.values()) {
            whole.put(measure, new Histogram(MOST_US, DIGITS));
            presentTimes.put(measure, new Histogram(MOST_US, DIGITS_OF_A_SECOND));
        }
        encoding = ByteBuffer.allocate(presentTimes.get(Measure.ORDERS).getNeededByteBufferCapacity());
    }

    /** Counts something of this moment. */
    public void count(final Count what, final long more) {
        presentCounts[what.ordinal()] += more;
    }

    /** Notes a time of this moment, ns; more than ten minutes are ten minutes. */
    public void time(final Measure measure, final long ns) {
        final long us = Math.max(0, Math.min(MOST_US, ns / 1_000));
        presentTimes.get(measure).recordValue(us);
        whole.get(measure).recordValue(us);
    }

    /** Counts a refusal by its code. */
    public void refused(final String code) {
        refusals.merge(code, 1L, Long::sum);
    }

    /** Notes something that is not counted but is so at this moment, such as how many are connected; the last word counts. */
    public void gauge(final String name, final double value) {
        presentGauges.put(name, value);
    }

    /** Begins the next second. */
    public void endSecond() {
        synchronized (seconds) {
            seconds.add(new Second(presentCounts, encodedTimes(), Map.copyOf(presentGauges)));
        }
        presentCounts = new long[Count.values().length];
        presentGauges = new TreeMap<>();
    }

    private Map<Measure, byte[]> encodedTimes() {
        final Map<Measure, byte[]> encoded = new EnumMap<>(Measure.class);
        presentTimes.forEach((measure, times) -> {
            if (times.getTotalCount() > 0) {
                final int length = times.encodeIntoByteBuffer(encoding.clear());
                encoded.put(measure, Arrays.copyOf(encoding.array(), length));
                times.reset();
            }
        });
        return encoded;
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
        private final long[] counts;
        private final Map<Measure, byte[]> times;
        private final Map<String, Double> gauges;

        private Second(final long[] counts, final Map<Measure, byte[]> times, final Map<String, Double> gauges) {
            this.counts = counts;
            this.times = times;
            this.gauges = gauges;
        }

        /** How often. */
        public long count(final Count what) {
            return counts[what.ordinal()];
        }

        /** The times of a measure, microseconds; null for none. Unpacked anew for each who asks. */
        public Histogram times(final Measure measure) {
            final byte[] encoded = times.get(measure);
            return encoded == null ? null : Histogram.decodeFromByteBuffer(ByteBuffer.wrap(encoded), MOST_US);
        }

        /** What was so then, by name. */
        public Map<String, Double> gauges() {
            return gauges;
        }
    }
}
