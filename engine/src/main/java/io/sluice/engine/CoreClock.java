package io.sluice.engine;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Core time: the wall clock's once at the start, but never before the last record's, and from then on as much later as
 * System.nanoTime says. A wall clock that is set back or forward while the engine runs changes nothing. Any thread.
 */
final class CoreClock implements LongSupplier {
    private final long baseMs;
    private final long baseNs;

    CoreClock(final long wallMs, final long lastRecordMs) {
        baseMs = Math.max(wallMs, lastRecordMs);
        baseNs = System.nanoTime();
    }

    /** Core time, epoch ms. */
    @Override
    public long getAsLong() {
        return baseMs + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - baseNs);
    }
}
