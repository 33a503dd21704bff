package io.sluice.engine.view;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An account's postings of some days, summed up in rows, with what was owed before and what is owed after: the rows' nets are
 * the difference. Immutable.
 *
 * @param openingFen  owed when the first day began.
 * @param rows        what moved, in the order of time, by show in the order of rooms; a row where nothing did is left out.
 */
public record Statement(long openingFen, List<StatementRow> rows) {
    /** Payouts belong to no show; their row stands first. */
    private static final long NO_SHOW = 0;

    /** What is owed when the last day is over. */
    public long closingFen() {
        return openingFen + rows.stream().mapToLong(StatementRow::netFen).sum();
    }

    /**
     * An account's statement.
     *
     * @param account null for somebody to whom nothing was ever posted.
     */
    public static Statement of(
            final Ledger ledger, final LedgerAccount account, final StatementBy by, final StatementPeriod period) {
        if (account == null) {
            return new Statement(0, List.of());
        }
        final long fromMs = period.fromMs();
        final long endMs = period.endMs();
        final long[] openingFen = new long[1];
        final Map<Long, Sums> sums = new TreeMap<>();
        ledger.forEachPosting(account, posting -> {
            if (posting.timeMs() < fromMs) {
                openingFen[0] += posting.amountFen();
            } else if (posting.timeMs() < endMs) {
                sums.computeIfAbsent(key(posting, by, period), first -> new Sums(label(posting, by, period)))
                        .add(posting);
            }
            return true;
        });
        return new Statement(
                openingFen[0],
                sums.entrySet().stream()
                        .map(entry -> entry.getValue().row(by == StatementBy.SHOW ? entry.getKey() : NO_SHOW))
                        .toList());
    }

    private static long key(final Posting posting, final StatementBy by, final StatementPeriod period) {
        return by == StatementBy.SHOW
                ? posting.room()
                : by.begin(period.dayOf(posting.timeMs())).toEpochDay();
    }

    private static String label(final Posting posting, final StatementBy by, final StatementPeriod period) {
        return by == StatementBy.SHOW ? null : by.label(by.begin(period.dayOf(posting.timeMs())));
    }

    /** A row that is being summed up. */
    private static final class Sums {
        private final String label;
        private long earnedFen;
        private long takenBackFen;
        private long paidFen;
        private int postings;

        Sums(final String label) {
            this.label = label;
        }

        void add(final Posting posting) {
            final long amountFen = posting.amountFen();
            if (posting.isPayout()) {
                paidFen -= amountFen;
            } else if (amountFen < 0) {
                takenBackFen += amountFen;
            } else {
                earnedFen += amountFen;
            }
            postings++;
        }

        StatementRow row(final long room) {
            return new StatementRow(label, room, earnedFen, takenBackFen, paidFen, postings);
        }
    }
}
