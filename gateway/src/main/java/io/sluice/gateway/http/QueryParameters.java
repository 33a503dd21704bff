package io.sluice.gateway.http;

import io.vertx.core.MultiMap;
import java.util.Set;

/** The parameters behind a path's question mark. */
final class QueryParameters {
    private QueryParameters() {}

    /** All of them; refuses one that is not known or is given twice. */
    static MultiMap of(final Exchange exchange, final Set<String> known) {
        final MultiMap query = decoded(exchange);
        for (final String name : query.names()) {
            if (!known.contains(name)) {
                throw new RequestRefusedException(
                        new Problem(ProblemCode.UNKNOWN_FIELD, "There is no parameter of this name.").field(name));
            }
            if (query.getAll(name).size() > 1) {
                throw JsonBody.invalid(name, "must be given once");
            }
        }
        return query;
    }

    /** An integer from 1 to {@code most}, {@code otherwise} when it is not there. */
    static long integer(final MultiMap query, final String name, final long otherwise, final long most) {
        final String text = query.get(name);
        final long value = text == null ? otherwise : Text.id(text, most);
        if (value < 0) {
            throw JsonBody.invalid(name, "must be an integer from 1 to " + most);
        }
        return value;
    }

    private static MultiMap decoded(final Exchange exchange) {
        try {
            return exchange.request().params();
        } catch (final IllegalArgumentException e) {
            throw new RequestRefusedException(
                    new Problem(ProblemCode.MALFORMED_REQUEST, "The address is not percent-encoded UTF-8."));
        }
    }
}
