package io.sluice.engine.core;

import io.sluice.engine.protocol.Payee;
import io.sluice.engine.protocol.PlanScope;
import io.sluice.engine.protocol.ProtocolLimits;

/** What an operator wants of a commission plan: filled anew for each command by its one owner, read by the core. */
public final class PlanRequest {
    private static final int MOST = Payee.ALL.size();

    private final int[] payees = new int[MOST];
    private final int[] basisPoints = new int[MOST];
    private final long[] fixedFen = new long[MOST];
    private final long[] capFen = new long[MOST];
    private int shares;
    private PlanScope scope;
    private long target;
    private long returnWindowMs;

    /** Starts over, with no share; {@code newScope} is null when the command named none that exists. */
    public PlanRequest set(final PlanScope newScope, final long newTarget, final long newReturnWindowMs) {
        scope = newScope;
        target = newTarget;
        returnWindowMs = newReturnWindowMs;
        shares = 0;
        return this;
    }

    /** Adds a share; more than there are payees make the request invalid. */
    public PlanRequest addShare(
            final int payee, final int newBasisPoints, final long newFixedFen, final long newCapFen) {
        if (shares < MOST) {
            payees[shares] = payee;
            basisPoints[shares] = newBasisPoints;
            fixedFen[shares] = newFixedFen;
            capFen[shares] = newCapFen;
        }
        shares++;
        return this;
    }

    PlanScope scope() {
        return scope;
    }

    long target() {
        return target;
    }

    long returnWindowMs() {
        return returnWindowMs;
    }

    int shares() {
        return shares;
    }

    Payee payee(final int share) {
        return Payee.ofCode(payees[share]);
    }

    int basisPoints(final int share) {
        return basisPoints[share];
    }

    long fixedFen(final int share) {
        return fixedFen[share];
    }

    long capFen(final int share) {
        return capFen[share];
    }

    /** All its shares together. */
    long sumOfBasisPoints() {
        long sum = 0;
        for (int i = 0; i < shares; i++) {
            sum += basisPoints[i];
        }
        return sum;
    }

    boolean isValid() {
        return scope != null
                && Brand.isIdOrNone(target)
                && (target == 0) == (scope == PlanScope.BRAND)
                && returnWindowMs >= 0
                && returnWindowMs <= ProtocolLimits.MAX_POLICY_MS
                && shares <= MOST
                && sharesAreValid();
    }

    private boolean sharesAreValid() {
        int seen = 0;
        for (int i = 0; i < shares; i++) {
            if (payee(i) == null
                    || (seen & 1 << payees[i]) != 0
                    || basisPoints[i] < 0
                    || basisPoints[i] > ProtocolLimits.WHOLE_BASIS_POINTS
                    || !isMoney(fixedFen[i])
                    || !isMoney(capFen[i])) {
                return false;
            }
            seen |= 1 << payees[i];
        }
        return true;
    }

    private static boolean isMoney(final long fen) {
        return fen >= 0 && fen <= ProtocolLimits.MAX_PRICE_FEN;
    }
}
