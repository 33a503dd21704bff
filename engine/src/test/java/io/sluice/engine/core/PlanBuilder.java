package io.sluice.engine.core;

import io.sluice.engine.protocol.Payee;
import io.sluice.engine.protocol.PlanScope;

/** A commission plan in a test. Left alone it pays nobody, and at once. */
final class PlanBuilder {
    private final PlanRequest request = new PlanRequest();
    private final PlanScope scope;
    private final long target;

    private PlanBuilder(final PlanScope scope, final long target) {
        this.scope = scope;
        this.target = target;
        request.set(scope, target, 0);
    }

    static PlanBuilder ofBrand() {
        return new PlanBuilder(PlanScope.BRAND, 0);
    }

    static PlanBuilder ofCategory(final long category) {
        return new PlanBuilder(PlanScope.CATEGORY, category);
    }

    static PlanBuilder ofOffer(final long offer) {
        return new PlanBuilder(PlanScope.OFFER, offer);
    }

    /** Says for how long commission is frozen; to be said before any share. */
    PlanBuilder frozenFor(final long ms) {
        request.set(scope, target, ms);
        return this;
    }

    PlanBuilder sharing(final Payee payee, final int basisPoints) {
        return sharing(payee, basisPoints, 0);
    }

    PlanBuilder sharing(final Payee payee, final int basisPoints, final long capFen) {
        request.addShare(payee.code(), basisPoints, 0, capFen);
        return this;
    }

    PlanBuilder paying(final Payee payee, final long fixedFen) {
        return paying(payee, fixedFen, 0);
    }

    PlanBuilder paying(final Payee payee, final long fixedFen, final long capFen) {
        request.addShare(payee.code(), 0, fixedFen, capFen);
        return this;
    }

    PlanRequest build() {
        return request;
    }
}
