package io.sluice.gateway.http;

import io.vertx.core.buffer.Buffer;

/** A page of orders as far as it was found; the loop's writer serves others between two questions. For one request. */
final class OrderPage {
    private static final byte[] OPEN = {'{', '"', 'o', 'r', 'd', 'e', 'r', 's', '"', ':', '['};
    private static final int OK = 200;

    private final Buffer orders = Buffer.buffer(OPEN);
    private int missing;
    private long last;

    /** A page that has room for so many. */
    OrderPage(final int limit) {
        missing = limit;
    }

    /** How many more it has room for. */
    int missing() {
        return missing;
    }

    /** The order added last; 0 before the first. */
    long last() {
        return last;
    }

    /** Adds an order that was written as one object. */
    void add(final long order, final JsonWriter json) {
        if (orders.length() > OPEN.length) {
            orders.appendByte((byte) ',');
        }
        orders.appendBytes(json.toBytes());
        last = order;
        missing--;
    }

    /** Answers with it; with where the next page begins if there is more. */
    void answer(final Exchange exchange, final boolean more) {
        orders.appendByte((byte) ']');
        if (more) {
            orders.appendString(",\"next\":\"" + last + "\"");
        }
        orders.appendByte((byte) '}');
        exchange.answer(OK, orders);
    }
}
