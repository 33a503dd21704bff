package io.sluice.gateway.http;

import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.view.PointRuleView;
import io.sluice.gateway.link.EnginePort;
import java.util.concurrent.TimeUnit;

/** {@code GET /operator/points}: what each reason brings now. Any event loop. */
final class GetPointRulesAction implements Action {
    private static final int OK = 200;
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);

    private final EnginePort engine;

    GetPointRulesAction(final EnginePort engine) {
        this.engine = engine;
    }

    @Override
    public void run(final Exchange exchange) {
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        json.name("rules").beginArray();
        for (final PointReason reason : PointReason.values()) {
            if (reason.hasRule()) {
                write(json, reason, engine.brandBoard().points().rule(reason));
            }
        }
        json.endArray().endObject();
        exchange.answer(OK);
    }

    private static void write(final JsonWriter json, final PointReason reason, final PointRuleView rule) {
        json.beginObject().name("reason").value(reason.name());
        json.name("points").value(rule.points());
        json.name("dailyCap").value(rule.dailyCap());
        json.name("validDays").value(roundedUp(rule.validMs())).endObject();
    }

    /** What is no whole day did not come by this API. */
    private static long roundedUp(final long ms) {
        return (ms + DAY_MS - 1) / DAY_MS;
    }
}
