package io.sluice.gateway.http;

import io.sluice.engine.view.Ledger;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;

/**
 * What the ledger's thread wrote in answer to a request.
 *
 * @param content       JSON or CSV.
 * @param fileName      of CSV; null for JSON.
 * @param fromSequence  of CSV, the record that the ledger begins with; JSON says it by itself.
 * @param next          where the next page of CSV begins; 0 when this was all.
 */
record LedgerAnswer(Buffer content, String fileName, long fromSequence, long next) {
    private static final CharSequence FROM_SEQUENCE = HttpHeaders.createOptimized("sluice-from-sequence");
    private static final CharSequence NEXT = HttpHeaders.createOptimized("sluice-next");
    private static final int OK = 200;

    /** JSON, which says by itself whether there is more. */
    static LedgerAnswer json(final JsonWriter json) {
        return json(json.toBuffer());
    }

    /** JSON that is written out. */
    static LedgerAnswer json(final Buffer json) {
        return new LedgerAnswer(json, null, 0, 0);
    }

    /** A table. */
    static LedgerAnswer csv(final Ledger ledger, final CsvWriter csv, final String fileName, final long next) {
        return new LedgerAnswer(csv.toBuffer(), fileName + ".csv", ledger.fromSequence(), next);
    }

    /** Begins JSON with the records that it is made of. */
    static JsonWriter begin(final Ledger ledger) {
        final JsonWriter json = new JsonWriter().reset().beginObject();
        json.name("fromSequence").value(ledger.fromSequence());
        json.name("asOf").value(ledger.sequence());
        return json;
    }

    /** Answers an exchange once the ledger has written. On the exchange's event loop. */
    static void send(final Exchange exchange, final Future<LedgerAnswer> written) {
        exchange.follow(written, answer -> answer.to(exchange));
    }

    private void to(final Exchange exchange) {
        if (fileName == null) {
            exchange.answer(OK, content);
            return;
        }
        final MultiMap headers = exchange.request().response().headers();
        headers.set(FROM_SEQUENCE, Long.toString(fromSequence));
        if (next > 0) {
            headers.set(NEXT, Long.toString(next));
        }
        exchange.answerTable(content, fileName);
    }
}
