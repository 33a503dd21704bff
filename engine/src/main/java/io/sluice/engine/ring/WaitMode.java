package io.sluice.engine.ring;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.PhasedBackoffWaitStrategy;
import com.lmax.disruptor.WaitStrategy;
import java.util.concurrent.TimeUnit;

/** How the core and the sealer wait for work. */
public enum WaitMode {
    /** Sleep until woken: kind to a machine that does other things, some microseconds slower to start. */
    BLOCKING,
    /** Spin for a moment, then yield, then sleep until woken. */
    BACKOFF,
    /** Never give the processor away: only where a processor each is free for the core and the sealer. */
    SPIN;

    private static final long SPIN_NS = 2_000;
    private static final long YIELD_NS = 20_000;

    WaitStrategy strategy() {
        return switch (this) {
            case BLOCKING -> new BlockingWaitStrategy();
            case BACKOFF -> PhasedBackoffWaitStrategy.withLock(SPIN_NS, YIELD_NS, TimeUnit.NANOSECONDS);
            case SPIN -> new BusySpinWaitStrategy();
        };
    }
}
