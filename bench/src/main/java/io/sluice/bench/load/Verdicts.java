package io.sluice.bench.load;

import java.util.ArrayList;
import java.util.List;

/** Holds thresholds against figures. */
public final class Verdicts {
    /** What no scenario can leave out: a run whose audit found something, or that was late, says nothing good of anybody. */
    private static final List<Threshold> ALWAYS = List.of(
            new Threshold("findings", Threshold.Comparison.EQUAL, 0, "findings == 0"),
            new Threshold("lateness.p99", Threshold.Comparison.LESS, 50, "lateness.p99 < 50ms"));
    /** Nor one that asks for orders: a run without its load was never put to the test. */
    private static final Threshold LOAD_WAS_MADE =
            new Threshold("orders-sent.share", Threshold.Comparison.AT_LEAST, 0.99, "orders-sent.share >= 99%");

    private Verdicts() {}

    /** One verdict a threshold, in the scenario's order; what no scenario can leave out is among them, whoever made it. */
    public static List<RunResult.Verdict> of(final Scenario scenario, final Figures figures) {
        return withAlways(scenario.thresholds(), scenario.stages()).stream()
                .map(threshold -> of(threshold, figures.value(threshold.figure())))
                .toList();
    }

    /** These thresholds, and behind them those that cannot be left out, each once. */
    static List<Threshold> withAlways(final List<Threshold> asked, final List<Stage> stages) {
        final List<Threshold> always = new ArrayList<>(ALWAYS);
        if (stages.stream().anyMatch(stage -> stage.most(Flow.ORDERS) > 0)) {
            always.add(LOAD_WAS_MADE);
        }
        final List<Threshold> all = new ArrayList<>(asked);
        for (final Threshold own : always) {
            if (all.stream().noneMatch(each -> isSame(each, own))) {
                all.add(own);
            }
        }
        return all;
    }

    private static RunResult.Verdict of(final Threshold threshold, final double measured) {
        return new RunResult.Verdict(threshold, measured, threshold.isHeldBy(measured));
    }

    private static boolean isSame(final Threshold one, final Threshold other) {
        return one.figure().equals(other.figure())
                && one.comparison() == other.comparison()
                && one.value() == other.value();
    }
}
