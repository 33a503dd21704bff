package io.sluice.gateway.room;

import java.util.concurrent.TimeUnit;

/**
 * How often the rooms tick. A round that takes more than half of the time between two leaves too little of the event loops, and
 * of the processors they share, for who orders: ticks then come half as often, down to {@link RoomOptions#slowestTickMs()}, and
 * again as often once a round takes less than a fifth. Between the two it stays as it is. What passes meanwhile is in the next
 * tick, which shows no more comments than any. On the ticker's event loop, but for {@link #tickMs}.
 */
final class TickPace {
    private final int periodMs;
    private final int mostPeriods;
    private int passed;
    private volatile int periods = 1;

    TickPace(final RoomOptions options) {
        periodMs = options.tickMs();
        mostPeriods = Math.max(1, options.slowestTickMs() / periodMs);
        passed = mostPeriods;
    }

    /**
     * Whether rooms tick now; called once every {@link RoomOptions#tickMs()}.
     *
     * @param roundNs what the last round took on the slowest of the event loops.
     */
    boolean isDue(final long roundNs) {
        passed++;
        if (passed < periods) {
            return false;
        }
        passed = 0;
        adapt(roundNs);
        return true;
    }

    private void adapt(final long roundNs) {
        final long betweenNs = TimeUnit.MILLISECONDS.toNanos(tickMs());
        if (roundNs > betweenNs / 2) {
            periods = Math.min(periods * 2, mostPeriods);
        } else if (roundNs < betweenNs / 5) {
            periods = Math.max(periods / 2, 1);
        }
    }

    /** Time between two ticks at present. Any thread. */
    int tickMs() {
        return periods * periodMs;
    }
}
