package io.sluice.ops.journal;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Model.CommandSpec;

/** Lets Ctrl-C or SIGTERM end a command's work in the middle, so that it can still say what it has done. */
public final class UntilSignal {
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean signalled;
    private volatile int exitCode = 1;

    private UntilSignal() {}

    /** Work that ends soon after it is told to, and answers the command's exit code. */
    @FunctionalInterface
    public interface Work {
        /** Does it, and looks at {@code stopped} often. */
        int run(BooleanSupplier stopped) throws IOException;
    }

    /** Runs a command's work on this thread; an interrupt of the thread stops it too. */
    public static int run(final CommandSpec command, final Work work) throws IOException {
        final UntilSignal signal = new UntilSignal();
        final Thread hook = new Thread(signal::onSignal, "sluice-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            signal.exitCode =
                    work.run(() -> signal.signalled || Thread.currentThread().isInterrupted());
        } catch (final IOException | RuntimeException failure) {
            if (!signal.signalled) {
                throw failure;
            }
            // Told here: the process halts as soon as this is counted down.
            final PrintWriter err = command.commandLine().getErr();
            err.println(command.qualifiedName() + ": " + failure.getMessage());
            err.flush();
        } finally {
            signal.done.countDown();
            signal.leave(hook);
        }
        return signal.exitCode;
    }

    /** Not once it is called, for then nothing can be taken from the virtual machine's list any more. */
    private void leave(final Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (final IllegalStateException ending) {
            signalled = true;
        }
    }

    /** A virtual machine that ends by a signal says so in its exit code; halting is the way to say something else. */
    private void onSignal() {
        signalled = true;
        try {
            done.await();
            Runtime.getRuntime().halt(exitCode);
        } catch (final InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
