package io.sluice.ops.doctor;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sluice doctor}: what this host would do to a show. */
@Command(
        name = "doctor",
        description = {
            "Look at this host before the show: what is there, what should be, and the command that changes it.",
            "Run it as the user that will serve, under the same limits, while no server runs. It forces a small file of the"
                    + " data directory's disk some hundred times and changes nothing.",
            "Exits with 0 when all is well, 3 when there are warnings only, 1 when the server would not start or not keep what"
                    + " its configuration promises.",
        },
        mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "What serve will be given, as often; without it the checks go by the defaults.")
    private List<Path> config = List.of();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data directory, which need not be there yet; the configuration's by default.")
    private Path data;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    DoctorCommand() {}

    @Override
    public Integer call() {
        final Checkup checkup = Checkup.of(new ThisHost(), ServerPlan.read(config, data));
        final PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(checkup.toJson().encode());
        } else {
            checkup.lines().forEach(out::println);
        }
        out.flush();
        return checkup.verdict().exitCode();
    }
}
