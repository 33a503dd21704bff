package io.sluice.bench.load.run;

import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The run's time, which begins with it, and what is put off until later. On the loop's thread. */
final class RunClock {
    private final EventLoop loop;
    private final LongSupplier nowNs;
    private boolean stopped;

    /** A clock that reads the time of the run, ns. */
    RunClock(final EventLoop loop, final LongSupplier nowNs) {
        this.loop = loop;
        this.nowNs = nowNs;
    }

    /** A run that starts now. */
    static RunClock startingNow(final EventLoop loop) {
        final long startNs = System.nanoTime();
        return new RunClock(loop, () -> System.nanoTime() - startNs);
    }

    long nowNs() {
        return nowNs.getAsLong();
    }

    /** Takes a step later, unless the clock has been stopped by then. */
    // Only a loop that is shut down refuses, and then there is no later.
    @SuppressWarnings("FutureReturnValueIgnored")
    void after(final long ms, final Runnable step) {
        loop.schedule(
                () -> {
                    if (!stopped) {
                        step.run();
                    }
                },
                ms,
                TimeUnit.MILLISECONDS);
    }

    /** Nothing that was put off comes any more; time goes on. */
    void stop() {
        stopped = true;
    }
}
