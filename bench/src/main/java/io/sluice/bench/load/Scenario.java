package io.sluice.bench.load;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A whole rehearsal, as its file says it.
 *
 * @param title       for the report.
 * @param seed        of everything that is left to chance.
 * @param target      what is rehearsed.
 * @param crowd       how viewers behave.
 * @param stages      what comes when.
 * @param thresholds  what has to hold.
 */
public record Scenario(
        String title, long seed, Target target, Crowd crowd, List<Stage> stages, List<Threshold> thresholds) {
    /** Copies the lists. */
    public Scenario {
        stages = List.copyOf(stages);
        thresholds = List.copyOf(thresholds);
    }

    /** A moment before the doors open in which viewers come and nobody buys: what it plays is warm then. */
    public Scenario walkThrough() {
        final Map<Flow, Pace> paces = Map.of(Flow.JOINS, new Pace(40, 40), Flow.LIKES, new Pace(40, 40));
        return new Scenario(title, seed, target, crowd, List.of(new Stage("walk-through", 2_000, paces)), List.of());
    }

    /** The same with the orders of all stages that many times as often; nothing else changes. */
    public Scenario withOrders(final double times) {
        final String named = String.format(Locale.ROOT, "%s, orders x %.3f", title, times);
        return new Scenario(
                named,
                seed,
                target,
                crowd,
                stages.stream().map(stage -> stage.with(Flow.ORDERS, times)).toList(),
                thresholds);
    }

    /** How often a flow comes when it comes most often, a second. */
    public double most(final Flow flow) {
        return stages.stream().mapToDouble(stage -> stage.most(flow)).max().orElse(0);
    }

    /** How long all stages last together. */
    public long durationMs() {
        return stages.stream().mapToLong(Stage::durationMs).sum();
    }
}
