package io.sluice.bench.load.fleet;

import io.sluice.bench.load.stage.StageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The workers that are children of this process. What they say on standard error is seen where this one's is. */
final class Children implements AutoCloseable {
    private static final long STOP_SECONDS = 5;

    private final List<Process> children = new ArrayList<>();

    /**
     * Starts them.
     *
     * @param address  of the coordinator, for a child.
     * @param ended    hears, on any thread, of the exit code of each that has ended.
     */
    // Nobody waits for what hears of the end.
    @SuppressWarnings("FutureReturnValueIgnored")
    void start(final Roster roster, final String address, final Consumer<Integer> ended) throws StageException {
        final List<String> command = new ArrayList<>(roster.workerCommand());
        command.add(address);
        final ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put(Roster.SECRET_VARIABLE, roster.secret().text());
        try {
            for (int i = 0; i < roster.local(); i++) {
                final Process child = builder.start();
                children.add(child);
                child.onExit().thenAccept(over -> ended.accept(over.exitValue()));
            }
        } catch (final IOException failed) {
            // These wait for others, who will not come.
            children.forEach(Process::destroyForcibly);
            throw new StageException("a worker of this machine cannot be started: " + failed, failed);
        }
    }

    /** Who has not ended of itself in a few seconds, the same for all, is ended. */
    @Override
    public void close() {
        final long untilNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
        for (final Process child : children) {
            try {
                if (!child.waitFor(untilNs - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    child.destroyForcibly();
                }
            } catch (final InterruptedException interrupted) {
                child.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
