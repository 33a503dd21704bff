package io.sluice.bench.load;

import java.util.List;
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

    /** How long all stages last together. */
    public long durationMs() {
        return stages.stream().mapToLong(Stage::durationMs).sum();
    }
}
