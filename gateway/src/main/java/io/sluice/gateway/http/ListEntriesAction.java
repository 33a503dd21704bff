package io.sluice.gateway.http;

import io.sluice.engine.view.Ledger;
import io.sluice.engine.view.LedgerAccount;
import io.sluice.engine.view.Posting;
import io.sluice.engine.view.StatementPeriod;
import io.sluice.gateway.link.EnginePort;
import io.vertx.core.MultiMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * {@code GET /operator/statements/{kind}/{id}/entries} and {@code GET /me/statement/entries}, the newest first. A page has
 * whole records, so that where it ends can be said by a record's number; it may be longer than its limit by what is left of
 * the last one. Any event loop.
 */
final class ListEntriesAction implements Action {
    /** The router puts the path's among the query's. */
    private static final Set<String> PARAMETERS =
            Set.of("kind", "id", AccountHolders.ACCOUNT, "from", "to", "before", "limit", "format");

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final int MAX_TABLE_LIMIT = 50_000;

    private final LedgerDesk desk;
    private final EnginePort engine;
    private final Function<Exchange, AccountHolder> holders;

    /** Entries of whom {@code holders} says. */
    ListEntriesAction(final LedgerDesk desk, final EnginePort engine, final Function<Exchange, AccountHolder> holders) {
        this.desk = desk;
        this.engine = engine;
        this.holders = holders;
    }

    @Override
    public void run(final Exchange exchange) {
        final MultiMap query = QueryParameters.of(exchange, PARAMETERS);
        final boolean csv = LedgerQuery.wantsCsv(query);
        final StatementPeriod period = StatementRequest.period(query, desk.zone(), engine.nowMs());
        final long before = LedgerQuery.number(query, "before", Long.MAX_VALUE, Long.MAX_VALUE);
        final int limit = (int)
                (csv
                        ? LedgerQuery.number(query, "limit", MAX_TABLE_LIMIT, MAX_TABLE_LIMIT)
                        : LedgerQuery.number(query, "limit", DEFAULT_LIMIT, MAX_LIMIT));
        final AccountHolder holder = holders.apply(exchange);
        LedgerAnswer.send(exchange, desk.ask(exchange.identity(), ledger -> {
            final LedgerAccount account = ledger.account(holder.kind(), holder.id());
            AccountHolders.requireKnown(holder, account);
            final Page page = new Page(period, before, limit);
            return csv ? table(ledger, account, holder, page) : json(ledger, account, holder, page);
        }));
    }

    private static LedgerAnswer json(
            final Ledger ledger, final LedgerAccount account, final AccountHolder holder, final Page page) {
        final JsonWriter json = LedgerAnswer.begin(ledger);
        json.name("account");
        holder.write(json);
        json.name("entries").beginArray();
        page.read(ledger, account, posting -> write(json, posting));
        json.endArray();
        OrderAnswerWriter.writeId(json, "next", page.next);
        json.endObject();
        return LedgerAnswer.json(json);
    }

    private static void write(final JsonWriter json, final Posting posting) {
        json.beginObject();
        json.name("role").value(role(posting));
        if (posting.isPayout()) {
            json.name("payout").value(posting.payout());
        } else {
            json.name("order").digitString(posting.order());
            json.name("line").value(posting.line());
            json.name("room").value(posting.room());
            json.name("planVersion").value(posting.planVersion());
            json.name("payableAt").time(posting.payableAtMs());
        }
        json.name("amountFen").value(posting.amountFen());
        json.name("at").time(posting.timeMs());
        json.name("sequence").value(posting.sequence()).endObject();
    }

    private static LedgerAnswer table(
            final Ledger ledger, final LedgerAccount account, final AccountHolder holder, final Page page) {
        final CsvWriter csv = new CsvWriter(
                "day",
                "at",
                "role",
                "order",
                "line",
                "room",
                "payout",
                "amount_fen",
                "payable_at",
                "plan_version",
                "sequence");
        page.read(ledger, account, posting -> write(csv, posting, page.period));
        return LedgerAnswer.csv(ledger, csv, holder.fileName() + "-entries", page.next);
    }

    private static void write(final CsvWriter csv, final Posting posting, final StatementPeriod period) {
        csv.plain(period.dayOf(posting.timeMs()).toString());
        csv.plain(Rfc3339.format(posting.timeMs())).plain(role(posting));
        csv.id(posting.order()).plain(posting.isPayout() ? "" : Integer.toString(posting.line()));
        csv.id(posting.room()).id(posting.payout()).value(posting.amountFen());
        csv.plain(posting.isPayout() ? "" : Rfc3339.format(posting.payableAtMs()));
        csv.id(posting.planVersion()).value(posting.sequence()).endRow();
    }

    private static String role(final Posting posting) {
        return posting.isPayout() ? "PAYOUT" : posting.payee().name();
    }

    /** Which entries, and where the next ones begin. */
    private static final class Page {
        private final StatementPeriod period;
        private final long fromMs;
        private final long endMs;
        private final long before;
        private final int limit;
        private int read;
        private long last;
        private long next;

        Page(final StatementPeriod period, final long before, final int limit) {
            this.period = period;
            this.before = before;
            this.limit = limit;
            fromMs = period.fromMs();
            endMs = period.endMs();
        }

        void read(final Ledger ledger, final LedgerAccount account, final Consumer<Posting> reader) {
            if (account != null) {
                ledger.forEachPosting(account, posting -> take(posting, reader));
            }
        }

        private boolean take(final Posting posting, final Consumer<Posting> reader) {
            if (posting.timeMs() < fromMs) {
                return false;
            }
            if (posting.sequence() >= before || posting.timeMs() >= endMs) {
                return true;
            }
            if (read >= limit && posting.sequence() != last) {
                next = last;
                return false;
            }
            reader.accept(posting);
            last = posting.sequence();
            read++;
            return true;
        }
    }
}
