package io.sluice.gateway.http;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.gateway.link.EnginePort;
import io.vertx.core.MultiMap;
import java.util.Set;

/** {@code GET /operator/rooms/{room}/comments}: what was said, the newest first. Any event loop. */
final class ListCommentsAction implements Action {
    private static final String ROOM = "room";
    private static final String SEARCH = "search";
    /** The router puts the path's among the query's. */
    private static final Set<String> PARAMETERS = Set.of(ROOM, "before", "limit", SEARCH);

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final int MAX_SEARCH = 50;
    private static final int OK = 200;

    private final LedgerDesk desk;
    private final RoomSnapshots rooms;
    private final EnginePort engine;

    ListCommentsAction(final LedgerDesk desk, final RoomSnapshots rooms, final EnginePort engine) {
        this.desk = desk;
        this.rooms = rooms;
        this.engine = engine;
    }

    @Override
    public void run(final Exchange exchange) {
        final MultiMap query = QueryParameters.of(exchange, PARAMETERS);
        final long room = exchange.pathId(ROOM);
        final long before = QueryParameters.integer(query, "before", Long.MAX_VALUE, ProtocolLimits.MAX_ID);
        final int limit = (int) QueryParameters.integer(query, "limit", DEFAULT_LIMIT, MAX_LIMIT);
        final String search = query.contains(SEARCH) ? query.get(SEARCH).strip() : "";
        if (search.length() > MAX_SEARCH) {
            throw JsonBody.invalid(SEARCH, "must be no longer than " + MAX_SEARCH);
        }
        TalkJson.requireRoom(rooms, room);
        final TalkJson json = new TalkJson(room, engine.nowMs());
        exchange.follow(
                desk.askTalk(exchange.identity(), board -> json.writeComments(board, before, search, limit)),
                body -> exchange.answer(OK, body));
    }
}
