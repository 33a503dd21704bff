package io.sluice.gateway.http;

import io.sluice.engine.protocol.TouchKind;
import io.sluice.engine.view.GuideView;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.share.ShareCode;

/** {@code POST /guides/me/served}. One event loop's. */
final class NoteServedAction extends TouchAnswer implements Action {
    private final EnginePort engine;

    NoteServedAction(final EnginePort engine) {
        this.engine = engine;
    }

    @Override
    public void run(final Exchange exchange) {
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        long viewer = 0;
        long store = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "viewer" -> viewer = json.id();
                case "store" -> store = json.id();
                default -> throw json.unknown();
            }
        }
        json.end();
        json.require(viewer != 0, "viewer");
        final long subject = exchange.identity().subject();
        final GuideView guide = engine.brandBoard().guideOfViewer(subject);
        if (guide == null) {
            throw BrandProblems.noGuideIs(subject);
        }
        final ShareCode served = new ShareCode(0, 0, store, guide.id(), 0, 0, 0);
        exchange.send(new TouchWriter(viewer, TouchKind.SERVED, served, ""), this);
    }
}
