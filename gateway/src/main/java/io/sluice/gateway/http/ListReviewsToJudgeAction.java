package io.sluice.gateway.http;

import io.sluice.engine.protocol.ReviewState;
import io.vertx.core.MultiMap;
import java.util.Set;

/** {@code GET /operator/reviews}: what waits to be judged, or what was. Any event loop. */
final class ListReviewsToJudgeAction implements Action {
    private static final String STATE = "state";
    private static final Set<String> PARAMETERS = Set.of(STATE, "before", "limit");
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    private final LedgerDesk desk;

    ListReviewsToJudgeAction(final LedgerDesk desk) {
        this.desk = desk;
    }

    @Override
    public void run(final Exchange exchange) {
        final MultiMap query = QueryParameters.of(exchange, PARAMETERS);
        final ReviewState state = state(query.get(STATE));
        final long before = QueryParameters.integer(query, "before", Long.MAX_VALUE, Long.MAX_VALUE);
        final int limit = (int) QueryParameters.integer(query, "limit", DEFAULT_LIMIT, MAX_LIMIT);
        LedgerAnswer.send(
                exchange,
                desk.askReviews(
                        exchange.identity(),
                        board -> LedgerAnswer.json(new ReviewsJson(limit).inState(board, state, before))));
    }

    private static ReviewState state(final String text) {
        if (text == null) {
            return ReviewState.WAITING;
        }
        for (final ReviewState state : ReviewState.values()) {
            if (state.name().equals(text)) {
                return state;
            }
        }
        throw JsonBody.invalid(STATE, "must be one of " + String.join(", ", Text.names(ReviewState.class)));
    }
}
