package io.sluice.gateway.http;

import io.sluice.gateway.admission.Identity;
import java.util.List;

/**
 * {@code GET /operator/me}: what somebody who works here may do, so that the console shows nobody a button that would be
 * refused. One event loop's.
 */
final class GetMyRightsAction implements Action {
    private static final int OK = 200;

    private final List<Endpoint> endpoints;

    /**
     * The action.
     *
     * @param endpoints  all operations; they may be added to until the first request comes.
     */
    GetMyRightsAction(final List<Endpoint> endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public void run(final Exchange exchange) {
        final Identity who = exchange.identity();
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        json.name("subject").value(who.subject());
        json.name("role").value(who.role().claim());
        json.name("may").beginArray();
        for (final Endpoint endpoint : endpoints) {
            if (endpoint.roles().contains(who.role())) {
                json.value(endpoint.name());
            }
        }
        json.endArray();
        json.endObject();
        exchange.answer(OK);
    }
}
