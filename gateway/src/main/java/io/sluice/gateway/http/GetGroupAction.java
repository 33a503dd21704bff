package io.sluice.gateway.http;

import io.sluice.engine.view.GroupView;
import io.sluice.gateway.link.EnginePort;

/** {@code GET /operator/groups/{group}}. Any event loop. */
final class GetGroupAction implements Action {
    private static final int OK = 200;

    private final EnginePort engine;

    GetGroupAction(final EnginePort engine) {
        this.engine = engine;
    }

    @Override
    public void run(final Exchange exchange) {
        final long id = exchange.pathId("group");
        final GroupView group = engine.brandBoard().group(id);
        if (group == null) {
            throw BrandProblems.groupUnknown(id);
        }
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        json.name("group").value(id);
        json.name("name").value(group.name());
        json.name("store").value(group.store());
        json.name("guide").value(group.guide());
        OrderAnswerWriter.writeId(json, "owner", group.owner());
        json.endObject();
        exchange.answer(OK);
    }
}
