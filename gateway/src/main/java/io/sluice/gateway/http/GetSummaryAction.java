package io.sluice.gateway.http;

import io.sluice.engine.view.SummaryBoard;
import io.sluice.gateway.link.EnginePort;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Set;

/**
 * {@code GET /operator/rooms/{room}/summary} and {@code GET /operator/rooms/{room}/summary.csv}: a show summed up. Any event
 * loop.
 */
final class GetSummaryAction implements Action {
    private static final String ROOM = "room";
    /** The router puts the path's among the query's. */
    private static final Set<String> PARAMETERS = Set.of(ROOM);

    private static final int OK = 200;

    private final LedgerDesk desk;
    private final RoomSnapshots rooms;
    private final EnginePort engine;
    private final boolean asTable;

    private GetSummaryAction(
            final LedgerDesk desk, final RoomSnapshots rooms, final EnginePort engine, final boolean asTable) {
        this.desk = desk;
        this.rooms = rooms;
        this.engine = engine;
        this.asTable = asTable;
    }

    /** Answers with JSON. */
    static GetSummaryAction asJson(final LedgerDesk desk, final RoomSnapshots rooms, final EnginePort engine) {
        return new GetSummaryAction(desk, rooms, engine, false);
    }

    /** Answers with CSV. */
    static GetSummaryAction asTable(final LedgerDesk desk, final RoomSnapshots rooms, final EnginePort engine) {
        return new GetSummaryAction(desk, rooms, engine, true);
    }

    @Override
    public void run(final Exchange exchange) {
        QueryParameters.of(exchange, PARAMETERS);
        final long room = exchange.pathId(ROOM);
        if (rooms.viewers(room) == RoomSnapshots.NO_ROOM) {
            throw new RequestRefusedException(
                    new Problem(ProblemCode.ROOM_UNKNOWN, "There is no room " + room + ".").field(ROOM));
        }
        final Future<Buffer> written = desk.askSummaries(exchange.identity(), board -> write(board, room));
        exchange.follow(written, body -> answer(exchange, room, body));
    }

    private Buffer write(final SummaryBoard board, final long room) {
        return asTable
                ? new SummaryTable(room, engine.brandBoard()).write(board)
                : new SummaryJson(room, engine.brandBoard()).write(board);
    }

    private void answer(final Exchange exchange, final long room, final Buffer body) {
        if (asTable) {
            exchange.answerTable(body, "room-" + room + "-summary.csv");
        } else {
            exchange.answer(OK, body);
        }
    }
}
