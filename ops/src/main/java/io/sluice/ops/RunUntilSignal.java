package io.sluice.ops;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import picocli.CommandLine;

/** Keeps a command running until the process is told to end (Ctrl-C, SIGTERM), and then ends it as the command says. */
final class RunUntilSignal {
    private final CountDownLatch signalled = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicInteger exitCode = new AtomicInteger(1);
    private final CommandLine command;

    /** For one run of this command. */
    RunUntilSignal(final CommandLine command) {
        this.command = command;
    }

    /**
     * Waits for the signal, then runs {@code stop} on this thread. The process ends when that has returned, so whatever
     * has to be done belongs in there.
     *
     * @param stop  ends everything and answers the exit code; a failure is told, and is 1.
     */
    int run(final IntSupplier stop) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::onSignal, "sluice-stop"));
        try {
            signalled.await();
            exitCode.set(stop.getAsInt());
        } catch (final InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (final RuntimeException failure) {
            // Told here: the process halts as soon as this is counted down.
            Sluice.tell(failure, command);
        } finally {
            stopped.countDown();
        }
        return exitCode.get();
    }

    /** A virtual machine that ends by a signal says so in its exit code; halting is the way to say something else. */
    private void onSignal() {
        signalled.countDown();
        try {
            stopped.await();
            Runtime.getRuntime().halt(exitCode.get());
        } catch (final InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
