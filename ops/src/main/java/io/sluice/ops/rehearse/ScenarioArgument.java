package io.sluice.ops.rehearse;

import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.ScenarioException;
import io.sluice.bench.load.ScenarioReader;
import io.sluice.bench.load.ScenarioText;
import io.sluice.bench.load.ShippedScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Finds the scenario that a command names: a file, or one of those that are shipped. */
final class ScenarioArgument {
    private ScenarioArgument() {}

    /** The scenario of this name; a wrong one is wrong usage, told with its place in the file. */
    static Scenario read(final CommandSpec spec, final String name) throws IOException {
        try {
            return ScenarioReader.parse(text(spec, name));
        } catch (final ScenarioException wrong) {
            throw wrongUsage(spec, name, wrong);
        }
    }

    /** What it says, with the profiles that it names. */
    static String text(final CommandSpec spec, final String name) throws IOException {
        final ShippedScenario shipped = ShippedScenario.of(name);
        if (shipped != null) {
            return shipped.yaml();
        }
        if (!Files.isRegularFile(Path.of(name))) {
            throw new ParameterException(
                    spec.commandLine(),
                    name + ": there is no such file, and what is shipped is "
                            + Arrays.stream(ShippedScenario.values())
                                    .map(ShippedScenario::key)
                                    .collect(Collectors.joining(", ")));
        }
        try {
            return ScenarioText.of(Path.of(name));
        } catch (final ScenarioException wrong) {
            throw wrongUsage(spec, name, wrong);
        }
    }

    private static ParameterException wrongUsage(
            final CommandSpec spec, final String name, final ScenarioException wrong) {
        return new ParameterException(spec.commandLine(), name + ": " + wrong.getMessage(), wrong);
    }
}
