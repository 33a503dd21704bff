package io.sluice.gateway.metrics;

import java.util.concurrent.TimeUnit;

/**
 * By how much a periodic timer came late, the worst of the last ten to twenty seconds, one that has not come yet included. Written
 * by one event loop.
 */
public final class LoopLag {
    private static final long SPAN_NS = TimeUnit.SECONDS.toNanos(10);

    private final long periodNs;
    private volatile long expectedNs;
    private long spanEndsNs;
    private volatile long before;
    private volatile long now;

    /** Of a timer that is set now and comes once in {@code periodMs}. */
    public LoopLag(final long periodMs) {
        periodNs = TimeUnit.MILLISECONDS.toNanos(periodMs);
        final long startNs = System.nanoTime();
        expectedNs = startNs + periodNs;
        spanEndsNs = startNs + SPAN_NS;
    }

    /** The timer came. Its event loop only. */
    public void onTimer() {
        final long nowNs = System.nanoTime();
        if (nowNs - spanEndsNs >= 0) {
            before = now;
            now = 0;
            spanEndsNs = nowNs + SPAN_NS;
        }
        now = Math.max(now, nowNs - expectedNs);
        expectedNs = nowNs + periodNs;
    }

    /** Nanoseconds. Any thread. */
    public long worstNs() {
        return Math.max(Math.max(before, now), System.nanoTime() - expectedNs);
    }
}
