package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * One {@code java -jar sluice.jar ...} as a shell starts it: no flag, a process of its own. What it prints is read all the
 * time, so that it never waits for its reader. Closing it kills it.
 */
public final class SluiceProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Queue<String> out = new ConcurrentLinkedQueue<>();
    private final Queue<String> err = new ConcurrentLinkedQueue<>();
    private final List<Thread> readers;

    private SluiceProcess(final Process process) {
        this.process = process;
        readers = List.of(reader(process.getInputStream(), out), reader(process.getErrorStream(), err));
    }

    /** Starts a command. */
    public static SluiceProcess start(final String... arguments) {
        return start(List.of(), arguments);
    }

    /** Starts a command with flags for Java. */
    static SluiceProcess start(final List<String> flags, final String... arguments) {
        return start(List.of(), flags, arguments);
    }

    /** Runs a command to its end, in a shell that may open only so many files. */
    static SluiceProcess runWithDescriptors(final int most, final String... arguments) {
        final List<String> shell = List.of("sh", "-c", "ulimit -n " + most + " && exec \"$@\"", "sh");
        try (SluiceProcess process = start(shell, List.of(), arguments)) {
            process.exitCode();
            return process;
        }
    }

    private static SluiceProcess start(
            final List<String> starter, final List<String> flags, final String... arguments) {
        final List<String> command = new ArrayList<>(starter);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.add("-jar");
        command.add(System.getProperty("sluice.jar"));
        command.addAll(List.of(arguments));
        try {
            return new SluiceProcess(new ProcessBuilder(command).start());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command to its end. */
    public static SluiceProcess run(final String... arguments) {
        try (SluiceProcess process = start(arguments)) {
            process.exitCode();
            return process;
        }
    }

    /** Waits for the end. */
    public int exitCode() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("process ends; it said %s", err())
                    .isTrue();
            for (final Thread reader : readers) {
                reader.join();
            }
            return process.exitValue();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for a line on standard output that starts like this. */
    public String awaitOut(final String start) {
        return awaitLine(out, start);
    }

    /** Waits for a line on standard error that starts like this. */
    public String awaitErr(final String start) {
        return awaitLine(err, start);
    }

    /** Standard output so far. */
    public String out() {
        return String.join("\n", out);
    }

    /** Standard error so far. */
    public String err() {
        return String.join("\n", err);
    }

    /** Done when it has ended, whatever ended it. */
    CompletableFuture<Process> ended() {
        return process.onExit();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGTERM: asks it to end. By its handle, for the process itself would close what it prints to. */
    public void terminate() {
        process.toHandle().destroy();
    }

    /** SIGKILL: it gets to do nothing more. Returns when it is gone. */
    public void kill() {
        process.toHandle().destroyForcibly();
        exitCode();
    }

    /** SIGSTOP: it stands still, and the connections to it with it. */
    void pause() {
        signal("STOP");
    }

    /** SIGCONT: it goes on. */
    void resume() {
        signal("CONT");
    }

    private void signal(final String name) {
        Commands.run("kill", "-" + name, Long.toString(pid()));
    }

    @Override
    public void close() {
        kill();
    }

    private String awaitLine(final Queue<String> lines, final String start) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .failFast(() -> assertThat(process.isAlive()).as(err()).isTrue())
                .until(
                        () -> lines.stream()
                                .filter(line -> line.startsWith(start))
                                .findFirst()
                                .orElse(null),
                        line -> line != null);
    }

    private static Thread reader(final InputStream input, final Queue<String> lines) {
        final Thread reader = new Thread(() -> drain(input, lines), "sluice-output");
        reader.setDaemon(true);
        reader.start();
        return reader;
    }

    /** A process that is killed closes its end in the middle of a line or of a read. */
    private static void drain(final InputStream input, final Queue<String> lines) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (final IOException ended) {
            lines.add("(cut off: " + ended.getMessage() + ")");
        }
    }
}
