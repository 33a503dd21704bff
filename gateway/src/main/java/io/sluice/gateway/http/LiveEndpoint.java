package io.sluice.gateway.http;

import io.sluice.gateway.admission.Ticket;
import io.vertx.core.http.HttpServerRequest;

/** Where live connections are made, one an event loop. */
@FunctionalInterface
public interface LiveEndpoint {
    /**
     * Whether and why not one more viewer may connect to a room. On the event loop; before the ticket is used up.
     *
     * @return null when they may.
     */
    default Problem refusal(final long room) {
        return null;
    }

    /**
     * Upgrades the request. On the event loop, after method, origin, address and ticket were found good; the ticket is
     * used up by now.
     */
    void join(HttpServerRequest request, Ticket ticket);
}
