package io.sluice.gateway.http;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Set;

/** {@code GET /operator/items/{item}/stocks}: those that are open, by pages. Any event loop. */
final class GetStocksAction implements Action {
    private static final String ITEM = "item";
    /** The router puts the path's among the query's. */
    private static final Set<String> PARAMETERS = Set.of(ITEM, "after", "limit");

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;
    private static final int OK = 200;

    private final RoomSnapshots rooms;

    GetStocksAction(final RoomSnapshots rooms) {
        this.rooms = rooms;
    }

    @Override
    public void run(final Exchange exchange) {
        final MultiMap query = QueryParameters.of(exchange, PARAMETERS);
        final int after = (int) QueryParameters.integer(query, "after", 0, Integer.MAX_VALUE);
        final int limit = (int) QueryParameters.integer(query, "limit", DEFAULT_LIMIT, MAX_LIMIT);
        final long item = exchange.pathId(ITEM);
        exchange.follow(rooms.stocks(item, after, limit), stocks -> answer(exchange, item, stocks));
    }

    private static void answer(final Exchange exchange, final long item, final Buffer stocks) {
        if (stocks == null) {
            exchange.refuse(new Problem(ProblemCode.ITEM_UNKNOWN, "There is no item " + item + ".").field(ITEM));
        } else {
            exchange.answer(OK, stocks);
        }
    }
}
