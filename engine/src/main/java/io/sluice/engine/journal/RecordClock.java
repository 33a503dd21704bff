package io.sluice.engine.journal;

import net.openhft.chronicle.core.time.TimeProvider;

/**
 * Tells Chronicle the core time of the record that is being appended. So a record's cycle follows from the record alone,
 * and no step of the wall clock can break a roll. Set by the appending thread, read by any.
 */
final class RecordClock implements TimeProvider {
    private volatile long timeMs;

    /** Moves on; core time never goes back, and a time that does is not followed. */
    void advanceTo(final long recordTimeMs) {
        if (recordTimeMs > timeMs) {
            timeMs = recordTimeMs;
        }
    }

    @Override
    public long currentTimeMillis() {
        return timeMs;
    }
}
