package io.sluice.engine.view;

/**
 * Where an account stands at a moment, in fen.
 *
 * @param frozenFen   earned, and not payable yet.
 * @param payableFen  payable and not paid; below 0 when more was taken back after it was paid than was earned since.
 * @param paidFen     paid so far.
 */
public record Balance(long frozenFen, long payableFen, long paidFen) {
    /** Where an account stands that nothing was ever posted to. */
    public static final Balance NOTHING = new Balance(0, 0, 0);

    /** Everything earned less everything taken back, paid or not. */
    public long totalFen() {
        return frozenFen + payableFen + paidFen;
    }
}
