package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.opentest4j.TestAbortedException;

/**
 * Prometheus and Alertmanager as Debian has them, as processes of the test, with the files of ops/prometheus. Every time in
 * those is cut to a tenth, ranges of rates as well, so that a minute's alert fires in six seconds. Closing it ends both.
 */
final class Monitoring implements AutoCloseable {
    private static final int CUT = 10;
    private static final Pattern TIME = Pattern.compile("(?<=: |\\[)([0-9]+)([smh])(?=$|])", Pattern.MULTILINE);
    private static final Pattern PLACES = Pattern.compile(File.pathSeparator);
    private static final Map<String, Long> UNIT_MS = Map.of("s", 1_000L, "m", 60_000L, "h", 3_600_000L);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;
    private final int prometheusPort = FreePort.next();
    private final int alertmanagerPort = FreePort.next();
    private Process prometheus;
    private Process alertmanager;

    private Monitoring(final Path folder) {
        this.folder = folder;
    }

    /**
     * Starts both; returns when they are ready and Prometheus has scraped once.
     *
     * @param folder          takes their files.
     * @param managementPort  what is scraped.
     * @param pagerPort       who is told.
     */
    static Monitoring start(final Path folder, final int managementPort, final int pagerPort) {
        final Monitoring monitoring = new Monitoring(folder);
        try {
            monitoring.begin(managementPort, pagerPort);
            return monitoring;
        } catch (final RuntimeException | Error failed) {
            monitoring.close();
            throw failed;
        }
    }

    /** Skips, with a clear word, where the programs are not installed. */
    static void requireTools() {
        for (final String tool : new String[] {"promtool", "amtool", "prometheus", "prometheus-alertmanager"}) {
            if (!isInstalled(tool)) {
                final String why = "SKIPPED, " + tool
                        + " is not installed: apt-get install prometheus prometheus-alertmanager has all that is needed";
                System.out.println(why);
                throw new TestAbortedException(why);
            }
        }
    }

    private static boolean isInstalled(final String tool) {
        return PLACES.splitAsStream(System.getenv("PATH")).anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
    }

    /** Whether an alert fires, as the Alertmanager has it. */
    boolean fires(final String alert) {
        return new JsonArray(get(alertmanagerPort, "/api/v2/alerts"))
                .stream()
                        .map(JsonObject.class::cast)
                        .anyMatch(
                                one -> alert.equals(one.getJsonObject("labels").getString("alertname")));
    }

    private void begin(final int managementPort, final int pagerPort) {
        cut("recording.rules.yml", Map.of());
        cut("alerts.rules.yml", Map.of());
        cut(
                "prometheus.yml",
                Map.of("127.0.0.1:9090", address(managementPort), "127.0.0.1:9093", address(alertmanagerPort)));
        cut("alertmanager.yml", Map.of("127.0.0.1:9099", address(pagerPort)));
        Commands.run(
                "promtool", "check", "config", folder.resolve("prometheus.yml").toString());
        alertmanager = start(
                "prometheus-alertmanager",
                "--config.file=" + folder.resolve("alertmanager.yml"),
                "--storage.path=" + folder.resolve("alertmanager"),
                "--web.listen-address=" + address(alertmanagerPort),
                "--cluster.listen-address=");
        prometheus = start(
                "prometheus",
                "--config.file=" + folder.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + folder.resolve("prometheus"),
                "--web.listen-address=" + address(prometheusPort));
        await("ready", () -> isReady(alertmanagerPort) && isReady(prometheusPort) && hasScraped());
    }

    private static String address(final int port) {
        return "127.0.0.1:" + port;
    }

    /** Copies one of the files that are shipped, with its times cut. */
    private void cut(final String file, final Map<String, String> replacements) {
        try {
            String text = Files.readString(AlertRule.FOLDER.resolve(file));
            for (final Map.Entry<String, String> replacement : replacements.entrySet()) {
                text = text.replace(replacement.getKey(), replacement.getValue());
            }
            Files.writeString(folder.resolve(file), TIME.matcher(text).replaceAll(Monitoring::cut));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cut(final MatchResult time) {
        return Long.parseLong(time.group(1)) * UNIT_MS.get(time.group(2)) / CUT + "ms";
    }

    private Process start(final String... command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(logOf(command[0]).toFile())
                    .start();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String lastWords() {
        try {
            return Files.readString(logOf("prometheus")) + Files.readString(logOf("prometheus-alertmanager"));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path logOf(final String program) {
        return folder.resolve(program + ".log");
    }

    private boolean hasScraped() {
        final JsonArray result = new JsonObject(get(prometheusPort, "/api/v1/query?query=sluice_ready"))
                .getJsonObject("data")
                .getJsonArray("result");
        return !result.isEmpty();
    }

    private boolean isReady(final int port) {
        try {
            return send(port, "/-/ready").statusCode() == OK;
        } catch (final UncheckedIOException notYet) {
            return false;
        }
    }

    private String get(final int port, final String path) {
        final HttpResponse<String> answer = send(port, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(OK);
        return answer.body();
    }

    private HttpResponse<String> send(final int port, final String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://" + address(port) + path))
                            .timeout(PATIENCE)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void await(final String what, final Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .failFast(() -> assertThat(prometheus.isAlive() && alertmanager.isAlive())
                        .as(this::lastWords)
                        .isTrue())
                .until(condition);
    }

    @Override
    public void close() {
        for (final Process process : new Process[] {prometheus, alertmanager}) {
            if (process != null) {
                process.destroyForcibly().onExit().join();
            }
        }
    }
}
