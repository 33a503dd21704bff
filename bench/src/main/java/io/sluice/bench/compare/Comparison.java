package io.sluice.bench.compare;

import io.sluice.bench.compare.JmhFile.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Two runs of JMH beside each other: each benchmark's scores, their ratio, and what it allocates. */
final class Comparison {
    private static final String ERROR = " ± ";

    private final JmhFile base;
    private final JmhFile other;

    /** {@code other} beside {@code base}; ratios are its score by the base's. */
    Comparison(final JmhFile base, final JmhFile other) {
        this.base = base;
        this.other = other;
    }

    /** As a table of text; below it what only one of the two has. */
    String text() {
        final List<String> lines = new ArrayList<>();
        lines.add("base: " + base.jdks());
        lines.add("new:  " + other.jdks());
        if (!base.jdks().equals(other.jdks())) {
            lines.add("Not the same Java: so may the figures differ, for that reason alone.");
        }
        lines.add("");
        final List<String[]> table = new ArrayList<>();
        table.add(new String[] {"benchmark", "base", "new", "unit", "new/base", "", "B/op base", "new"});
        base.benchmarks().forEach((key, result) -> {
            if (other.benchmarks().containsKey(key)) {
                table.add(row(key, result, other.benchmarks().get(key)));
            }
        });
        lines.addAll(aligned(table));
        addMissing(lines, "base", base.benchmarks(), other.benchmarks().keySet());
        addMissing(lines, "new", other.benchmarks(), base.benchmarks().keySet());
        return String.join("\n", lines) + "\n";
    }

    private static String[] row(final String key, final Result before, final Result after) {
        final boolean sameUnit = before.score().unit().equals(after.score().unit());
        return new String[] {
            key,
            number(before.score()),
            number(after.score()),
            sameUnit
                    ? before.score().unit()
                    : before.score().unit() + ", " + after.score().unit(),
            sameUnit ? ratio(before.score(), after.score()) : "other unit",
            sameUnit ? verdict(before, after) : "",
            allocation(before),
            allocation(after)
        };
    }

    /** Whether the intervals do not overlap, and which way. */
    private static String verdict(final Result before, final Result after) {
        if (!after.score().isApartFrom(before.score())) {
            return "";
        }
        final boolean higher = after.score().value() > before.score().value();
        return higher == after.higherIsBetter() ? "FASTER" : "SLOWER";
    }

    private static String ratio(final Score before, final Score after) {
        final Score ratio = after.by(before);
        if (!Double.isFinite(ratio.value())) {
            return "none";
        }
        return String.format(Locale.ROOT, "%.2f", ratio.value())
                + (Double.isNaN(ratio.error()) ? "" : String.format(Locale.ROOT, ERROR + "%.2f", ratio.error()));
    }

    private static String number(final Score score) {
        return digits(score.value()) + (Double.isNaN(score.error()) ? "" : ERROR + digits(score.error()));
    }

    private static String allocation(final Result result) {
        return result.allocation() == null || !result.allocation().isMeasured() ? "-" : number(result.allocation());
    }

    private static String digits(final double value) {
        final double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.3f", value);
    }

    private static void addMissing(
            final List<String> lines,
            final String where,
            final Map<String, Result> there,
            final Set<String> elsewhere) {
        final List<String> alone =
                there.keySet().stream().filter(key -> !elsewhere.contains(key)).toList();
        if (!alone.isEmpty()) {
            lines.add("");
            lines.add("only in " + where + ":");
            alone.forEach(key -> lines.add("  " + key));
        }
    }

    private static List<String> aligned(final List<String[]> table) {
        final List<String> lines = new ArrayList<>();
        for (final String[] row : table) {
            final StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.length; column++) {
                line.append(String.format(Locale.ROOT, "%-" + (width(table, column) + 2) + "s", row[column]));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static int width(final List<String[]> table, final int column) {
        return table.stream().mapToInt(row -> row[column].length()).max().orElse(0);
    }
}
