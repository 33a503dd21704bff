package io.sluice.engine.view;

import io.sluice.engine.protocol.PayoutState;

/** A payout in a {@link Ledger}: whom it pays what was fixed when it was opened. On the ledger's thread. */
public final class LedgerPayout {
    private final long id;
    private final long untilMs;
    private final long openedAt;
    private final long openedAtMs;
    private final LedgerAccount[] accounts;
    private final long[] amountsFen;
    private final long totalFen;
    private PayoutState state = PayoutState.OPEN;
    private long changedAt;
    private long changedAtMs;

    LedgerPayout(
            final long id,
            final long untilMs,
            final long openedAt,
            final long openedAtMs,
            final LedgerAccount[] accounts,
            final long[] amountsFen) {
        this.id = id;
        this.untilMs = untilMs;
        this.openedAt = openedAt;
        this.openedAtMs = openedAtMs;
        this.accounts = accounts;
        this.amountsFen = amountsFen;
        long sumFen = 0;
        for (final long amountFen : amountsFen) {
            sumFen += amountFen;
        }
        totalFen = sumFen;
        changedAt = openedAt;
        changedAtMs = openedAtMs;
    }

    /** The payout's id. */
    public long id() {
        return id;
    }

    /** It pays what was payable by then, inclusive, epoch ms. */
    public long untilMs() {
        return untilMs;
    }

    /** Number of the record that opened it; what it pays was posted before. */
    public long openedAt() {
        return openedAt;
    }

    /** Core time of that record, epoch ms. */
    public long openedAtMs() {
        return openedAtMs;
    }

    /** Where it stands. */
    public PayoutState state() {
        return state;
    }

    /** Number of the record that brought it there. */
    public long changedAt() {
        return changedAt;
    }

    /** Core time of that record, epoch ms. */
    public long changedAtMs() {
        return changedAtMs;
    }

    /** How many accounts it pays. */
    public int size() {
        return accounts.length;
    }

    /** An account that it pays; they stand by kind, and by id. */
    public LedgerAccount account(final int index) {
        return accounts[index];
    }

    /** What it pays an account, fen, above 0. */
    public long amountFen(final int index) {
        return amountsFen[index];
    }

    /** What it pays them all, fen. */
    public long totalFen() {
        return totalFen;
    }

    void become(final PayoutState next, final long sequence, final long timeMs) {
        state = next;
        changedAt = sequence;
        changedAtMs = timeMs;
    }
}
