package io.sluice.bench.load;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/**
 * All figures of a run: counts and times of each second, and of the whole. A second gone by is kept packed: 8 KB
 * when it has a thousand widely spread times of each measure, 28 MB an hour. One
 * thread writes; others read once it has ended, or read the {@link #seconds} gone by.
 *
 * <p>The present second has three digits, a second that is kept has two: the buckets of three lie within those of two, so a
 * time falls into the same one whether it was recorded here or was added from another process's figures.
 */
public final class Measurements {
    private static final long MOST_US = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 3;
    private static final int DIGITS_OF_A_SECOND = 2;

    private final List<Second> seconds = new ArrayList<>();
    private final Map<Measure, Histogram> whole = new EnumMap<>(Measure.class);
    private final Map<String, Long> refusals = new TreeMap<>();
    private final Map<Measure, Histogram> presentTimes = new EnumMap<>(Measure.class);
    private final Map<String, Long> presentRefusals = new TreeMap<>();
    private final Histogram packing = new Histogram(MOST_US, DIGITS_OF_A_SECOND);
    private final ByteBuffer encoding;
    private final Consumer<SecondFigures> next;
    private long[] presentCounts = new long[Count.values().length];
    private Map<String, Double> presentGauges = new TreeMap<>();

    /** Nothing yet. */
    public Measurements() {
        this(null);
    }

    /** Nothing yet; each second that has gone by is handed on in full, on the thread that writes. */
    public Measurements(final Consumer<SecondFigures> next) {
        this.next = next;
        for (final Measure measure : Measure.values()) {
            whole.put(measure, new Histogram(MOST_US, DIGITS));
            presentTimes.put(measure, new Histogram(MOST_US, DIGITS));
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
        presentRefusals.merge(code, 1L, Long::sum);
    }

    /** Adds what another has measured in a second to this moment's; gauges of one name are added up. */
    public void add(final SecondFigures other) {
        other.counts().forEach(this::count);
        other.times().forEach((measure, encoded) -> {
            final Histogram times = Histogram.decodeFromByteBuffer(ByteBuffer.wrap(encoded), MOST_US);
            presentTimes.get(measure).add(times);
            whole.get(measure).add(times);
        });
        other.gauges().forEach((name, value) -> presentGauges.merge(name, value, Double::sum));
        other.refusals().forEach((code, more) -> presentRefusals.merge(code, more, Long::sum));
    }

    /** Notes something that is not counted but is so at this moment, such as how many are connected; the last word counts. */
    public void gauge(final String name, final double value) {
        presentGauges.put(name, value);
    }

    /** Begins the next second. */
    public void endSecond() {
        if (next != null) {
            next.accept(new SecondFigures(sparseCounts(), encodedTimes(DIGITS), presentGauges, presentRefusals));
        }
        synchronized (seconds) {
            seconds.add(new Second(presentCounts, encodedTimes(DIGITS_OF_A_SECOND), Map.copyOf(presentGauges)));
        }
        presentTimes.values().forEach(Histogram::reset);
        presentRefusals.forEach((code, more) -> refusals.merge(code, more, Long::sum));
        presentRefusals.clear();
        presentCounts = new long[Count.values().length];
        presentGauges = new TreeMap<>();
    }

    private Map<Count, Long> sparseCounts() {
        final Map<Count, Long> counts = new EnumMap<>(Count.class);
        for (final Count count : Count.values()) {
            if (presentCounts[count.ordinal()] != 0) {
                counts.put(count, presentCounts[count.ordinal()]);
            }
        }
        return counts;
    }

    private Map<Measure, byte[]> encodedTimes(final int digits) {
        final Map<Measure, byte[]> encoded = new EnumMap<>(Measure.class);
        presentTimes.forEach((measure, times) -> {
            if (times.getTotalCount() > 0) {
                encoded.put(measure, encoded(digits == DIGITS ? times : packed(times)));
            }
        });
        return encoded;
    }

    private Histogram packed(final Histogram times) {
        packing.reset();
        packing.add(times);
        return packing;
    }

    private byte[] encoded(final Histogram times) {
        final int length = times.encodeIntoByteBuffer(encoding.clear());
        return Arrays.copyOf(encoding.array(), length);
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

    /** Refusals by their code, of the seconds gone by. */
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
