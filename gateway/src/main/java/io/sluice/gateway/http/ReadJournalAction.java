package io.sluice.gateway.http;

import io.sluice.gateway.link.EnginePort;
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
        exchange.follow(
                eventLoop.executeBlocking(() -> request.beginningWith(firstOf(request))),
                resolved -> begin(exchange, resolved, eventLoop));
    }

    /** Number of the record that the feed begins with. Reads and writes files. */
    private long firstOf(final FeedRequest request) {
        final JournalPosition position = request.position();
        return position.from() > 0 ? confirmed(request.consumer(), position.from()) : firstAtOrAfter(position.atMs());
    }

    /** What is asked for confirms what lies before it: that much a registered consumer has done with. */
    private long confirmed(final String consumer, final long from) {
        refusePruned(from);
        if (consumer != null) {
            try {
                feeds.engine().confirm(consumer, from - 1);
            } catch (final IllegalArgumentException outside) {
                // The request was held against the journal's end; so its beginning has moved meanwhile.
                refusePruned(from);
                throw outside;
            }
        }
        return from;
    }

    private void refusePruned(final long from) {
        final long first = feeds.engine().firstSequence();
        if (from < first) {
            throw pruned(first);
        }
    }

    private long firstAtOrAfter(final long atMs) {
        final EnginePort engine = feeds.engine();
        final long found = engine.sequenceAtOrAfter(atMs);
        // After the search: what is pruned between the two must not pass for the beginning that was found.
        final long first = engine.firstSequence();
        if (first > 1 && found <= first) {
            // Whether the one before the first that is left came before the moment, nobody can tell.
            throw pruned(first);
        }
        // The search sees records that are not durable yet; the feed begins behind none of these.
        return Math.min(found, engine.durableSequence() + 1);
    }

    private static RequestRefusedException pruned(final long first) {
        return new RequestRefusedException(
                new Problem(ProblemCode.SEQUENCE_PRUNED, "The journal begins at " + first + ".").sequence(first));
    }

    private void begin(final Exchange exchange, final FeedRequest request, final Context eventLoop) {
        final HttpServerResponse response = exchange.request().response();
        if (response.closed()) {
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
