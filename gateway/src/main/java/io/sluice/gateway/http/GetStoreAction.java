package io.sluice.gateway.http;

import io.sluice.engine.view.StoreView;
import io.sluice.gateway.link.EnginePort;

/** {@code GET /operator/stores/{store}}. Any event loop. */
final class GetStoreAction implements Action {
    private static final int OK = 200;

    private final EnginePort engine;

    GetStoreAction(final EnginePort engine) {
        this.engine = engine;
    }

    @Override
    public void run(final Exchange exchange) {
        final long id = exchange.pathId("store");
        final StoreView store = engine.brandBoard().store(id);
        if (store == null) {
            throw BrandProblems.storeUnknown(id);
        }
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        json.name("store").value(id);
        json.name("name").value(store.name());
        if (store.hasPosition()) {
            json.name("latitudeE6").value(store.latitudeE6());
            json.name("longitudeE6").value(store.longitudeE6());
        }
        json.endObject();
        exchange.answer(OK);
    }
}
