package io.sluice.bench.load.run;

import io.sluice.bench.load.OrderAttempt;
import java.util.List;

/**
 * What came of playing a scenario, beside its figures.
 *
 * @param attempts    every press that can be judged.
 * @param targetGone  whether it ended because the target could not be connected to any more.
 * @param missing     what was lost on the way, a sentence each; the run is no go with any.
 */
public record Played(List<OrderAttempt> attempts, boolean targetGone, List<String> missing) {}
