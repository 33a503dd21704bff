package io.sluice.gateway.http;

import io.sluice.engine.view.PolicyView;
import io.sluice.gateway.link.EnginePort;
import java.util.concurrent.TimeUnit;

/** {@code GET /operator/attribution-policy}; before the first it has version 0 and no rules. Any event loop. */
final class GetPolicyAction implements Action {
    private static final int OK = 200;
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);
    private static final long HOUR_MS = TimeUnit.HOURS.toMillis(1);

    private final EnginePort engine;

    GetPolicyAction(final EnginePort engine) {
        this.engine = engine;
    }

    @Override
    public void run(final Exchange exchange) {
        final PolicyView policy = engine.brandBoard().policy();
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        json.name("version").value(policy.version());
        json.name("rules").beginArray();
        policy.rules().forEach(rule -> json.value(rule.name()));
        json.endArray();
        json.name("binding").value(policy.binding().name());
        json.name("bindingDays").value(roundedUp(policy.bindingMs(), DAY_MS));
        json.name("touchWindowHours").value(roundedUp(policy.touchWindowMs(), HOUR_MS));
        json.endObject();
        exchange.answer(OK);
    }

    /** What is no whole day or hour did not come by this API; it is rounded up, for 0 days are for good. */
    private static long roundedUp(final long ms, final long unitMs) {
        return (ms + unitMs - 1) / unitMs;
    }
}
