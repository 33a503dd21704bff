package io.sluice.ops.rehearse;

import io.sluice.bench.load.RunResult;
import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.Threshold;
import io.sluice.bench.load.report.Card;
import io.sluice.bench.load.report.ResultFile;
import io.sluice.bench.load.report.ResultWriter;
import io.sluice.ops.journal.ProgressBar;
import io.sluice.ops.journal.UntilSignal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Model.CommandSpec;

/** One rehearsal from its first second to its card, as a command runs it. */
final class RehearsalRun {
    private static final int HELD = 0;
    private static final int NOT_TO_ITS_END = 1;
    private static final int MISSED = 3;

    private final CommandSpec command;
    private final ScenarioPlayer player;
    private final Scenario scenario;

    RehearsalRun(final CommandSpec command, final ScenarioPlayer player, final Scenario scenario) {
        this.command = command;
        this.player = player;
        this.scenario = scenario;
    }

    /** Plays it until its end or Ctrl-C, and answers the command's exit code. */
    int run(final Path directory) throws IOException {
        final ResultWriter writer = ResultWriter.into(directory);
        return UntilSignal.run(command, stopped -> {
            final RunResult result = play(stopped);
            writer.write(result);
            final PrintWriter out = command.commandLine().getOut();
            out.print(new Card(ResultFile.read(directory)).text());
            out.println();
            out.println("report       " + directory.resolve(ResultWriter.REPORT));
            out.flush();
            return exitCodeOf(result);
        });
    }

    /** Plays it and shows how it stands, until its end or until it is stopped. */
    RunResult play(final BooleanSupplier stopped) throws IOException {
        final PrintWriter err = command.commandLine().getErr();
        try (ProgressLine line = new ProgressLine(err, ProgressBar.isTerminal(), scenario)) {
            final RunResult result = player.play(figures -> {
                line.show(figures);
                if (stopped.getAsBoolean()) {
                    player.end();
                }
            });
            // Set by whoever stopped it, and not to be met by what still writes files.
            Thread.interrupted();
            return result;
        }
    }

    /** A threshold that was missed before the early end was missed all the same. */
    private static int exitCodeOf(final RunResult result) {
        if (result.isGo()) {
            return HELD;
        }
        final boolean nothingMissed =
                result.verdicts().stream().allMatch(verdict -> verdict.held() || isNotComeTo(verdict));
        return result.endedEarly() && nothingMissed ? NOT_TO_ITS_END : MISSED;
    }

    /** Nothing was measured yet, or it is a count that had more time to be reached. */
    private static boolean isNotComeTo(final RunResult.Verdict verdict) {
        final Threshold threshold = verdict.threshold();
        final boolean isCount = threshold.figure().indexOf('.') < 0;
        return switch (threshold.comparison()) {
            case MORE, AT_LEAST -> isCount || Double.isNaN(verdict.measured());
            case EQUAL -> (isCount && verdict.measured() < threshold.value()) || Double.isNaN(verdict.measured());
            case LESS, AT_MOST -> Double.isNaN(verdict.measured());
        };
    }
}
