package io.sluice.ops.rehearse;

import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.RunResult;
import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.run.Rehearsal;
import io.sluice.bench.load.stage.StageException;
import io.sluice.ops.Sluice;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Plays scenarios with the rig; a server of the rig's own is this very program, told to serve. */
final class RigPlayer implements ScenarioPlayer {
    private static final String JAR = ".jar";
    /** A terminal tells Ctrl-C and its own end to all that run in it; the server outlives both, and ends when the run has. */
    private static final List<String> DEAF_TO_THE_TERMINAL =
            List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");
    /** Of the present directory, so that its disk is the one that is measured. */
    private static final Path DIRECTORY = Path.of("").toAbsolutePath();

    private final Rehearsal rehearsal;

    RigPlayer(final Scenario scenario) {
        rehearsal = new Rehearsal(scenario, serveCommand(), DIRECTORY);
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

    /** The same Java with the same class path; a jar brings the flags it needs in its manifest. */
    private static List<String> serveCommand() {
        final List<String> command = new ArrayList<>(DEAF_TO_THE_TERMINAL);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        final String classPath = System.getProperty("java.class.path");
        if (classPath.endsWith(JAR) && !classPath.contains(File.pathSeparator)) {
            command.addAll(List.of("-jar", classPath));
        } else {
            ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                    .filter(argument -> argument.startsWith("--add-"))
                    .forEach(command::add);
            command.addAll(List.of("-cp", classPath, Sluice.class.getName()));
        }
        command.addAll(List.of("serve", "--config"));
        return command;
    }
}
