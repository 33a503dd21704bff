package io.sluice.engine;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Core time: the wall clock's once at the start, but never before the last record's, and from then on as much later as
 * the context's nanoClock says, which is System.nanoTime but in a rehearsal. A wall clock that is set back or forward while
 * the engine runs changes nothing. Any thread.
 */
final class CoreClock implements LongSupplier {
    private final long baseMs;
    private final long baseNs;
    private final LongSupplier nanoClock;

    CoreClock(final long wallMs, final long lastRecordMs, final LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        baseMs = Math.max(wallMs, lastRecordMs);
        baseNs = nanoClock.getAsLong();
    }

    /** Core time, epoch ms. */
    @Override
    public long getAsLong() {
        return baseMs + TimeUnit.NANOSECONDS.toMillis(nanoClock.getAsLong() - baseNs);
    }
}
