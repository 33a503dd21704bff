package io.sluice.ops.rehearse;

import io.sluice.bench.load.Scenario;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sluice rehearse}: plays a scenario, as {@code rehearse run} does. */
@Command(
        name = "rehearse",
        description = {
            "Rehearse a broadcast before it happens: play a scenario against a server, audit every answer, and say go or"
                    + " no-go.",
            "Exits with 0 when every threshold held, 3 when one was missed, 2 when the scenario is wrong, 1 when it could not"
                    + " be played to its end.",
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            RehearseRunCommand.class,
            RehearseWorkerCommand.class,
            RehearseFindLimitCommand.class,
            RehearseReplayCommand.class,
            RehearseCardCommand.class,
            RehearseCompareCommand.class,
            RehearseProfileCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class RehearseCommand implements Callable<Integer> {
    private final ScenarioPlayer.Maker players;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions options;

    RehearseCommand() {
        this(RigPlayer::new);
    }

    /** With players of one's own. */
    RehearseCommand(final ScenarioPlayer.Maker players) {
        this.players = players;
    }

    @Override
    public Integer call() throws IOException {
        return run(spec, options);
    }

    /** Plays what the options of {@code command} name, this one or the one below it. */
    int run(final CommandSpec command, final RunOptions given) throws IOException {
        final Scenario scenario = scenario(command, given);
        return new RehearsalRun(command, player(command, scenario, given.workers()), scenario)
                .run(given.out(Instant.now()));
    }

    /** The scenario that the options of {@code command} name; none is wrong usage. */
    Scenario scenario(final CommandSpec command, final RunOptions given) throws IOException {
        if (given.scenario() == null) {
            throw new ParameterException(command.commandLine(), "Missing scenario: a file, or a name such as smoke");
        }
        return ScenarioArgument.read(command, given.scenario());
    }

    /** The player of a scenario, and who plays for it. */
    ScenarioPlayer player(final CommandSpec command, final Scenario scenario, final WorkerOptions workers)
            throws IOException {
        return players.of(scenario, workers.cast(command, scenario));
    }
}
