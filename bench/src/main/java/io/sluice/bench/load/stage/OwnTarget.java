package io.sluice.bench.load.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server of the rig's own, a process beside it, for a scenario that names no target. It has an empty journal, secrets that
 * nobody else knows, free ports of 127.0.0.1, durability DISK, and every other property at its default but one: the limit of
 * requests an address may make ({@code rate.address}) is off, because here thousands of viewers share a handful of addresses.
 * What one viewer may do, and how many tickets there are a second, is as in production. It is ended, and its directory deleted,
 * by {@link #close} alone: a rig that is told to end has to wind down first, with its server there to answer. One thread.
 */
public final class OwnTarget implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(OwnTarget.class);
    private static final int OK = 200;
    private static final int SECRET_BYTES = 32;
    private static final long READY_SECONDS = 90;
    private static final long STOP_SECONDS = 60;
    private static final long POLL_MS = 50;
    private static final int SHOWN_CHARS = 1_500;

    private final Path directory;
    private final Process process;
    private final URI url;
    private final URI management;

    private OwnTarget(final Path directory, final Process process, final int port, final int managementPort) {
        this.directory = directory;
        this.process = process;
        this.url = URI.create("http://127.0.0.1:" + port);
        this.management = URI.create("http://127.0.0.1:" + managementPort);
    }

    /**
     * Starts one and waits until it is ready.
     *
     * @param command  what serves by a configuration file, whose path is put behind it: {@code java -cp ... serve --config}.
     * @param parent   where its directory is made; its disk is the one that is measured, so no memory file system.
     * @throws StageException when it ends or does not become ready within 90 s; the message has its last words.
     */
    public static OwnTarget start(final List<String> command, final Path parent) throws StageException {
        Path directory = null;
        try {
            directory = Files.createTempDirectory(Files.createDirectories(parent), "target-");
            final int[] ports = freePorts();
            Files.writeString(configIn(directory), configuration(directory, ports[0], ports[1]));
            final List<String> arguments = new ArrayList<>(command);
            arguments.add(configIn(directory).toString());
            final Process process = new ProcessBuilder(arguments)
                    .redirectErrorStream(true)
                    .redirectOutput(logIn(directory).toFile())
                    .start();
            final OwnTarget target = new OwnTarget(directory, process, ports[0], ports[1]);
            target.awaitReady();
            return target;
        } catch (final IOException failed) {
            delete(directory);
            throw new StageException("a server of the rig's own cannot be started: " + failed, failed);
        }
    }

    /** Where viewers come in, {@code http://127.0.0.1:port}. */
    public URI url() {
        return url;
    }

    /** Its management port, {@code http://127.0.0.1:port}. */
    public URI management() {
        return management;
    }

    /** Its configuration, by whose secrets tokens are minted. */
    public Path config() {
        return configIn(directory);
    }

    /** The process, to look at what it takes. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Tells it to stop, waits up to a minute until it has, and deletes its directory; what cannot be deleted is logged. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (final InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        delete(directory);
    }

    private void awaitReady() throws StageException {
        final long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        final HttpClient client = HttpClient.newHttpClient();
        try {
            while (!isReady(client)) {
                if (process.waitFor(POLL_MS, TimeUnit.MILLISECONDS)) {
                    throw fail("ended with exit code " + process.exitValue());
                }
                if (System.nanoTime() > deadlineNs) {
                    throw fail("is not ready after " + READY_SECONDS + " s");
                }
            }
        } catch (final InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw fail("was not waited for");
        }
    }

    private boolean isReady(final HttpClient client) throws InterruptedException {
        final HttpRequest request = HttpRequest.newBuilder(management.resolve("/readyz"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (final IOException notYet) {
            return false;
        }
    }

    private StageException fail(final String what) {
        final StageException failure = new StageException("the rig's own server " + what + ": " + lastWords());
        close();
        return failure;
    }

    private String lastWords() {
        try {
            final String log =
                    Files.readString(logIn(directory), StandardCharsets.UTF_8).strip();
            return log.isEmpty() ? "it said nothing" : log.substring(Math.max(0, log.length() - SHOWN_CHARS));
        } catch (final IOException unreadable) {
            return "what it said cannot be read, " + unreadable;
        }
    }

    private static String configuration(final Path directory, final int port, final int managementPort) {
        final SecureRandom random = new SecureRandom();
        return String.join(
                "\n",
                "sluice.data=" + escaped(directory.resolve("data")),
                "sluice.engine.durability=DISK",
                "sluice.gateway.host=127.0.0.1",
                "sluice.gateway.port=" + port,
                "sluice.gateway.managementHost=127.0.0.1",
                "sluice.gateway.managementPort=" + managementPort,
                "sluice.gateway.token.secret=" + secret(random),
                "sluice.gateway.webhook.secret=" + secret(random),
                "sluice.gateway.share.secret=" + secret(random),
                "sluice.gateway.rate.address=0",
                "");
    }

    /** A property's value takes a backslash for the beginning of an escape. */
    private static String escaped(final Path path) {
        return path.toAbsolutePath().toString().replace("\\", "\\\\");
    }

    private static String secret(final SecureRandom random) {
        final byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    /** Two ports that were free a moment ago; whoever takes one meanwhile makes the start fail with a reason. */
    private static int[] freePorts() throws IOException {
        final InetAddress local = InetAddress.getLoopbackAddress();
        try (ServerSocket one = new ServerSocket(0, 1, local);
                ServerSocket other = new ServerSocket(0, 1, local)) {
            return new int[] {one.getLocalPort(), other.getLocalPort()};
        }
    }

    private static Path configIn(final Path directory) {
        return directory.resolve("sluice.properties");
    }

    private static Path logIn(final Path directory) {
        return directory.resolve("server.log");
    }

    private static void delete(final Path directory) {
        if (directory == null || !Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (final IOException | UncheckedIOException left) {
            // What the run found is worth more than a clean disk.
            LOGGER.warn("not all of the rig's own server is deleted, {} is left: {}", directory, left.toString());
        }
    }
}
