package io.sluice.gateway.http;

import io.sluice.engine.view.Balance;
import io.sluice.engine.view.Ledger;
import io.sluice.engine.view.LedgerAccount;
import io.sluice.engine.view.Statement;
import io.sluice.engine.view.StatementBy;
import io.sluice.engine.view.StatementRow;
import io.sluice.gateway.link.EnginePort;
import java.util.Locale;
import java.util.function.Function;

/** {@code GET /operator/statements/{kind}/{id}} and {@code GET /me/statement}. Any event loop. */
final class GetStatementAction implements Action {
    private final LedgerDesk desk;
    private final EnginePort engine;
    private final Function<Exchange, AccountHolder> holders;

    /** Statements of whom {@code holders} says. */
    GetStatementAction(
            final LedgerDesk desk, final EnginePort engine, final Function<Exchange, AccountHolder> holders) {
        this.desk = desk;
        this.engine = engine;
        this.holders = holders;
    }

    @Override
    public void run(final Exchange exchange) {
        final long nowMs = engine.nowMs();
        final StatementRequest request = StatementRequest.of(exchange, desk.zone(), nowMs);
        final AccountHolder holder = holders.apply(exchange);
        LedgerAnswer.send(exchange, desk.ask(exchange.identity(), ledger -> {
            final LedgerAccount account = ledger.account(holder.kind(), holder.id());
            AccountHolders.requireKnown(holder, account);
            final Statement statement = Statement.of(ledger, account, request.by(), request.period());
            return request.csv()
                    ? table(ledger, holder, request, statement)
                    : json(
                            LedgerAnswer.begin(ledger).name("at").time(nowMs),
                            holder,
                            request,
                            statement,
                            balance(ledger, account, nowMs));
        }));
    }

    private static Balance balance(final Ledger ledger, final LedgerAccount account, final long nowMs) {
        return account == null ? Balance.NOTHING : ledger.balance(account, nowMs);
    }

    private static LedgerAnswer json(
            final JsonWriter json,
            final AccountHolder holder,
            final StatementRequest request,
            final Statement statement,
            final Balance balance) {
        json.name("account");
        holder.write(json);
        json.name("balance").beginObject();
        json.name("frozenFen").value(balance.frozenFen());
        json.name("payableFen").value(balance.payableFen());
        json.name("paidFen").value(balance.paidFen());
        json.name("totalFen").value(balance.totalFen()).endObject();
        json.name("by").value(label(request.by()));
        json.name("from").value(request.period().from().toString());
        json.name("to").value(request.period().to().toString());
        json.name("timeZone").value(request.period().zone().getId());
        json.name("openingFen").value(statement.openingFen());
        json.name("closingFen").value(statement.closingFen());
        json.name("rows").beginArray();
        statement.rows().forEach(row -> write(json, row));
        json.endArray().endObject();
        return LedgerAnswer.json(json);
    }

    private static void write(final JsonWriter json, final StatementRow row) {
        json.beginObject();
        if (row.label() != null) {
            json.name("period").value(row.label());
        }
        OrderAnswerWriter.writeId(json, "room", row.room());
        json.name("earnedFen").value(row.earnedFen());
        json.name("takenBackFen").value(row.takenBackFen());
        json.name("paidFen").value(row.paidFen());
        json.name("netFen").value(row.netFen());
        json.name("entries").value(row.postings()).endObject();
    }

    private static LedgerAnswer table(
            final Ledger ledger,
            final AccountHolder holder,
            final StatementRequest request,
            final Statement statement) {
        final CsvWriter csv = new CsvWriter(
                "kind",
                "id",
                "name",
                "period",
                "room",
                "earned_fen",
                "taken_back_fen",
                "paid_fen",
                "net_fen",
                "entries");
        for (final StatementRow row : statement.rows()) {
            csv.plain(holder.kind().name()).value(holder.id()).text(holder.name());
            csv.text(row.label()).id(row.room());
            csv.value(row.earnedFen()).value(row.takenBackFen()).value(row.paidFen());
            csv.value(row.netFen()).value(row.postings()).endRow();
        }
        final String name = holder.fileName() + "-by-" + label(request.by()) + '-'
                + request.period().from() + '-' + request.period().to();
        return LedgerAnswer.csv(ledger, csv, name, 0);
    }

    private static String label(final StatementBy by) {
        return by.name().toLowerCase(Locale.ROOT);
    }
}
