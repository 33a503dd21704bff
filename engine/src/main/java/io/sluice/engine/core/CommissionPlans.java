package io.sluice.engine.core;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.PlanScope;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.collections.Long2ObjectHashMap;

/** The commission plans, of which each offer follows one: its own, else its item's category's, else the brand's. */
public final class CommissionPlans {
    private final Catalogue catalogue;
    private final Long2ObjectHashMap<CommissionPlan> ofOffers = new Long2ObjectHashMap<>();
    private final Long2ObjectHashMap<CommissionPlan> ofCategories = new Long2ObjectHashMap<>();
    private final List<CommissionPlan> plans = new ArrayList<>();
    private CommissionPlan ofBrand;
    private int version;

    CommissionPlans(final Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Visits all plans, oldest first. */
    public void forEach(final Consumer<CommissionPlan> visitor) {
        plans.forEach(visitor);
    }

    boolean isEmpty() {
        return plans.isEmpty();
    }

    /** The plan that an offer follows, null for none. */
    CommissionPlan of(final Offer offer) {
        final CommissionPlan own = ofOffers.get(offer.id());
        if (own != null) {
            return own;
        }
        final CommissionPlan category = ofCategories.get(offer.item().category());
        return category != null ? category : ofBrand;
    }

    void put(final PlanRequest request, final Decision decision) {
        if (!request.isValid()) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (request.scope() == PlanScope.OFFER && catalogue.offer(request.target()) == null) {
            decision.refuse(Outcome.OFFER_UNKNOWN);
        } else if (request.sumOfBasisPoints() > ProtocolLimits.WHOLE_BASIS_POINTS) {
            decision.refuse(Outcome.PLAN_OVER_WHOLE, request.sumOfBasisPoints());
        } else if (find(request) == null && plans.size() >= ProtocolLimits.MAX_PLANS) {
            decision.refuse(Outcome.CAPACITY);
        } else {
            final CommissionPlan known = find(request);
            final CommissionPlan plan =
                    known == null ? add(new CommissionPlan(request.scope(), request.target())) : known;
            plan.put(request, ++version);
            decision.accept(Outcome.ACCEPTED).detail(version);
        }
    }

    void save(final StateOutput output) {
        output.putInt(version);
        output.putInt(plans.size());
        plans.forEach(plan -> plan.save(output));
    }

    void load(final StateInput input) {
        version = input.getInt();
        for (int i = Brand.count(input, ProtocolLimits.MAX_PLANS); i > 0; i--) {
            add(CommissionPlan.load(input));
        }
    }

    private CommissionPlan find(final PlanRequest request) {
        return switch (request.scope()) {
            case BRAND -> ofBrand;
            case CATEGORY -> ofCategories.get(request.target());
            case OFFER -> ofOffers.get(request.target());
        };
    }

    private CommissionPlan add(final CommissionPlan plan) {
        plans.add(plan);
        switch (plan.scope()) {
            case BRAND -> ofBrand = plan;
            case CATEGORY -> ofCategories.put(plan.target(), plan);
            case OFFER -> ofOffers.put(plan.target(), plan);
        }
        return plan;
    }
}
