package io.sluice.ops.journal;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** One {@code journal} command run in this process, and what it printed. */
record JournalRun(int exitCode, String out, String err) {
    static JournalRun of(final String command, final Path data, final String... options) {
        final StringWriter out = new StringWriter();
        final StringWriter err = new StringWriter();
        final List<String> arguments = new ArrayList<>(List.of(command, "--data", data.toString()));
        arguments.addAll(List.of(options));
        final int exitCode = commandLine(out, err).execute(arguments.toArray(String[]::new));
        return new JournalRun(exitCode, out.toString(), err.toString());
    }

    static CommandLine commandLine(final StringWriter out, final StringWriter err) {
        return JournalCommand.commandLine("")
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** What was printed as one object. */
    JsonObject json() {
        return new JsonObject(out);
    }

    /** The records that were printed as events, by their numbers. */
    List<Long> sequences() {
        return out.lines()
                .map(line -> new JsonObject(line).getJsonObject("data").getLong("sequence"))
                .toList();
    }
}
