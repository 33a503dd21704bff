package io.sluice.ops;

import io.sluice.bench.load.client.TrustedRoots;
import io.sluice.gateway.imports.ImportKind;
import io.sluice.gateway.imports.ImportMode;
import io.sluice.ops.journal.ProgressBar;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sluice import}: loads a list of the brand's stores, guides, groups or viewers into a running server. */
@Command(
        name = "import",
        description = {
            "Load a list of stores, guides, groups or viewers from a CSV file into a running server.",
            "The columns are in docs/REFERRALS.md. Exits with 1 when the list, or a line of it, was refused.",
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private static final int REFUSED = 1;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "KIND", description = "stores, guides, groups or viewers; in this order.")
    private ImportKind kind;

    @Parameters(index = "1", paramLabel = "FILE", description = "The list, in UTF-8.")
    private Path file;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://localhost:8080",
            description = "The server; ${DEFAULT-VALUE} by default.")
    private URI url;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description =
                    "PEM file of the certificates by which a server of https is trusted; by default those of Java.")
    private Path roots;

    @Mixin
    private TokenOption token;

    @Option(
            names = "--mode",
            defaultValue = "ALL",
            description = "all: nothing is applied when any line is wrong. valid: the lines that are right are applied."
                    + " Default: all.")
    private ImportMode mode;

    @Option(names = "--json", description = "Print the server's answer, a JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), file + ": there is no such file");
        }
        if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new ParameterException(spec.commandLine(), "--url " + url + ": has to be http or https, and a host");
        }
        final String given = token.read(spec);
        final ListSender sender = new ListSender(url, TrustedRoots.of(roots).context());
        final String bearer = given == null ? demoToken(sender) : given;
        final JsonObject answer;
        try (ProgressBar bar =
                new ProgressBar(spec.commandLine().getErr(), ProgressBar.isTerminal(), 1, Files.size(file))) {
            answer = sender.send(kind, mode, file, bearer, bar::at);
        }
        final PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(answer.encode());
        } else {
            print(answer, out);
        }
        out.flush();
        return answer.getJsonArray("errors").isEmpty() ? 0 : REFUSED;
    }

    private String demoToken(final ListSender sender) throws IOException, InterruptedException {
        final String handedOut = sender.demoToken();
        if (handedOut == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--token-file or " + TokenOption.VARIABLE + " is needed: " + url + " hands out no token");
        }
        return handedOut;
    }

    private static void print(final JsonObject answer, final PrintWriter out) {
        final long applied = answer.getLong("applied");
        out.printf(Locale.ROOT, "%-9s  %d lines%n", answer.getString("kind"), answer.getLong("lines"));
        out.printf(
                Locale.ROOT,
                "applied    %d%s%n",
                applied,
                applied == 0
                        ? ""
                        : ", records " + answer.getLong("firstSequence") + " to " + answer.getLong("lastSequence"));
        out.printf(Locale.ROOT, "refused    %d%n", answer.getLong("refused"));
        for (int i = 0; i < answer.getJsonArray("errors").size(); i++) {
            final JsonObject error = answer.getJsonArray("errors").getJsonObject(i);
            final String field = error.getString("field");
            out.printf(
                    Locale.ROOT,
                    "line %d: %s%s: %s%n",
                    error.getLong("line"),
                    field == null ? "" : field + ", ",
                    error.getString("code"),
                    error.getString("detail"));
        }
    }
}
