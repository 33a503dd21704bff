package io.sluice.bench.load.run;

import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;

/** The run's time, which begins with it, and what is put off until later. On the loop's thread. */
final class RunClock {
    private final EventLoop loop;
    private final long startNs;

    /** A run that starts at {@code startNs} of {@link System#nanoTime}. */
    RunClock(final EventLoop loop, final long startNs) {
        this.loop = loop;
        this.startNs = startNs;
    }

    long nowNs() {
        return System.nanoTime() - startNs;
    }

    // Only a loop that is shut down refuses, and then there is no later.
    @SuppressWarnings("FutureReturnValueIgnored")
    void after(final long ms, final Runnable step) {
        loop.schedule(step, ms, TimeUnit.MILLISECONDS);
    }
}
