package io.sluice.ops;

import io.sluice.engine.EngineContext;
import io.sluice.engine.JournalAudit;
import io.sluice.engine.journal.JournalDirectory;
import io.sluice.gateway.GatewayContext;
import io.sluice.gateway.GatewayProperty;
import io.sluice.gateway.admission.Role;
import io.sluice.gateway.admission.TokenSecret;
import io.sluice.ops.demo.DemoBrand;
import io.sluice.ops.demo.DemoSeeder;
import io.sluice.ops.demo.DemoShow;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sluice demo}: a seeded brand, a live room that sells, and a crowd that buys, all in this process. */
@Command(
        name = "demo",
        description = "Show a live room that sells a real catalogue to a crowd; Ctrl-C ends it with an audit.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final String LOCALHOST = "127.0.0.1";
    private static final String EVERYWHERE = "0.0.0.0";
    private static final long STEP_SECONDS = 60;
    private static final long TOKEN_HOURS = 12;
    private static final int MAX_CROWD = 5_000;
    private static final int FAILED = 1;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--host",
            defaultValue = LOCALHOST,
            description = "Address to listen at; ${DEFAULT-VALUE} by default, for the demo hands an operator's token to"
                    + " whoever asks.")
    private String host;

    @Option(names = "--port", defaultValue = "8080", description = "Public port; ${DEFAULT-VALUE} by default.")
    private int port;

    @Option(
            names = "--management-port",
            defaultValue = "9090",
            description = "Port of health and metrics; ${DEFAULT-VALUE} by default.")
    private int managementPort;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the journal lies: an empty directory is seeded, a used one continued."
                    + " A new temporary directory by default.")
    private Path data;

    @Option(
            names = "--crowd",
            paramLabel = "N",
            defaultValue = "200",
            description = "Viewers of the crowd, 0 for silence; ${DEFAULT-VALUE} by default.")
    private int crowd;

    @Override
    public Integer call() throws IOException {
        if (crowd < 0 || crowd > MAX_CROWD) {
            throw new ParameterException(spec.commandLine(), "--crowd " + crowd + ": from 0 to " + MAX_CROWD);
        }
        final Path directory = data == null ? Files.createTempDirectory("sluice-demo-") : data;
        try {
            final GatewayContext context = gatewayContext(directory);
            final SluiceServer server = SluiceServer.launch(
                    new EngineContext().dataDirectory(directory), context, context.settings(directory, "demo"));
            final DemoBrand brand = DemoBrand.load();
            final DemoShow show = open(server, brand);
            printAddresses(server, brand, context, directory);
            return new RunUntilSignal(spec.commandLine()).run(() -> stop(show, server, directory));
        } catch (final IllegalArgumentException off) {
            throw new ParameterException(spec.commandLine(), off.getMessage(), off);
        }
    }

    /** The crowd comes from one address, which no limit by address may hold back. */
    private GatewayContext gatewayContext(final Path directory) throws IOException {
        final String secret = TokenSecret.of(directory);
        return new GatewayContext()
                .set(GatewayProperty.DEMO, "true")
                .set(GatewayProperty.HOST, host)
                .set(GatewayProperty.PORT, port)
                .set(GatewayProperty.MANAGEMENT_PORT, managementPort)
                .set(GatewayProperty.TOKEN_SECRET, secret)
                .set(GatewayProperty.WEBHOOK_SECRET, secret)
                .set(GatewayProperty.SHARE_SECRET, secret)
                .set(GatewayProperty.ADDRESS_PER_SECOND, 0);
    }

    private DemoShow open(final SluiceServer server, final DemoBrand brand) throws IOException {
        final SeedProgress progress =
                SeedProgress.of(server.engine(), brand.room().id());
        final boolean isNew = !progress.isDone();
        if (isNew) {
            final DemoSeeder seeder = new DemoSeeder(server.vertx(), brand, reachableHost(), server.port());
            SluiceServer.await(seeder.seed(progress.stockedItems()), STEP_SECONDS);
        }
        // A crowd that comes again is another crowd: the old one has spent its limits.
        final long seed = isNew ? 1 : server.engine().durableSequence();
        final DemoShow show = new DemoShow(server.vertx(), brand, reachableHost(), server.port(), crowd, seed);
        SluiceServer.await(show.start(), STEP_SECONDS);
        return show;
    }

    /** Where the crowd finds a server that may listen at every address. */
    private String reachableHost() {
        return host.equals(EVERYWHERE) ? LOCALHOST : host;
    }

    private void printAddresses(
            final SluiceServer server, final DemoBrand brand, final GatewayContext context, final Path directory) {
        final String shownHost = reachableHost().equals(LOCALHOST) ? "localhost" : host;
        final String base = "http://" + shownHost + ":" + server.port();
        final long tokensEndMs = System.currentTimeMillis() + TimeUnit.HOURS.toMillis(TOKEN_HOURS);
        final String feedToken = context.tokenIssuer().issue(Role.DOWNSTREAM, 1, null, tokensEndMs);
        final DemoBrand.Guide host = brand.guides().get(0);
        final String guideToken = context.tokenIssuer().issue(Role.GUIDE, host.viewer(), host.name(), tokensEndMs);
        final PrintWriter out = spec.commandLine().getOut();
        out.println("live room     " + base + "/rooms/" + brand.room().id());
        out.println("earnings      " + base + "/earnings#token=" + guideToken);
        out.println("API docs      " + base + "/docs");
        out.println("metrics       http://localhost:" + server.managementPort() + "/metrics");
        out.println("journal feed  curl -N -H 'Authorization: Bearer " + feedToken + "' '" + base
                + "/api/v1/journal?from=1&follow=true'");
        out.println("journal       " + directory);
        out.println("Ctrl-C ends the show with an audit.");
        out.flush();
    }

    private int stop(final DemoShow show, final SluiceServer server, final Path directory) {
        try {
            SluiceServer.await(show.close(), STEP_SECONDS);
        } finally {
            server.close();
        }
        final JournalAudit audit = JournalAudit.of(new JournalDirectory(directory));
        final PrintWriter out = spec.commandLine().getOut();
        out.println(show.summary());
        out.printf(
                Locale.ROOT,
                "audit: %d commands, %d orders, %d units sold, %d oversold, journal sequence %d, %s%n",
                audit.tally().commands(),
                audit.tally().orders(),
                audit.tally().soldUnits(),
                audit.tally().oversoldUnits(),
                audit.lastSequence(),
                audit.fault() == null ? "0 faults" : audit.fault().getMessage());
        out.flush();
        return audit.fault() == null && audit.tally().oversoldUnits() == 0 ? 0 : FAILED;
    }
}
