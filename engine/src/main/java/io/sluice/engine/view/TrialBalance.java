package io.sluice.engine.view;

/**
 * Every side of a {@link Ledger} summed up: what is owed to the payees, by kind of account, what was paid out to them, and the
 * brand's commission expense, which is the contra account of all that was ever earned or taken back. In fen.
 *
 * @param storesFen   owed to stores.
 * @param guidesFen   owed to guides.
 * @param viewersFen  owed to viewers.
 * @param paidOutFen  paid out to anybody.
 * @param expenseFen  the contra account, below 0 where commission was earned.
 */
public record TrialBalance(long storesFen, long guidesFen, long viewersFen, long paidOutFen, long expenseFen) {
    /** The sum over all accounts: 0, or the ledger is wrong. */
    public long sumFen() {
        return storesFen + guidesFen + viewersFen + paidOutFen + expenseFen;
    }
}
