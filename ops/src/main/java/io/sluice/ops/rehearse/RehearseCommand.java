package io.sluice.ops.rehearse;

import io.sluice.bench.load.Scenario;
import java.io.IOException;
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
            RehearseCardCommand.class,
            RehearseCompareCommand.class
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
        if (given.scenario() == null) {
            throw new ParameterException(command.commandLine(), "Missing scenario: a file, or a name such as smoke");
        }
        final Scenario scenario = ScenarioArgument.read(command, given.scenario());
        return new RehearsalRun(command, players.of(scenario, given.workers().cast(command, scenario)), scenario)
                .run(given);
    }
}
