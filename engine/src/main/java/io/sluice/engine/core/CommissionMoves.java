package io.sluice.engine.core;

import io.sluice.engine.protocol.Payee;
import io.sluice.engine.protocol.ProtocolLimits;

/** The commission that one decision moves: who the payees are, and line by line what each earns or loses. Reused with it. */
public final class CommissionMoves {
    private static final int PAYEES = Payee.ALL.size();
    private static final int MOST = ProtocolLimits.MAX_LINES;

    private final long[] who = new long[PAYEES];
    private final long[][] amountsFen = new long[MOST][PAYEES];
    private final int[] lines = new int[MOST];
    private final int[] planVersions = new int[MOST];
    private final long[] payableAtMs = new long[MOST];
    private int size;

    void clear() {
        size = 0;
    }

    void who(final Payee payee, final long id) {
        who[payee.ordinal()] = id;
    }

    /** Adds a line, of which the caller sets all {@linkplain #amount amounts}. */
    void add(final int line, final int planVersion, final long newPayableAtMs) {
        lines[size] = line;
        planVersions[size] = planVersion;
        payableAtMs[size] = newPayableAtMs;
        size++;
    }

    /** Sets what a payee earns of the line that was added last. */
    void amount(final Payee payee, final long amountFen) {
        amountsFen[size - 1][payee.ordinal()] = amountFen;
    }

    /** Number of lines. */
    public int size() {
        return size;
    }

    /** Who is the payee, 0 for nobody: a store or guide; of the others a viewer. */
    public long who(final Payee payee) {
        return who[payee.ordinal()];
    }

    /** Index of a line in the order. */
    public int line(final int index) {
        return lines[index];
    }

    /** Version of the plan that decided a line. */
    public int planVersion(final int index) {
        return planVersions[index];
    }

    /** Until when a line's commission is frozen, epoch ms. */
    public long payableAtMs(final int index) {
        return payableAtMs[index];
    }

    /** What a payee earns of a line, fen; below 0 for taken back. */
    public long amountFen(final int index, final Payee payee) {
        return amountsFen[index][payee.ordinal()];
    }
}
