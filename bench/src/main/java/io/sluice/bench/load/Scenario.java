package io.sluice.bench.load;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

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

    /**
     * The part at {@code index} of so many even ones, to be played by a worker: all stages with its share of every rate, by
     * chance of its own, and viewers that are in no other part. Poisson processes of such shares are together one of the
     * whole. Where the target is, and where its secrets lie, is left out.
     */
    public Scenario part(final int index, final int of) {
        final long partSeed = new SplittableRandom(seed)
                .longs()
                .skip(index)
                .map(any -> any >>> 1)
                .findFirst()
                .orElseThrow();
        return new Scenario(
                title,
                partSeed,
                new Target(
                        null, null, null, null, target.room(), target.holdSeconds(), target.offers(), target.coupon()),
                crowd.part(index, of),
                stages.stream().map(stage -> stage.part(of)).toList(),
                thresholds);
    }

    /** How long all stages last together. */
    public long durationMs() {
        return stages.stream().mapToLong(Stage::durationMs).sum();
    }
}
