package io.sluice.ops.rehearse;

import io.sluice.bench.load.report.ResultFile;
import io.sluice.bench.load.report.RunComparison;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sluice rehearse compare}: two runs beside each other. */
@Command(
        name = "compare",
        description = {
            "Print the figures of two runs with their ratio, mark what differs by more than the runs' seconds vary, and write"
                    + " one page with both.",
            "It reads the two result.json only.",
        },
        mixinStandardHelpOptions = true)
final class RehearseCompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A", description = "The directory of a run.")
    private Path a;

    @Parameters(index = "1", paramLabel = "B", description = "The directory of another; ratios are B/A.")
    private Path b;

    @Option(
            names = "--page",
            paramLabel = "FILE",
            defaultValue = "rehearsal-compare.html",
            description = "The page; written anew when there is one. Default: ${DEFAULT-VALUE}.")
    private Path page;

    @Option(names = "--json", description = "Print one JSON array, a row a figure.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        final RunComparison comparison = new RunComparison(ResultFile.read(a), ResultFile.read(b));
        comparison.writePage(page);
        final PrintWriter out = spec.commandLine().getOut();
        out.print(json ? comparison.json() + System.lineSeparator() : comparison.text());
        out.flush();
        final PrintWriter err = spec.commandLine().getErr();
        err.println("page         " + page);
        err.flush();
        return 0;
    }
}
