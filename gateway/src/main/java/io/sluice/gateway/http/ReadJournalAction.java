package io.sluice.gateway.http;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.gateway.link.EnginePort;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.time.DateTimeException;
import java.util.Set;

/** {@code GET /journal}, for downstream systems. Any event loop. */
final class ReadJournalAction implements Action {
    private static final Set<String> PARAMETERS = Set.of("from", "at", "follow");
    private static final CharSequence NDJSON = HttpHeaders.createOptimized("application/x-ndjson");
    private static final int OK = 200;
    private static final int RETRY_SECONDS = 5;

    private final JournalFeeds feeds;

    ReadJournalAction(final JournalFeeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public void run(final Exchange exchange) {
        final JournalPosition position = position(QueryParameters.of(exchange, PARAMETERS), feeds.engine());
        final Context eventLoop = Vertx.currentContext();
        final HttpServerResponse response = exchange.request().response();
        final JournalFeed feed = feeds.open(eventLoop, response, position);
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

    private static JournalPosition position(final MultiMap query, final EnginePort engine) {
        final String from = query.get("from");
        final String at = query.get("at");
        if (from != null && at != null) {
            throw JsonBody.invalid("at", "must not be given together with from");
        }
        final long last = engine.durableSequence();
        final long first = from == null ? 1 : from(from, last);
        return new JournalPosition(at == null ? first : 0, at == null ? 0 : at(at), last, follow(query.get("follow")));
    }

    private static long from(final String from, final long last) {
        final long first = Text.id(from, ProtocolLimits.MAX_ID);
        if (first < 0) {
            throw JsonBody.invalid("from", "must be an integer from 1 to " + ProtocolLimits.MAX_ID);
        }
        if (first > last + 1) {
            throw new RequestRefusedException(
                    new Problem(ProblemCode.SEQUENCE_AHEAD, "The last record is " + last + ".").sequence(last));
        }
        return first;
    }

    private static long at(final String at) {
        try {
            return Rfc3339.parse(at);
        } catch (final DateTimeException e) {
            throw JsonBody.invalid("at", "must be an RFC 3339 time such as 2026-11-21T12:00:00.000Z");
        }
    }

    private static boolean follow(final String follow) {
        if (follow == null || follow.equals("false")) {
            return false;
        }
        if (follow.equals("true")) {
            return true;
        }
        throw JsonBody.invalid("follow", "must be true or false");
    }
}
