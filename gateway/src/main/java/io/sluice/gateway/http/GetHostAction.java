package io.sluice.gateway.http;

import io.sluice.engine.view.HostView;
import io.sluice.gateway.link.EnginePort;

/** {@code GET /operator/rooms/{room}/host}; without store and guide the room is head office's. Any event loop. */
final class GetHostAction implements Action {
    private static final int OK = 200;

    private final EnginePort engine;
    private final RoomSnapshots rooms;

    GetHostAction(final EnginePort engine, final RoomSnapshots rooms) {
        this.engine = engine;
        this.rooms = rooms;
    }

    @Override
    public void run(final Exchange exchange) {
        final long room = exchange.pathId("room");
        final HostView host = engine.brandBoard().host(room);
        if (host == null) {
            GetRoomAction.picture(rooms, room);
        }
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        json.name("room").value(room);
        if (host != null) {
            OrderAnswerWriter.writeId(json, "store", host.store());
            OrderAnswerWriter.writeId(json, "guide", host.guide());
        }
        json.endObject();
        exchange.answer(OK);
    }
}
