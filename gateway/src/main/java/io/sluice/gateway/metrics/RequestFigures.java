package io.sluice.gateway.metrics;

import io.sluice.engine.ring.Distribution;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/** What came of requests of one kind: how many by status, and how long they took. Any thread; it never waits. */
public final class RequestFigures {
    private static final int STATUSES = 600;
    private static final long MS = TimeUnit.MILLISECONDS.toNanos(1);

    private final AtomicLongArray counts = new AtomicLongArray(STATUSES);
    private final Distribution timesNs = new Distribution(
            MS,
            2 * MS,
            5 * MS,
            10 * MS,
            20 * MS,
            50 * MS,
            100 * MS,
            200 * MS,
            500 * MS,
            1_000 * MS,
            2_000 * MS,
            5_000 * MS,
            10_000 * MS);

    /**
     * Counts one answer.
     *
     * @param status  of HTTP, or what it would be there.
     * @param tookNs  from the request's arrival to its answer.
     */
    public void count(final int status, final long tookNs) {
        counts.getAndIncrement(status);
        timesNs.record(tookNs);
    }

    /** Counts an answer to what was never a whole request and so took no time. */
    public void count(final int status) {
        counts.getAndIncrement(status);
    }

    /** Answers with each status so far, by status. */
    AtomicLongArray counts() {
        return counts;
    }

    Distribution timesNs() {
        return timesNs;
    }
}
