package io.sluice.gateway.http;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.view.CampaignView;
import io.sluice.gateway.link.EnginePort;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Set;

/** {@code GET /operator/campaigns}: the greatest id first, by pages. Any event loop. */
final class ListCampaignsAction implements Action {
    private static final Set<String> PARAMETERS = Set.of("before", "limit");
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;
    private static final int OK = 200;

    private final EnginePort engine;

    ListCampaignsAction(final EnginePort engine) {
        this.engine = engine;
    }

    @Override
    public void run(final Exchange exchange) {
        final MultiMap query = QueryParameters.of(exchange, PARAMETERS);
        final long before = QueryParameters.integer(query, "before", Long.MAX_VALUE, ProtocolLimits.MAX_ID);
        final int limit = (int) QueryParameters.integer(query, "limit", DEFAULT_LIMIT, MAX_LIMIT);
        // One more than is shown tells whether there are more.
        final List<CampaignView> found = engine.brandBoard().campaigns().campaignsBefore(before, limit + 1);
        final List<CampaignView> shown = found.subList(0, Math.min(limit, found.size()));
        final long nowMs = engine.nowMs();
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        json.name("campaigns").beginArray();
        shown.forEach(campaign -> CampaignJson.write(json, campaign, nowMs));
        json.endArray();
        if (found.size() > limit) {
            json.name("next").value(shown.get(limit - 1).id());
        }
        json.endObject();
        exchange.answer(OK);
    }
}
