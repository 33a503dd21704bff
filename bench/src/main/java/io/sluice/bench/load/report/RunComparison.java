package io.sluice.bench.load.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.bench.load.Count;
import io.sluice.bench.load.Figures;
import io.sluice.bench.load.Measure;
import io.sluice.bench.load.Statistic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Two results beside each other, from {@code result.json} alone: each figure, its ratio, and whether that is more than noise. */
public final class RunComparison {
    private final ResultFile a;
    private final ResultFile b;
    private final List<Row> rows = new ArrayList<>();

    /** {@code b} beside {@code a}; ratios are b's value by a's. */
    public RunComparison(final ResultFile a, final ResultFile b) {
        this.a = a;
        this.b = b;
        for (final Measure measure : Measure.values()) {
            for (final Statistic statistic : Statistic.values()) {
                addTime(measure.key(), statistic.key());
            }
        }
        for (final Count count : Count.values()) {
            addRate(count.key());
        }
    }

    /** As one array, a row a figure. */
    public ArrayNode json() {
        final ArrayNode array = JsonNodeFactory.instance.arrayNode();
        rows.forEach(row -> array.add(row.json()));
        return array;
    }

    /** As a table of text. */
    public String text() {
        final StringBuilder text = new StringBuilder();
        line(text, "A  " + headline(a));
        line(text, "B  " + headline(b));
        if (!isSameScenario()) {
            line(text, "The scenarios differ: so may the figures, for that reason alone.");
        }
        line(text, "");
        line(text, row("figure", "A", "B", "B/A", "by seconds (95 %)", ""));
        rows.forEach(row -> line(text, row.line()));
        return text.toString();
    }

    /** Writes both runs as one page. */
    public void writePage(final Path file) throws IOException {
        try {
            Files.writeString(file, ReportPage.of(a.json(), b.json(), json()));
        } catch (final IOException refused) {
            throw new IOException(file + ": cannot be written: " + refused.getMessage(), refused);
        }
    }

    private void addTime(final String measure, final String statistic) {
        add(
                measure + "." + statistic,
                a.time(measure, statistic),
                b.time(measure, statistic),
                bounds(a.series("times", measure, statistic), b.series("times", measure, statistic)));
    }

    private void addRate(final String count) {
        if (a.total(count) + b.total(count) > 0) {
            add(
                    count + ".rate",
                    (double) a.total(count) / a.seconds(),
                    (double) b.total(count) / b.seconds(),
                    bounds(a.series("counts", count), b.series("counts", count)));
        }
    }

    private Bootstrap.Bounds bounds(final double[] seriesA, final double[] seriesB) {
        return isSameScenario() ? Bootstrap.pairedRatio(seriesA, seriesB) : Bootstrap.ratio(seriesA, seriesB);
    }

    private boolean isSameScenario() {
        return a.json().path("scenario").equals(b.json().path("scenario"));
    }

    /** What neither run measured is left out. */
    private void add(final String figure, final double valueA, final double valueB, final Bootstrap.Bounds bounds) {
        if (!Double.isNaN(valueA) || !Double.isNaN(valueB)) {
            rows.add(new Row(figure, valueA, valueB, bounds));
        }
    }

    private static String headline(final ResultFile result) {
        return (result.isGo() ? "GO     " : "NO-GO  ") + result.title() + ", "
                + result.json().path("startedAt").asText() + ", " + Amount.of(result.seconds(), "s");
    }

    private static String row(
            final String figure,
            final String valueA,
            final String valueB,
            final String ratio,
            final String bounds,
            final String mark) {
        return String.format(Locale.ROOT, "%-24s %13s %13s %8s  %-23s %s", figure, valueA, valueB, ratio, bounds, mark)
                .stripTrailing();
    }

    private static void line(final StringBuilder text, final String line) {
        text.append(line).append(System.lineSeparator());
    }

    /**
     * One figure of both.
     *
     * @param bounds  of the ratio, by the seconds of the runs; null when they cannot tell.
     */
    private record Row(String figure, double valueA, double valueB, Bootstrap.Bounds bounds) {
        ObjectNode json() {
            final ObjectNode json = JsonNodeFactory.instance.objectNode().put("figure", figure);
            ResultJson.put(json, "a", valueA);
            ResultJson.put(json, "b", valueB);
            ResultJson.put(json, "ratio", valueB / valueA);
            ResultJson.put(json, "bySeconds", bounds == null ? Double.NaN : bounds.ratio());
            ResultJson.put(json, "low", bounds == null ? Double.NaN : bounds.low());
            ResultJson.put(json, "high", bounds == null ? Double.NaN : bounds.high());
            return json.put("unit", Figures.unit(figure)).put("differs", differs());
        }

        String line() {
            final double ratio = valueB / valueA;
            return row(
                    figure,
                    Amount.of(valueA, Figures.unit(figure)),
                    Amount.of(valueB, Figures.unit(figure)),
                    Double.isFinite(ratio) ? String.format(Locale.ROOT, "%.2f", ratio) : "-",
                    bounds == null
                            ? "-"
                            : String.format(
                                    Locale.ROOT, "%.2f (%.2f to %.2f)", bounds.ratio(), bounds.low(), bounds.high()),
                    differs() ? "differs" : "");
        }

        private boolean differs() {
            return bounds != null && bounds.excludeOne();
        }
    }
}
