package io.sluice.bench.load.stage;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A wait between two questions to a target that would not call back. Any thread. */
final class Pause {
    private Pause() {}

    /** Waits about so long; fails when the thread is interrupted, and leaves it so. */
    static void of(final long time, final TimeUnit unit) throws StageException {
        LockSupport.parkNanos(unit.toNanos(time));
        if (Thread.currentThread().isInterrupted()) {
            throw new StageException("interrupted");
        }
    }
}
