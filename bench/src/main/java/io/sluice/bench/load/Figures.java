package io.sluice.bench.load;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The figures of a run by the names that thresholds use: {@code orders.p99} in ms, {@code orders-shed}, {@code
 * orders-sent.rate} a second, {@code orders-shed.share} of what was sent, {@code oversold}, {@code findings}, {@code
 * audited}. {@code docs/REHEARSAL.md} lists them.
 */
public final class Figures {
    private static final double MS_PER_SECOND = 1e3;
    private static final Map<Count, Count> WHOLES = Map.ofEntries(
            entry(Count.ORDERS_SENT, Count.ORDERS_MEANT),
            entry(Count.ORDERS_RESERVED, Count.ORDERS_SENT),
            entry(Count.ORDERS_REFUSED, Count.ORDERS_SENT),
            entry(Count.ORDERS_SHED, Count.ORDERS_SENT),
            entry(Count.ORDERS_UNANSWERED, Count.ORDERS_SENT),
            entry(Count.CLAIMS_SENT, Count.CLAIMS_MEANT),
            entry(Count.CLAIMS_TAKEN, Count.CLAIMS_SENT),
            entry(Count.CLAIMS_REFUSED, Count.CLAIMS_SENT),
            entry(Count.CLAIMS_SHED, Count.CLAIMS_SENT),
            entry(Count.JOINS, Count.JOINS_MEANT),
            entry(Count.LIKES_SENT, Count.LIKES_MEANT),
            entry(Count.COMMENTS_SENT, Count.COMMENTS_MEANT),
            entry(Count.COMMENTS_TAKEN, Count.COMMENTS_SENT),
            entry(Count.COMMENTS_SHED, Count.COMMENTS_SENT));
    private static final Map<String, Figure> KNOWN = known();

    private final Measurements measurements;
    private final double askedSeconds;
    private final long audited;
    private final Map<AuditFinding.Kind, Long> found;

    /**
     * The figures of what was measured, and of what the audit found.
     *
     * @param scenario  what was asked; a rate is a mean over its seconds, or over those that were played of them.
     * @param audited   orders that the audit held against the journal.
     * @param found     all findings of each kind that there are any of.
     */
    public Figures(
            final Scenario scenario,
            final Measurements measurements,
            final long audited,
            final Map<AuditFinding.Kind, Long> found) {
        this.askedSeconds = scenario.durationMs() / MS_PER_SECOND;
        this.measurements = measurements;
        this.audited = audited;
        this.found = Map.copyOf(found);
    }

    /** The value of a figure; NaN when nothing was measured, or when there is no such figure. */
    public double value(final String name) {
        final Figure figure = KNOWN.get(name);
        return figure == null ? Double.NaN : figure.reading.applyAsDouble(this);
    }

    /** Whether there is a figure of this name. */
    public static boolean isKnown(final String name) {
        return KNOWN.containsKey(name);
    }

    /** In what a figure is told: {@code ms}, {@code /s}, or nothing. */
    public static String unit(final String name) {
        return KNOWN.containsKey(name) ? KNOWN.get(name).unit : "";
    }

    /** All names there are, by their kinds, in one sentence. */
    static String names() {
        return "times " + keys(Measure.values(), Measure::key) + ", each with ."
                + Arrays.stream(Statistic.values()).map(Statistic::key).collect(Collectors.joining(" .")) + "; counts "
                + keys(Count.values(), Count::key) + ", each alone or with .rate; .share behind "
                + Arrays.stream(Count.values())
                        .filter(WHOLES::containsKey)
                        .map(Count::key)
                        .collect(Collectors.joining(" "))
                + "; of the audit findings, audited, " + keys(AuditFinding.Kind.values(), Figures::key);
    }

    private static <E> String keys(final E[] all, final Function<E, String> key) {
        return Arrays.stream(all).map(key).collect(Collectors.joining(" "));
    }

    private static String key(final AuditFinding.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, Figure> known() {
        final Map<String, Figure> known = new LinkedHashMap<>();
        for (final Measure measure : Measure.values()) {
            for (final Statistic statistic : Statistic.values()) {
                known.put(
                        measure.key() + "." + statistic.key(),
                        new Figure("ms", run -> statistic.ms(run.measurements.times(measure))));
            }
        }
        for (final Count count : Count.values()) {
            known.put(count.key(), new Figure("", run -> run.measurements.count(count)));
            known.put(count.key() + ".rate", new Figure("/s", run -> run.rate(count)));
        }
        WHOLES.forEach(
                (part, whole) -> known.put(part.key() + ".share", new Figure("", run -> run.share(part, whole))));
        known.put("findings", new Figure("", Figures::found));
        known.put("audited", new Figure("", run -> run.audited));
        for (final AuditFinding.Kind kind : AuditFinding.Kind.values()) {
            known.put(key(kind), new Figure("", run -> run.found.getOrDefault(kind, 0L)));
        }
        return known;
    }

    private double rate(final Count count) {
        // What is waited for behind the last stage lasts some seconds in which nothing was asked.
        final double seconds = Math.min(askedSeconds, measurements.seconds().size());
        return seconds == 0 ? Double.NaN : measurements.count(count) / seconds;
    }

    private double share(final Count part, final Count whole) {
        final long all = measurements.count(whole);
        return all == 0 ? Double.NaN : (double) measurements.count(part) / all;
    }

    private long found() {
        return found.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How a figure is told, and how it is read from a run. */
    private record Figure(String unit, ToDoubleFunction<Figures> reading) {}
}
