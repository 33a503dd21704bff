package io.sluice.ops.rehearse;

import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.ScenarioException;
import io.sluice.bench.load.ScenarioReader;
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
        final ShippedScenario shipped = ShippedScenario.of(name);
        try {
            if (shipped != null) {
                return shipped.scenario();
            }
            if (!Files.isRegularFile(Path.of(name))) {
                throw new ParameterException(
                        spec.commandLine(),
                        name + ": there is no such file, and what is shipped is "
                                + Arrays.stream(ShippedScenario.values())
                                        .map(ShippedScenario::key)
                                        .collect(Collectors.joining(", ")));
            }
            return ScenarioReader.read(Path.of(name));
        } catch (final ScenarioException wrong) {
            throw new ParameterException(spec.commandLine(), name + ": " + wrong.getMessage(), wrong);
        }
    }
}
