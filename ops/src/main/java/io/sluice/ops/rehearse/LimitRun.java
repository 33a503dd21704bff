package io.sluice.ops.rehearse;

import io.sluice.bench.load.LimitSearch;
import io.sluice.bench.load.LimitStep;
import io.sluice.bench.load.RunResult;
import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.report.LimitReport;
import io.sluice.bench.load.report.ResultWriter;
import io.sluice.ops.journal.UntilSignal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Model.CommandSpec;

/** A search for the limit from its first step to its last, as a command runs it. */
final class LimitRun {
    private final CommandSpec command;
    private final RehearseCommand rehearse;
    private final WorkerOptions workers;
    private final Scenario scenario;
    private final LimitSearch search;

    LimitRun(
            final CommandSpec command,
            final RehearseCommand rehearse,
            final WorkerOptions workers,
            final Scenario scenario,
            final LimitSearch search) {
        this.command = command;
        this.rehearse = rehearse;
        this.workers = workers;
        this.scenario = scenario;
        this.search = search;
    }

    /** Plays step after step until the search is over or Ctrl-C, and answers the command's exit code. */
    int run(final Path directory) throws IOException {
        final LimitReport report = LimitReport.into(directory, scenario.title());
        return UntilSignal.run(command, stopped -> {
            say(LimitReport.head());
            while (search.next().isPresent() && !stopped.getAsBoolean()) {
                final LimitStep step = play(search.next().getAsDouble(), directory, stopped);
                search.played(step);
                say(LimitReport.row(step));
                // Anew behind each step, so that what is known is there whatever becomes of the next.
                report.write(search);
            }
            say("");
            say(LimitReport.sentence(search));
            say("report       " + directory.resolve(LimitReport.PAGE));
            return exitCodeOf(search.outcome());
        });
    }

    private LimitStep play(final double factor, final Path directory, final BooleanSupplier stopped)
            throws IOException {
        final String name =
                String.format(Locale.ROOT, "step-%02d-x%.3f", search.steps().size() + 1, factor);
        final Scenario scaled = scenario.withOrders(factor);
        final ResultWriter writer = ResultWriter.into(directory.resolve(name));
        final RunResult result =
                new RehearsalRun(command, rehearse.player(command, scaled, workers), scaled).play(stopped);
        writer.write(result);
        return LimitStep.of(factor, name, result);
    }

    private void say(final String line) {
        final PrintWriter out = command.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private static int exitCodeOf(final LimitSearch.Outcome outcome) {
        return switch (outcome) {
            case KNEE -> 0;
            case UNFINISHED -> 1;
            case FIRST_BROKE -> 3;
            case NOTHING_BROKE -> 4;
            case RIG_FULL -> 5;
        };
    }
}
