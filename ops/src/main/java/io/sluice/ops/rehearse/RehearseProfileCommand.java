package io.sluice.ops.rehearse;

import io.sluice.bench.load.Flow;
import io.sluice.bench.load.Profile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sluice rehearse profile}: makes a profile of a log. */
@Command(
        name = "profile",
        description = {
            "Count the rows of a chat or order log second by second, and write a profile that a stage may follow: numbers only,"
                    + " no word and no id of the log.",
            "The log is a CSV with a header; one whose name ends in .gz is inflated. With a column 'order' its rows are orders,"
                    + " those of one number are one and those with 'cancelled' 1 are none; otherwise they are comments.",
        },
        mixinStandardHelpOptions = true)
final class RehearseProfileCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "LOG", description = "The log.")
    private Path log;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The profile; written anew.")
    private Path out;

    @Option(
            names = "--time",
            paramLabel = "COLUMN",
            defaultValue = "ms_from_start",
            description = "The column with the moment, ms from the beginning. Default: ${DEFAULT-VALUE}.")
    private String time;

    @Option(names = "--as", paramLabel = "FLOW", description = "What the rows are: joins, orders, comments or likes.")
    private String as;

    @Option(
            names = "--from",
            paramLabel = "SECOND",
            defaultValue = "0",
            description = "Where the stretch that is counted begins. Default: ${DEFAULT-VALUE}.")
    private long from;

    @Option(names = "--lasts", paramLabel = "SECONDS", description = "How long it is. Default: to the end.")
    private Integer lasts;

    @Override
    public Integer call() throws IOException {
        require(from >= 0, "--from " + from + ": is before the beginning");
        require(
                lasts == null || (lasts > 0 && lasts <= Profile.MAX_SECONDS),
                "--lasts " + lasts + ": is not 1 to " + Profile.MAX_SECONDS);
        final Profile profile = new LogProfile(log, time, from, lasts == null ? 0 : lasts).read(flow());
        try {
            Files.writeString(out, profile.csv());
        } catch (final IOException refused) {
            throw new IOException(out + ": cannot be written: " + refused.getMessage(), refused);
        }
        final PrintWriter err = spec.commandLine().getErr();
        for (final Flow each : Profile.FLOWS) {
            long sum = 0;
            for (int second = 0; second < profile.seconds(); second++) {
                sum += profile.count(each, second);
            }
            if (sum > 0) {
                err.println(out + ": " + sum + " " + each.key() + " in " + profile.seconds() + " s");
            }
        }
        err.flush();
        return 0;
    }

    private Flow flow() {
        final Flow flow = Profile.FLOWS.stream()
                .filter(each -> each.key().equals(as))
                .findFirst()
                .orElse(null);
        require(as == null || flow != null, "--as " + as + ": is none of joins, orders, comments, likes");
        return flow;
    }

    private void require(final boolean holds, final String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
