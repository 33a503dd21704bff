package io.sluice.bench.load;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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
    private static final Map<Count, Count> WHOLES = Map.of(
            Count.ORDERS_SENT, Count.ORDERS_MEANT,
            Count.ORDERS_RESERVED, Count.ORDERS_SENT,
            Count.ORDERS_REFUSED, Count.ORDERS_SENT,
            Count.ORDERS_SHED, Count.ORDERS_SENT,
            Count.ORDERS_UNANSWERED, Count.ORDERS_SENT,
            Count.JOINS, Count.JOINS_MEANT,
            Count.LIKES_SENT, Count.LIKES_MEANT,
            Count.COMMENTS_SENT, Count.COMMENTS_MEANT,
            Count.COMMENTS_TAKEN, Count.COMMENTS_SENT,
            Count.COMMENTS_SHED, Count.COMMENTS_SENT);
    private static final Map<String, Figure> KNOWN = known();

    private final Measurements measurements;
    private final long audited;
    private final List<AuditFinding> findings;

    /** The figures of what was measured, and of what the audit found. */
    public Figures(final Measurements measurements, final long audited, final List<AuditFinding> findings) {
        this.measurements = measurements;
        this.audited = audited;
        this.findings = List.copyOf(findings);
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
        known.put("findings", new Figure("", run -> run.findings.size()));
        known.put("audited", new Figure("", run -> run.audited));
        for (final AuditFinding.Kind kind : AuditFinding.Kind.values()) {
            known.put(key(kind), new Figure("", run -> run.found(kind)));
        }
        return known;
    }

    private double rate(final Count count) {
        final int seconds = measurements.seconds().size();
        return seconds == 0 ? Double.NaN : (double) measurements.count(count) / seconds;
    }

    private double share(final Count part, final Count whole) {
        final long all = measurements.count(whole);
        return all == 0 ? Double.NaN : (double) measurements.count(part) / all;
    }

    private long found(final AuditFinding.Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).count();
    }

    /** How a figure is told, and how it is read from a run. */
    private record Figure(String unit, ToDoubleFunction<Figures> reading) {}
}
