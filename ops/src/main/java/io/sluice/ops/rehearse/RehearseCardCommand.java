package io.sluice.ops.rehearse;

import io.sluice.bench.load.report.Card;
import io.sluice.bench.load.report.ResultFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sluice rehearse card}: go or no-go of a run, on one page. */
@Command(
        name = "card",
        description = {
            "Print go or no-go of a run: what was asked, what held, what broke first, head-room, the next bottleneck.",
            "It reads result.json only. Exits with 3 when it is no go.",
        },
        mixinStandardHelpOptions = true)
final class RehearseCardCommand implements Callable<Integer> {
    private static final int MISSED = 3;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The directory that 'run' wrote.")
    private Path directory;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        final ResultFile result = ResultFile.read(directory);
        final Card card = new Card(result);
        final PrintWriter out = spec.commandLine().getOut();
        out.print(json ? card.json() + System.lineSeparator() : card.text());
        out.flush();
        return result.isGo() ? 0 : MISSED;
    }
}
