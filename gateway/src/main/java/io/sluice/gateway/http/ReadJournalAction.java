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
        eventLoop
                .executeBlocking(() -> firstBehind(request))
                .onSuccess(first -> begin(exchange, request, first, eventLoop))
                .onFailure(failure -> exchange.fail(new IllegalStateException(failure)));
    }

    /**
     * The journal's first record when it lies behind what is asked for, else 0. What is asked for confirms what lies before
     * it: that much a registered consumer has done with. Reads and writes files.
     */
    private long firstBehind(final FeedRequest request) {
        final long from = request.position().from();
        if (from == 0) {
            return 0;
        }
        final long first = feeds.engine().firstSequence();
        if (from < first) {
            return first;
        }
        if (request.consumer() != null) {
            feeds.engine().confirm(request.consumer(), from - 1);
        }
        return 0;
    }

    private void begin(final Exchange exchange, final FeedRequest request, final long first, final Context eventLoop) {
        final HttpServerResponse response = exchange.request().response();
        if (response.closed()) {
            return;
        }
        if (first > 0) {
            exchange.refuse(
                    new Problem(ProblemCode.SEQUENCE_PRUNED, "The journal begins at " + first + ".").sequence(first));
            return;
        }
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
