package io.sluice.gateway.http;

import io.vertx.core.MultiMap;
import java.util.Set;

/** {@code GET /rooms/{room}/offers/{offer}/reviews}: what buyers say of the offer's item, wherever they bought it. Any event loop. */
final class ListReviewsAction implements Action {
    private static final String ROOM = "room";
    private static final String OFFER = "offer";
    /** The router puts the path's among the query's. */
    private static final Set<String> PARAMETERS = Set.of(ROOM, OFFER, "before", "limit");

    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 50;

    private final LedgerDesk desk;
    private final RoomSnapshots rooms;

    ListReviewsAction(final LedgerDesk desk, final RoomSnapshots rooms) {
        this.desk = desk;
        this.rooms = rooms;
    }

    @Override
    public void run(final Exchange exchange) {
        final MultiMap query = QueryParameters.of(exchange, PARAMETERS);
        final long before = QueryParameters.integer(query, "before", Long.MAX_VALUE, Long.MAX_VALUE);
        final int limit = (int) QueryParameters.integer(query, "limit", DEFAULT_LIMIT, MAX_LIMIT);
        final long offer = exchange.pathId(OFFER);
        final long item = rooms.itemOf(exchange.pathId(ROOM), offer);
        if (item == 0) {
            throw new RequestRefusedException(Problems.offerUnknown(offer));
        }
        LedgerAnswer.send(
                exchange,
                desk.askReviews(
                        exchange.identity(),
                        board -> LedgerAnswer.json(new ReviewsJson(limit).ofItem(board, item, before))));
    }
}
