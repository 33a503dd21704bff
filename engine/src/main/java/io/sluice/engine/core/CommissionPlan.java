package io.sluice.engine.core;

import io.sluice.engine.protocol.Payee;
import io.sluice.engine.protocol.PlanScope;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;

/** Who earns what of an offer, of a category's items or of everything; the newest version of it. */
public final class CommissionPlan {
    private static final int PAYEES = Payee.ALL.size();

    private final int scope;
    private final long target;
    private int version;
    private long returnWindowMs;
    /** By payee, from 0. */
    private final int[] basisPoints = new int[PAYEES];

    private final long[] fixedFen = new long[PAYEES];
    private final long[] capFen = new long[PAYEES];

    CommissionPlan(final PlanScope scope, final long target) {
        this.scope = scope.code();
        this.target = target;
    }

    /** What it is of. */
    public PlanScope scope() {
        return PlanScope.ofCode(scope);
    }

    /** The offer or category, 0 for the brand. */
    public long target() {
        return target;
    }

    /** Counts the changes of all plans, so that it names the plan as well. */
    public int version() {
        return version;
    }

    /** How long after its payment a commission is frozen. */
    public long returnWindowMs() {
        return returnWindowMs;
    }

    /** A payee's part of what a line costs. */
    public int basisPoints(final Payee payee) {
        return basisPoints[payee.ordinal()];
    }

    /** A payee's part for each unit. */
    public long fixedFen(final Payee payee) {
        return fixedFen[payee.ordinal()];
    }

    /** The most a payee earns of one order, 0 for no cap. */
    public long capFen(final Payee payee) {
        return capFen[payee.ordinal()];
    }

    void put(final PlanRequest request, final int newVersion) {
        version = newVersion;
        returnWindowMs = request.returnWindowMs();
        for (int i = 0; i < PAYEES; i++) {
            basisPoints[i] = 0;
            fixedFen[i] = 0;
            capFen[i] = 0;
        }
        for (int i = 0; i < request.shares(); i++) {
            final int payee = request.payee(i).ordinal();
            basisPoints[payee] = request.basisPoints(i);
            fixedFen[payee] = request.fixedFen(i);
            capFen[payee] = request.capFen(i);
        }
    }

    void save(final StateOutput output) {
        output.putInt(scope);
        output.putLong(target);
        output.putInt(version);
        output.putLong(returnWindowMs);
        for (int i = 0; i < PAYEES; i++) {
            output.putInt(basisPoints[i]);
            output.putLong(fixedFen[i]);
            output.putLong(capFen[i]);
        }
    }

    static CommissionPlan load(final StateInput input) {
        final PlanScope scope = PlanScope.ofCode(input.getInt());
        if (scope == null) {
            throw new IllegalStateException("a commission plan of nothing there is");
        }
        final CommissionPlan plan = new CommissionPlan(scope, input.getLong());
        plan.version = input.getInt();
        plan.returnWindowMs = input.getLong();
        for (int i = 0; i < PAYEES; i++) {
            plan.basisPoints[i] = input.getInt();
            plan.fixedFen[i] = input.getLong();
            plan.capFen[i] = input.getLong();
        }
        return plan;
    }
}
