package io.sluice.gateway.http;

import io.sluice.engine.view.Ledger;
import io.sluice.engine.view.LedgerPayout;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Set;

/** {@code GET /operator/payouts}, the newest first. Any event loop. */
final class ListPayoutsAction implements Action {
    private static final Set<String> PARAMETERS = Set.of("before", "limit");
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    private final LedgerDesk desk;

    ListPayoutsAction(final LedgerDesk desk) {
        this.desk = desk;
    }

    @Override
    public void run(final Exchange exchange) {
        final MultiMap query = QueryParameters.of(exchange, PARAMETERS);
        final long before = LedgerQuery.number(query, "before", Long.MAX_VALUE, Long.MAX_VALUE);
        final long limit = LedgerQuery.number(query, "limit", DEFAULT_LIMIT, MAX_LIMIT);
        LedgerAnswer.send(exchange, desk.ask(exchange.identity(), ledger -> page(ledger, before, limit)));
    }

    /** Payouts that were opened before a record. */
    private static LedgerAnswer page(final Ledger ledger, final long before, final long limit) {
        final JsonWriter json = LedgerAnswer.begin(ledger);
        final List<LedgerPayout> payouts = ledger.payouts();
        int index = payouts.size() - 1;
        while (index >= 0 && payouts.get(index).openedAt() >= before) {
            index--;
        }
        json.name("payouts").beginArray();
        long last = 0;
        for (long left = limit; left > 0 && index >= 0; left--) {
            final LedgerPayout payout = payouts.get(index--);
            json.beginObject();
            PayoutJson.writeMembers(json, payout);
            json.endObject();
            last = payout.openedAt();
        }
        json.endArray();
        OrderAnswerWriter.writeId(json, "next", index >= 0 ? last : 0);
        json.endObject();
        return LedgerAnswer.json(json);
    }
}
