package io.sluice.bench.load.run;

import io.sluice.bench.load.Told;
import java.util.List;

/**
 * What came of playing a scenario, beside its figures.
 *
 * @param told        what viewers were told, as far as it can be judged.
 * @param targetGone  whether it ended because the target could not be connected to any more.
 * @param missing     what was lost on the way, a sentence each; the run is no go with any.
 */
public record Played(Told told, boolean targetGone, List<String> missing) {}
