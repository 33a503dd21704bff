package io.sluice.gateway.http;

import io.sluice.engine.view.GuideView;
import io.sluice.gateway.link.EnginePort;

/** {@code GET /operator/guides/{guide}}. Any event loop. */
final class GetGuideAction implements Action {
    private static final int OK = 200;

    private final EnginePort engine;

    GetGuideAction(final EnginePort engine) {
        this.engine = engine;
    }

    @Override
    public void run(final Exchange exchange) {
        final long id = exchange.pathId("guide");
        final GuideView guide = engine.brandBoard().guide(id);
        if (guide == null) {
            throw BrandProblems.guideUnknown(id);
        }
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        json.name("guide").value(id);
        json.name("name").value(guide.name());
        json.name("stores").beginArray();
        for (final long store : guide.stores()) {
            json.value(store);
        }
        json.endArray();
        OrderAnswerWriter.writeId(json, "viewer", guide.viewer());
        json.name("active").value(guide.active());
        json.endObject();
        exchange.answer(OK);
    }
}
