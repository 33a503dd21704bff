package io.sluice.ops.rehearse;

import io.sluice.bench.load.Flow;
import io.sluice.bench.load.LimitSearch;
import io.sluice.bench.load.Scenario;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code sluice rehearse find-limit}: the same scenario with more and more orders, until it breaks. */
@Command(
        name = "find-limit",
        description = {
            "Play a scenario again and again, the rates of orders of all its stages multiplied by a factor that grows until a"
                    + " threshold is missed; then halve the last step to find the knee. Nothing else grows.",
            "Leaves limit.json, limit.html and each step's own result. Ctrl-C ends it with what is known.",
            "Exits with 0 when the knee was found, 1 when it was ended or could not be played, 2 when the scenario is wrong, 3"
                    + " when the first step already broke, 4 when nothing broke up to --most, 5 when the rig was full before the"
                    + " server.",
        },
        mixinStandardHelpOptions = true)
final class RehearseFindLimitCommand implements Callable<Integer> {
    private static final double LEAST_STEP = 1.01;
    private static final double MOST = 10_000;
    private static final int MOST_HALVINGS = 20;

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private RehearseCommand rehearse;

    @Mixin
    private RunOptions options;

    @Option(names = "--from", defaultValue = "0.5", description = "The first factor. Default: ${DEFAULT-VALUE}.")
    private double from;

    @Option(
            names = "--step",
            defaultValue = "1.25",
            description = "What a factor that held is multiplied by, 1.01 to 10,000. Default: ${DEFAULT-VALUE}.")
    private double step;

    @Option(
            names = "--most",
            defaultValue = "20",
            description = "The last factor, at most 10,000. Default: ${DEFAULT-VALUE}.")
    private double most;

    @Option(
            names = "--halvings",
            defaultValue = "3",
            description = "How often the step that broke is halved, 0 to 20. Default: ${DEFAULT-VALUE}.")
    private int halvings;

    @Override
    public Integer call() throws IOException {
        require(most > 0 && most <= MOST, "--most " + most + ": is not between 0 and " + MOST);
        require(from > 0 && from <= most, "--from " + from + ": is not between 0 and --most " + most);
        require(step >= LEAST_STEP && step <= MOST, "--step " + step + ": is not " + LEAST_STEP + " to " + MOST);
        require(halvings >= 0 && halvings <= MOST_HALVINGS, "--halvings " + halvings + ": is not 0 to 20");
        final Scenario scenario = rehearse.scenario(spec, options);
        require(
                scenario.most(Flow.ORDERS) > 0,
                options.scenario() + ": asks for no orders, so there is no limit of them");
        require(
                !options.workers().areRemote(),
                "--remote-workers: it plays again and again, and a worker of another machine plays once");
        options.workers().require(spec, scenario);
        final LimitSearch search = new LimitSearch(from, step, most, halvings);
        return new LimitRun(spec, rehearse, options.workers(), scenario, search).run(options.out(Instant.now()));
    }

    private void require(final boolean holds, final String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
