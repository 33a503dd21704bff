package io.sluice.bench.load.report;

import io.sluice.bench.load.Threshold;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A missed threshold, and the second in which it was first seen to be: of a time, the first second whose own figure was
 * beyond the value; of a count that may not grow, the second in which it grew too far.
 *
 * @param verdict  what was missed.
 * @param second   from 0; {@link #UNKNOWN} when the series cannot tell.
 */
record Breaking(ResultFile.Verdict verdict, int second) {
    /** For a figure that is one of the whole run only. */
    static final int UNKNOWN = -1;

    /** What broke first; those whose second is not known come last. Empty when everything held. */
    static Optional<Breaking> first(final ResultFile result) {
        return all(result).stream().min(Comparator.comparingInt(Breaking::orderOfSecond));
    }

    /** All that were missed, as the scenario has them. */
    static List<Breaking> all(final ResultFile result) {
        return result.verdicts().stream()
                .filter(verdict -> !verdict.held())
                .map(verdict -> new Breaking(verdict, secondOf(result, verdict.threshold())))
                .toList();
    }

    private int orderOfSecond() {
        return second == UNKNOWN ? Integer.MAX_VALUE : second;
    }

    private static int secondOf(final ResultFile result, final Threshold threshold) {
        final String figure = threshold.figure();
        final int dot = figure.indexOf('.');
        if (dot < 0) {
            return isLeastBound(threshold)
                    ? UNKNOWN
                    : firstBeyond(threshold, runningTotal(result.series("counts", figure)));
        }
        return firstBeyond(threshold, result.series("times", figure.substring(0, dot), figure.substring(dot + 1)));
    }

    /** One that is missed until the end by nature: it says nothing of a moment. */
    private static boolean isLeastBound(final Threshold threshold) {
        return switch (threshold.comparison()) {
            case MORE, AT_LEAST -> true;
            case EQUAL -> threshold.value() > 0;
            case LESS, AT_MOST -> false;
        };
    }

    private static double[] runningTotal(final double[] counts) {
        final double[] totals = counts.clone();
        for (int i = 1; i < totals.length; i++) {
            totals[i] += totals[i - 1];
        }
        return totals;
    }

    private static int firstBeyond(final Threshold threshold, final double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i]) && !threshold.isHeldBy(values[i])) {
                return i;
            }
        }
        return UNKNOWN;
    }
}
