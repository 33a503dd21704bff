package io.sluice.gateway.http;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.view.PackView;
import io.sluice.gateway.link.EnginePort;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Set;

/** {@code GET /operator/packs}: the greatest offer first, by pages. Any event loop. */
final class ListPacksAction implements Action {
    private static final Set<String> PARAMETERS = Set.of("before", "limit");
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;
    private static final int OK = 200;

    private final EnginePort engine;

    ListPacksAction(final EnginePort engine) {
        this.engine = engine;
    }

    @Override
    public void run(final Exchange exchange) {
        final MultiMap query = QueryParameters.of(exchange, PARAMETERS);
        final long before = QueryParameters.integer(query, "before", Long.MAX_VALUE, ProtocolLimits.MAX_ID);
        final int limit = (int) QueryParameters.integer(query, "limit", DEFAULT_LIMIT, MAX_LIMIT);
        // One more than is shown tells whether there are more.
        final List<PackView> found = engine.brandBoard().campaigns().packs().packsBefore(before, limit + 1);
        final List<PackView> shown = found.subList(0, Math.min(limit, found.size()));
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        json.name("packs").beginArray();
        shown.forEach(pack -> write(json, pack));
        json.endArray();
        if (found.size() > limit) {
            json.name("next").value(shown.get(limit - 1).offer());
        }
        json.endObject();
        exchange.answer(OK);
    }

    private void write(final JsonWriter json, final PackView pack) {
        json.beginObject().name("offer").value(pack.offer());
        json.name("campaign").value(pack.campaign());
        json.name("title")
                .value(engine.brandBoard().campaigns().campaign(pack.campaign()).title());
        json.name("units").value(pack.units());
        json.name("sequence").value(pack.since()).endObject();
    }
}
