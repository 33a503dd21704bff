package io.sluice.gateway.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLongArray;

/** Requests of one route by status. A status gets its meter when it is first answered. Any thread. */
public final class RouteRequests {
    private static final int STATUSES = 600;

    private final MeterRegistry registry;
    private final String route;
    private final AtomicLongArray counts = new AtomicLongArray(STATUSES);

    RouteRequests(final MeterRegistry registry, final String route) {
        this.registry = registry;
        this.route = route;
    }

    /** Counts one answer with this status. */
    public void count(final int status) {
        if (counts.getAndIncrement(status) == 0) {
            FunctionCounter.builder("sluice.http.requests", counts, all -> all.get(status))
                    .description("Requests answered, by route and status")
                    .tag("route", route)
                    .tag("status", Integer.toString(status))
                    .register(registry);
        }
    }
}
