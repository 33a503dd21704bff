package io.sluice.engine.view;

import io.sluice.engine.protocol.PlanScope;
import java.util.Comparator;
import java.util.List;

/**
 * A commission plan: who earns what of an offer, of a category's items or of everything. Immutable.
 *
 * @param version         counts the changes of all plans, so that it names the plan as well.
 * @param scope           what it is of.
 * @param target          the offer or category, 0 for the brand.
 * @param returnWindowMs  how long after its payment a commission is frozen, ms.
 * @param shares          of those who earn anything by it, in the order of the payees; none at all pays nobody.
 */
public record PlanView(int version, PlanScope scope, long target, long returnWindowMs, List<ShareView> shares) {
    /** A plan. Shares may come in any order, and with such as pay nothing. */
    public PlanView {
        shares = shares.stream()
                .filter(share -> share.basisPoints() > 0 || share.fixedFen() > 0)
                .sorted(Comparator.comparing(ShareView::payee))
                .toList();
    }
}
