package io.sluice.gateway.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Gathers a body up to its limit and refuses it at the first byte past that. On the exchange's event loop. */
final class BodyCollector implements Handler<Buffer> {
    private static final byte[] EMPTY = {};
    private static final String CONTINUE = "100-continue";

    private final Exchange exchange;
    private final EndpointHandler endpoint;
    private final int maxBytes;
    private byte[] first = EMPTY;
    private Buffer gathered;
    private boolean refused;

    BodyCollector(final Exchange exchange, final EndpointHandler endpoint, final int maxBytes) {
        this.exchange = exchange;
        this.endpoint = endpoint;
        this.maxBytes = maxBytes;
    }

    void collect() {
        final HttpServerRequest request = exchange.request();
        final String length = request.headers().get(HttpHeaders.CONTENT_LENGTH);
        if (length != null && isTooLong(length)) {
            throw new RequestRefusedException(tooLarge());
        }
        if (CONTINUE.equalsIgnoreCase(request.headers().get(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        request.handler(this);
        request.endHandler(this::onEnd);
    }

    @Override
    public void handle(final Buffer chunk) {
        if (refused) {
            return;
        }
        final int before = gathered == null ? first.length : gathered.length();
        if (before + chunk.length() > maxBytes) {
            refused = true;
            exchange.refuse(tooLarge());
        } else if (before == 0) {
            first = chunk.getBytes();
        } else {
            if (gathered == null) {
                gathered = Buffer.buffer(maxBytes).appendBytes(first);
            }
            gathered.appendBuffer(chunk);
        }
    }

    private void onEnd(final Void nothing) {
        if (!refused) {
            exchange.body(gathered == null ? first : gathered.getBytes());
            endpoint.onBody(exchange);
        }
    }

    private boolean isTooLong(final String length) {
        final long bytes = Text.id(length, Long.MAX_VALUE);
        return bytes > maxBytes;
    }

    private Problem tooLarge() {
        return new Problem(ProblemCode.BODY_TOO_LARGE, "A body has at most " + maxBytes + " bytes.").limit(maxBytes);
    }
}
