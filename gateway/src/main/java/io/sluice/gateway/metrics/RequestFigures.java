package io.sluice.gateway.metrics;

import io.sluice.gateway.trace.OrderTrace;
import java.util.concurrent.atomic.AtomicLongArray;

/** What came of requests of one kind: how many by status, and how long they took. Any thread; it never waits. */
public final class RequestFigures {
    private static final int STATUSES = 600;
    private static final int INTERNAL = 500;
    private static final int LATE = 504;

    private final AtomicLongArray counts = new AtomicLongArray(STATUSES);
    private final Durations times = new Durations(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000);
    private final boolean ofOrders;

    private RequestFigures(final boolean ofOrders) {
        this.ofOrders = ofOrders;
    }

    /** Of requests of which a status is told once there was one. */
    public static RequestFigures of() {
        return new RequestFigures(false);
    }

    /**
     * Of orders. The statuses that somebody is woken for are told from the start, as 0: what appears with the first burst
     * of errors has not grown between two scrapes, and a rate over it is none.
     */
    public static RequestFigures ofOrders() {
        return new RequestFigures(true);
    }

    /**
     * Counts one answer.
     *
     * @param status  of HTTP, or what it would be there.
     * @param tookNs  from the request's arrival to its answer.
     * @param trace   of the order that was answered, null for none.
     */
    public void count(final int status, final long tookNs, final OrderTrace trace) {
        counts.getAndIncrement(status);
        times.record(tookNs, trace);
    }

    /** Counts an answer to what was never a whole request and so took no time. */
    public void count(final int status) {
        counts.getAndIncrement(status);
    }

    /** Answers with each status so far, by status. */
    AtomicLongArray counts() {
        return counts;
    }

    boolean isToldFromTheStart(final int status) {
        return ofOrders && (status == INTERNAL || status == LATE);
    }

    Durations times() {
        return times;
    }
}
