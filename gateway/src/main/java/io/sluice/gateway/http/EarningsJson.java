package io.sluice.gateway.http;

import io.sluice.engine.view.Earning;
import java.util.List;

/** Writes what is earned of an order, or taken back. Any thread. */
final class EarningsJson {
    private EarningsJson() {}

    /** Names and writes them as the contract's {@code commission}, unless there are none. */
    static void write(final JsonWriter json, final List<Earning> earnings) {
        if (earnings.isEmpty()) {
            return;
        }
        json.name("commission").beginArray();
        for (final Earning earning : earnings) {
            json.beginObject().name("line").value(earning.line());
            json.name("payee").value(earning.payee().name());
            json.name("id").value(earning.who());
            json.name("fen").value(earning.fen());
            json.name("payableAt").time(earning.payableAtMs());
            json.name("planVersion").value(earning.planVersion()).endObject();
        }
        json.endArray();
    }
}
