package io.sluice.bench.load;

import java.util.List;

/**
 * A whole rehearsal, as its file says it.
 *
 * @param title       for the report.
 * @param seed        of everything that is left to chance.
 * @param workers     processes that make the load.
 * @param target      what is rehearsed.
 * @param crowd       how viewers behave.
 * @param stages      what comes when.
 * @param thresholds  what has to hold.
 */
public record Scenario(
        String title,
        long seed,
        int workers,
        Target target,
        Crowd crowd,
        List<Stage> stages,
        List<Threshold> thresholds) {
    /** Copies the lists. */
    public Scenario {
        stages = List.copyOf(stages);
        thresholds = List.copyOf(thresholds);
    }

    /** How long all stages last together. */
    public long durationMs() {
        return stages.stream().mapToLong(Stage::durationMs).sum();
    }
}
