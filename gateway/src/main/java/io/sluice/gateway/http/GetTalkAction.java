package io.sluice.gateway.http;

import io.sluice.gateway.link.EnginePort;
import java.util.Set;

/** {@code GET /operator/rooms/{room}/talk}: what waits for moderators, and what they did. Any event loop. */
final class GetTalkAction implements Action {
    private static final String ROOM = "room";
    /** The router puts the path's among the query's. */
    private static final Set<String> PARAMETERS = Set.of(ROOM);

    private static final int OK = 200;

    private final LedgerDesk desk;
    private final RoomSnapshots rooms;
    private final EnginePort engine;

    GetTalkAction(final LedgerDesk desk, final RoomSnapshots rooms, final EnginePort engine) {
        this.desk = desk;
        this.rooms = rooms;
        this.engine = engine;
    }

    @Override
    public void run(final Exchange exchange) {
        QueryParameters.of(exchange, PARAMETERS);
        final long room = exchange.pathId(ROOM);
        TalkJson.requireRoom(rooms, room);
        final TalkJson json = new TalkJson(room, engine.nowMs());
        exchange.follow(desk.askTalk(exchange.identity(), json::writeTalk), body -> exchange.answer(OK, body));
    }
}
