package io.sluice.gateway.http;

import io.sluice.gateway.link.EnginePort;
import java.util.Set;

/** {@code GET /operator/rooms/{room}/figures}: what the journal says of a show. Any event loop. */
final class GetFiguresAction implements Action {
    private static final String ROOM = "room";
    /** The router puts the path's among the query's. */
    private static final Set<String> PARAMETERS = Set.of(ROOM);

    private static final int OK = 200;

    private final LedgerDesk desk;
    private final RoomSnapshots rooms;
    private final EnginePort engine;

    GetFiguresAction(final LedgerDesk desk, final RoomSnapshots rooms, final EnginePort engine) {
        this.desk = desk;
        this.rooms = rooms;
        this.engine = engine;
    }

    @Override
    public void run(final Exchange exchange) {
        QueryParameters.of(exchange, PARAMETERS);
        final long room = exchange.pathId(ROOM);
        final int viewers = rooms.viewers(room);
        if (viewers == RoomSnapshots.NO_ROOM) {
            throw new RequestRefusedException(
                    new Problem(ProblemCode.ROOM_UNKNOWN, "There is no room " + room + ".").field(ROOM));
        }
        final FiguresJson figures =
                new FiguresJson(room, viewers, engine.nowMs(), exchange.loop().admission());
        exchange.follow(desk.askShows(exchange.identity(), figures::write), body -> exchange.answer(OK, body));
    }
}
