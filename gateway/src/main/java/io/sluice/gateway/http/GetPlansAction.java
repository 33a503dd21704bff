package io.sluice.gateway.http;

import io.sluice.engine.protocol.PlanScope;
import io.sluice.engine.view.PlanView;
import io.sluice.engine.view.ShareView;
import io.sluice.gateway.link.EnginePort;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** {@code GET /operator/plans}: changed last first, by pages. Any event loop. */
final class GetPlansAction implements Action {
    private static final Set<String> PARAMETERS = Set.of("before", "limit");
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;
    private static final int OK = 200;
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);

    private final EnginePort engine;

    GetPlansAction(final EnginePort engine) {
        this.engine = engine;
    }

    @Override
    public void run(final Exchange exchange) {
        final MultiMap query = QueryParameters.of(exchange, PARAMETERS);
        final int before = (int) QueryParameters.integer(query, "before", Integer.MAX_VALUE, Integer.MAX_VALUE);
        final int limit = (int) QueryParameters.integer(query, "limit", DEFAULT_LIMIT, MAX_LIMIT);
        // One more than is shown tells whether there are more.
        final List<PlanView> plans = engine.brandBoard().plans().plansBefore(before, limit + 1);
        final List<PlanView> shown = plans.subList(0, Math.min(limit, plans.size()));
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        json.name("plans").beginArray();
        shown.forEach(plan -> write(json, plan));
        json.endArray();
        if (plans.size() > limit) {
            json.name("next").value(shown.get(limit - 1).version());
        }
        json.endObject();
        exchange.answer(OK);
    }

    private static void write(final JsonWriter json, final PlanView plan) {
        json.beginObject().name("scope").value(plan.scope().name());
        if (plan.scope() != PlanScope.BRAND) {
            json.name(plan.scope() == PlanScope.OFFER ? "offer" : "category").value(plan.target());
        }
        json.name("version").value(plan.version());
        json.name("returnDays").value(roundedUp(plan.returnWindowMs()));
        json.name("shares").beginArray();
        for (final ShareView share : plan.shares()) {
            json.beginObject().name("payee").value(share.payee().name());
            json.name("basisPoints").value(share.basisPoints());
            json.name("fixedFen").value(share.fixedFen());
            json.name("capFen").value(share.capFen()).endObject();
        }
        json.endArray().endObject();
    }

    /** What is no whole day did not come by this API. */
    private static long roundedUp(final long ms) {
        return (ms + DAY_MS - 1) / DAY_MS;
    }
}
