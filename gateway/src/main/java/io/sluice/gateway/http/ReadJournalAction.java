package io.sluice.gateway.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** {@code GET /journal}, for downstream systems. Any event loop. */
final class ReadJournalAction implements Action {
    private static final CharSequence NDJSON = HttpHeaders.createOptimized("application/x-ndjson");
    private static final int OK = 200;
    private static final int RETRY_SECONDS = 5;

    private final JournalFeeds feeds;

    ReadJournalAction(final JournalFeeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public void run(final Exchange exchange) {
        final FeedRequest request =
                FeedRequestParser.parse(exchange, feeds.engine().durableSequence());
        final Context eventLoop = Vertx.currentContext();
        final HttpServerResponse response = exchange.request().response();
        final JournalFeed feed = feeds.open(eventLoop, response, request);
        if (feed == null) {
            exchange.refuse(new Problem(ProblemCode.FEEDS_FULL, "As many read the journal as may.")
                    .retryAfterSeconds(RETRY_SECONDS));
            return;
        }
        response.setChunked(true);
        response.headers().set(HttpHeaders.CONTENT_TYPE, NDJSON);
        exchange.begin(OK).writeHead();
        feed.start();
    }
}
