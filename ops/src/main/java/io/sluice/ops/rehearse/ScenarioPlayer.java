package io.sluice.ops.rehearse;

import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.RunResult;
import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.run.Cast;
import java.io.IOException;
import java.util.function.Consumer;

/** Plays one scenario once. */
interface ScenarioPlayer {
    /**
     * Plays it, audits it, and answers what was found; on the calling thread.
     *
     * @param eachSecond  called when a second has gone by, with all figures so far; may call {@link #end}.
     * @throws IOException when the target cannot be reached or prepared; the message names it.
     */
    RunResult play(Consumer<Measurements> eachSecond) throws IOException;

    /** Lets it end before its time, with what it has; from any thread. */
    void end();

    /** Makes the player of a scenario. */
    @FunctionalInterface
    interface Maker {
        /** A player that has not begun, and those who play for it. */
        ScenarioPlayer of(Scenario scenario, Cast cast);
    }
}
