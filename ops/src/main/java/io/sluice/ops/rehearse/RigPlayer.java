package io.sluice.ops.rehearse;

import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.RunResult;
import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.run.Cast;
import io.sluice.bench.load.run.Rehearsal;
import io.sluice.bench.load.stage.StageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Plays scenarios with the rig; a server of the rig's own is this very program, told to serve. */
final class RigPlayer implements ScenarioPlayer {
    /** Of the present directory, so that its disk is the one that is measured. */
    private static final Path DIRECTORY = Path.of("").toAbsolutePath();

    private final Rehearsal rehearsal;

    RigPlayer(final Scenario scenario, final Cast cast) {
        rehearsal = new Rehearsal(scenario, ThisProgram.with("serve", "--config"), DIRECTORY, cast);
    }

    @Override
    public RunResult play(final Consumer<Measurements> eachSecond) throws IOException {
        try {
            return rehearsal.run(eachSecond);
        } catch (final StageException notReady) {
            throw new IOException(notReady.getMessage(), notReady);
        }
    }

    @Override
    public void end() {
        rehearsal.end();
    }
}
