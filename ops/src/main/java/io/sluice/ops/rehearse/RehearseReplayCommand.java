package io.sluice.ops.rehearse;

import io.sluice.bench.load.Profile;
import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.ScenarioException;
import io.sluice.bench.load.ScenarioReader;
import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.ReadOnlyJournal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code sluice rehearse replay}: the last session of a journal as the load. */
@Command(
        name = "replay",
        description = {
            "Play the last session of a journal: its orders, comments and likes second by second, its offers as often as they"
                    + " were pressed, with that session's prices and stock; paid and given back as often as then.",
            "A session lies between two pauses of half an hour and has orders; a pause of more than a minute in it is played"
                    + " as a minute. All else is the scenario's: target, part over HTTP, thresholds.",
            "Exits as 'run' does.",
        },
        mixinStandardHelpOptions = true)
final class RehearseReplayCommand implements Callable<Integer> {
    private static final double MOST_SPEED = 10_000;
    private static final double MS_PER_SECOND = 1_000;

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private RehearseCommand rehearse;

    @Option(
            names = "--journal",
            paramLabel = "DIR",
            required = true,
            description = "The data directory of that session's engine, which may be running.")
    private Path data;

    @Option(names = "--speed", defaultValue = "1", description = "Times as fast. Default: ${DEFAULT-VALUE}.")
    private double speed;

    @Option(names = "--room", paramLabel = "ID", description = "The room. Default: the one with most orders.")
    private Long room;

    @Option(
            names = "--scenario",
            paramLabel = "SCENARIO",
            defaultValue = "room",
            description =
                    "The scenario that has all else; its offers and stages are not played. Default: ${DEFAULT-VALUE}.")
    private String base;

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description = "Only write the scenario that is made, to be run later.")
    private Path save;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the result goes; no result may be there. Default: rehearsal-<time, UTC>.")
    private Path out;

    @Mixin
    private WorkerOptions workers;

    @Override
    public Integer call() throws IOException {
        if (!(speed > 0 && speed <= MOST_SPEED)) {
            throw refused("--speed " + speed + ": is not between 0 and " + MOST_SPEED);
        }
        final JournalDirectory directory = new JournalDirectory(data);
        if (!Files.isDirectory(directory.journal())) {
            throw refused("--journal " + data + ": there is no journal");
        }
        final String yaml = scenarioOf(directory);
        if (save != null) {
            Files.writeString(save, yaml);
            return 0;
        }
        try {
            final Scenario scenario = ScenarioReader.parse(yaml);
            return new RehearsalRun(spec, rehearse.player(spec, scenario, workers), scenario)
                    .run(RunOptions.orByTime(out, Instant.now()));
        } catch (final ScenarioException wrong) {
            throw new ParameterException(spec.commandLine(), base + ", replayed: " + wrong.getMessage(), wrong);
        }
    }

    private String scenarioOf(final JournalDirectory directory) throws IOException {
        final String all = ScenarioArgument.text(spec, base);
        // A wrong file is told of as it lies there, not as what is made of it.
        ScenarioArgument.read(spec, base);
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory)) {
            final SessionReader reader = new SessionReader(room == null ? SessionReader.busiestRoom(journal) : room);
            final JournalSession session = reader.lastSession(journal);
            if (session == null) {
                throw refused(
                        "--journal " + data + ": there is no order in " + (room == null ? "any room" : "room " + room));
            }
            if (session.seconds() > Profile.MAX_SECONDS) {
                throw refused("--journal " + data + ": its last session lasts " + session.seconds()
                        + " s without its pauses, and a profile may have " + Profile.MAX_SECONDS);
            }
            tell(session);
            return new ReplayScenario(reader, session, speed).of(all);
        } catch (final ScenarioException wrong) {
            throw new ParameterException(spec.commandLine(), base + ": " + wrong.getMessage(), wrong);
        }
    }

    private void tell(final JournalSession session) {
        final PrintWriter err = spec.commandLine().getErr();
        err.println("session      until " + Instant.ofEpochMilli(session.lastMs()) + ", " + session.orders()
                + " orders by " + session.viewers() + " viewers, "
                + session.offers().size() + " offers; "
                + session.seconds() + " s, and " + Math.round(session.leftOutMs() / MS_PER_SECOND)
                + " s of pauses are left out");
        tellLeftOut(err, "viewers", session.viewers(), ScenarioReader.MAX_VIEWERS);
        tellLeftOut(err, "offers", session.offers().size(), ScenarioReader.MAX_OFFERS);
        err.flush();
    }

    private static void tellLeftOut(final PrintWriter err, final String what, final int all, final int most) {
        if (all > most) {
            err.println("left out     " + (all - most) + " of " + all + " " + what + ": a scenario may have " + most);
        }
    }

    private ParameterException refused(final String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
