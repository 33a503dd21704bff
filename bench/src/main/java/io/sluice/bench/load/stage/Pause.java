package io.sluice.bench.load.stage;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A wait between two questions to a target that nothing else would tell. */
final class Pause {
    private Pause() {}

    /** Waits; fails when the thread is interrupted, which stays so. */
    static void of(final long time, final TimeUnit unit) throws StageException {
        try {
            // Nobody counts it down: it ends by its time, or by the interruption.
            final boolean counted = new CountDownLatch(1).await(time, unit);
            assert !counted;
        } catch (final InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StageException("interrupted", interrupted);
        }
    }
}
