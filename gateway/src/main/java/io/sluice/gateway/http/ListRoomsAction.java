package io.sluice.gateway.http;

import io.sluice.engine.protocol.ProtocolLimits;
import io.vertx.core.MultiMap;
import java.util.Set;

/** {@code GET /operator/rooms}: all rooms by pages, the greatest id first. Any event loop. */
final class ListRoomsAction implements Action {
    private static final Set<String> PARAMETERS = Set.of("before", "limit");
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final int OK = 200;

    private final RoomSnapshots rooms;

    ListRoomsAction(final RoomSnapshots rooms) {
        this.rooms = rooms;
    }

    @Override
    public void run(final Exchange exchange) {
        final MultiMap query = QueryParameters.of(exchange, PARAMETERS);
        final long before = QueryParameters.integer(query, "before", Long.MAX_VALUE, ProtocolLimits.MAX_ID);
        final int limit = (int) QueryParameters.integer(query, "limit", DEFAULT_LIMIT, MAX_LIMIT);
        exchange.follow(rooms.list(before, limit), list -> exchange.answer(OK, list));
    }
}
