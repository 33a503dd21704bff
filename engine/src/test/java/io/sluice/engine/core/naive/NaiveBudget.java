package io.sluice.engine.core.naive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The books of coupons: no claim is accepted beyond what its campaign had at that moment, and all orders together never got
 * more off than the claims took out of the budgets, the coupons that went back and came again included.
 */
public final class NaiveBudget {
    private final NaiveCoupons coupons;
    private final NaiveBook book;

    NaiveBudget(final NaiveCoupons coupons, final NaiveBook book) {
        this.coupons = coupons;
        this.book = book;
    }

    /** Checks the books. */
    public void check() {
        final Map<Long, Integer> counts = new HashMap<>();
        final Map<Long, Long> takenFen = new HashMap<>();
        for (final NaiveCoupons.Claimed claim : coupons.claims()) {
            final Command.PutCampaign terms = claim.terms();
            final int count = counts.merge(terms.campaign(), 1, Integer::sum);
            if (!claim.isSold()) {
                final long fen = takenFen.merge(terms.campaign(), terms.off().discountFen(), Long::sum);
                require(count <= terms.supply().count(), "more coupons than there were", claim);
                require(fen <= terms.supply().budgetFen(), "beyond the budget", claim);
            }
            final NaiveOrder order = coupons.isSpoiled(claim.number()) || coupons.isRefunding(claim.number())
                    ? null
                    : coupons.orderOf(claim.number());
            require(order == null || order.discountFen() <= terms.off().discountFen(), "more than it may", claim);
        }
        book.orders.forEach(NaiveBudget::check);
    }

    private static void check(final NaiveOrder order) {
        final List<NaiveOrder.NaiveLine> lines = order.lines;
        for (final NaiveOrder.NaiveLine line : lines) {
            final boolean isWithin = line.discountFen >= 0 && line.costsFen() >= 0;
            require(isWithin, "a line gets cheaper than nothing", order.number);
            require(order.coupon != 0 || line.discountFen == 0, "a discount of nothing", order.number);
        }
        require(order.refundedFen() <= order.totalFen(), "more goes back than came", order.number);
        final boolean isEmpty = lines.stream().allMatch(line -> line.kept() == 0);
        require(!isEmpty || order.keptFen() == 0, "the last unit leaves something", order.number);
    }

    private static void require(final boolean holds, final String what, final Object where) {
        if (!holds) {
            throw new AssertionError("the books of coupons: " + what + ", " + where);
        }
    }
}
