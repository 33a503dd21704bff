package io.sluice.engine.view;

/**
 * One row of a {@link Statement}. Immutable.
 *
 * @param label         day, week or month; null by show.
 * @param room          the show, 0 by anything else and for what belongs to none.
 * @param earnedFen     earned by payments.
 * @param takenBackFen  taken back by refunds, 0 or below.
 * @param paidFen       paid by payouts, 0 or above.
 * @param postings      how many postings it sums up.
 */
public record StatementRow(String label, long room, long earnedFen, long takenBackFen, long paidFen, int postings) {
    /** What the account has more at its end than at its beginning. */
    public long netFen() {
        return earnedFen + takenBackFen - paidFen;
    }
}
