package io.sluice.gateway.http;

import io.vertx.core.MultiMap;

/** Reads what the ledger's requests have in common from their parameters. Any thread. */
final class LedgerQuery {
    private static final String FORMAT = "format";

    private LedgerQuery() {}

    /** Whether CSV is wanted. */
    static boolean wantsCsv(final MultiMap query) {
        final String format = query.get(FORMAT);
        if (format != null && !format.equals("json") && !format.equals("csv")) {
            throw JsonBody.invalid(FORMAT, "must be json or csv");
        }
        return "csv".equals(format);
    }

    /** A number from 1 to {@code most}; {@code otherwise} when it is not given. */
    static long number(final MultiMap query, final String name, final long otherwise, final long most) {
        final String text = query.get(name);
        final long number = text == null ? otherwise : Text.id(text, most);
        if (number < 0) {
            throw JsonBody.invalid(name, "must be an integer from 1 to " + most);
        }
        return number;
    }
}
