package io.sluice.gateway.http;

import java.util.Set;

/** {@code GET /me/reviews}: what the viewer wrote, the newest first, and what became of it. Any event loop. */
final class ListMyReviewsAction implements Action {
    private static final int LIMIT = 50;

    private final LedgerDesk desk;

    ListMyReviewsAction(final LedgerDesk desk) {
        this.desk = desk;
    }

    @Override
    public void run(final Exchange exchange) {
        QueryParameters.of(exchange, Set.of());
        final long viewer = exchange.identity().subject();
        LedgerAnswer.send(
                exchange,
                desk.askReviews(
                        exchange.identity(),
                        board -> LedgerAnswer.json(new ReviewsJson(LIMIT).ofViewer(board, viewer))));
    }
}
