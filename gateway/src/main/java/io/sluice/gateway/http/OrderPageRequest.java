package io.sluice.gateway.http;

import io.sluice.engine.protocol.ProtocolLimits;
import io.vertx.core.MultiMap;
import java.util.Set;

/**
 * Which orders a list is to have.
 *
 * @param before  only those before this one; 0 for the newest.
 * @param limit   how many at most.
 */
record OrderPageRequest(long before, int limit) {
    /** What a list is asked for with, but for what its path names. */
    static final Set<String> PARAMETERS = Set.of("before", "limit");

    private static final int DEFAULT_LIMIT = 20;

    /** Reads it from the query, which has {@code parameters} at most; the router puts the path's among them. */
    static OrderPageRequest of(final Exchange exchange, final Set<String> parameters) {
        final MultiMap query = QueryParameters.of(exchange, parameters);
        final String before = query.get("before");
        final String limit = query.get("limit");
        final long beforeOrder = before == null ? 0 : Text.orderId(before);
        final long count = limit == null ? DEFAULT_LIMIT : Text.id(limit, ProtocolLimits.MAX_PAGE);
        if (beforeOrder < 0) {
            throw JsonBody.invalid("before", "must be an order id, a string of digits");
        }
        if (count < 0) {
            throw JsonBody.invalid("limit", "must be an integer from 1 to " + ProtocolLimits.MAX_PAGE);
        }
        return new OrderPageRequest(beforeOrder, (int) count);
    }
}
