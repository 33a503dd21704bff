package io.sluice.gateway.http;

import io.sluice.engine.view.Ledger;
import io.sluice.engine.view.LedgerPayout;
import io.vertx.core.MultiMap;
import java.util.Set;

/** {@code GET /operator/payouts/{payout}}: whom it pays what, by pages. Any event loop. */
final class GetPayoutAction implements Action {
    private static final String PAYOUT = "payout";
    /** The router puts the path's among the query's. */
    private static final Set<String> PARAMETERS = Set.of(PAYOUT, "after", "limit", "format");

    private static final int MAX_LIMIT = 1_000;
    private static final int MAX_TABLE_LIMIT = 50_000;

    private final LedgerDesk desk;
    private final AccountHolders holders;

    GetPayoutAction(final LedgerDesk desk, final AccountHolders holders) {
        this.desk = desk;
        this.holders = holders;
    }

    @Override
    public void run(final Exchange exchange) {
        final MultiMap query = QueryParameters.of(exchange, PARAMETERS);
        final boolean csv = LedgerQuery.wantsCsv(query);
        final int most = csv ? MAX_TABLE_LIMIT : MAX_LIMIT;
        final long after = LedgerQuery.number(query, "after", 0, Integer.MAX_VALUE);
        final long limit = LedgerQuery.number(query, "limit", most, most);
        final long id = exchange.pathId(PAYOUT);
        LedgerAnswer.send(exchange, desk.ask(exchange.identity(), ledger -> {
            final LedgerPayout payout = known(ledger, id);
            final int from = (int) Math.min(payout.size(), after);
            final int end = (int) Math.min(payout.size(), after + limit);
            return csv ? table(ledger, payout, from, end) : json(ledger, payout, from, end);
        }));
    }

    private static LedgerPayout known(final Ledger ledger, final long id) {
        final LedgerPayout payout = ledger.payout(id);
        if (payout == null) {
            throw new RequestRefusedException(
                    new Problem(ProblemCode.PAYOUT_UNKNOWN, "There is no payout " + id + ".").field(PAYOUT));
        }
        return payout;
    }

    private LedgerAnswer json(final Ledger ledger, final LedgerPayout payout, final int from, final int end) {
        final JsonWriter json = LedgerAnswer.begin(ledger);
        PayoutJson.writeMembers(json, payout);
        json.name("lines").beginArray();
        for (int i = from; i < end; i++) {
            json.beginObject().name("account");
            holders.of(payout.account(i)).write(json);
            json.name("amountFen").value(payout.amountFen(i)).endObject();
        }
        json.endArray();
        OrderAnswerWriter.writeId(json, "next", next(payout, end));
        json.endObject();
        return LedgerAnswer.json(json);
    }

    private LedgerAnswer table(final Ledger ledger, final LedgerPayout payout, final int from, final int end) {
        final CsvWriter csv = new CsvWriter("payout", "state", "until", "kind", "id", "name", "amount_fen");
        for (int i = from; i < end; i++) {
            final AccountHolder holder = holders.of(payout.account(i));
            csv.value(payout.id()).plain(payout.state().name()).plain(Rfc3339.format(payout.untilMs()));
            csv.plain(holder.kind().name()).value(holder.id()).text(holder.name());
            csv.value(payout.amountFen(i)).endRow();
        }
        return LedgerAnswer.csv(ledger, csv, PAYOUT + '-' + payout.id(), next(payout, end));
    }

    private static int next(final LedgerPayout payout, final int end) {
        return end < payout.size() ? end : 0;
    }
}
