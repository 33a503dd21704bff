package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.ItemKind;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.Payee;
import io.sluice.engine.protocol.PayoutState;
import java.util.EnumMap;
import java.util.Map;

/** A brand's shop, of whose orders a payee of each kind may earn: six, none of whom buys. There is no plan yet. */
final class CommissionShop {
    static final long OWNER = 31;
    static final long INVITER = 41;
    static final long SECOND_INVITER = 42;

    private final BrandShop brand;
    private int keys;

    private CommissionShop(final BrandShop brand) {
        this.brand = brand;
    }

    static CommissionShop open() {
        final CommissionShop opened = new CommissionShop(BrandShop.ruledBy(AttributionRule.CARRIED));
        opened.ownedBy(OWNER).hostedBy(BrandShop.OTHER_GUIDE);
        opened.brand.brings(SECOND_INVITER, INVITER);
        return opened;
    }

    /** Another that took this one's saved state. */
    CommissionShop reloaded() {
        final CommissionShop reloaded = new CommissionShop(brand.reloaded());
        reloaded.keys = keys;
        return reloaded;
    }

    Shop shop() {
        return brand.shop();
    }

    FlashCore core() {
        return brand.core();
    }

    BrandShop brand() {
        return brand;
    }

    /** The group of the orders gets this owner. */
    CommissionShop ownedBy(final long viewer) {
        accepted(brand.putGroup(BrandShop.GROUP, BrandShop.STORE, BrandShop.GUIDE, viewer, "Group"));
        return this;
    }

    CommissionShop hostedBy(final long guide) {
        accepted(brand.host(Shop.ROOM, 0, guide));
        return this;
    }

    /** Sells units of a new item by a new offer at this price; there are plenty. */
    CommissionShop selling(final long offer, final long item, final long priceFen) {
        shop().sell(OfferBuilder.offer(offer).of(item).at(priceFen), 1_000_000);
        return this;
    }

    Decision put(final PlanBuilder plan) {
        return put(plan.build());
    }

    Decision put(final PlanRequest plan) {
        return shop().decide(decision -> core().putCommissionPlan(plan, decision));
    }

    /** Puts a plan that the test needs and is not about. */
    CommissionShop following(final PlanBuilder plan) {
        accepted(put(plan));
        return this;
    }

    Decision classify(final long item, final long category) {
        return classify(item, category, ItemKind.GOODS);
    }

    Decision classify(final long item, final long category, final ItemKind kind) {
        return shop().decide(decision -> core().classifyItem(item, category, kind, decision));
    }

    Decision openPayout(final long payout, final long untilMs) {
        return shop().decide(decision -> core().payouts().open(payout, untilMs, decision));
    }

    Decision changePayoutState(final long payout, final PayoutState next) {
        return shop().decide(decision -> core().payouts().changeState(payout, next, decision));
    }

    /** An order under a key of its own that carries all there are to earn of it. */
    OrderBuilder order() {
        return OrderBuilder.order("order-" + ++keys)
                .touchedBy(BrandShop.STORE, BrandShop.GUIDE, BrandShop.GROUP, INVITER);
    }

    /** Places an order and pays it at once. */
    Decision buy(final OrderBuilder order) {
        return pay(shop().reserve(order));
    }

    /** Pays what an order costs. */
    Decision pay(final long order) {
        final Decision paid = pay(order, "pay-" + order);
        assertThat(paid.outcome()).isIn(Outcome.PAID, Outcome.PAID_LATE);
        return paid;
    }

    /** Money comes for what an order costs, under a reference. */
    Decision pay(final long order, final String reference) {
        return shop().pay(order, shop().find(order).picture().totalFen(), reference);
    }

    /** Gives units of an offer back. */
    Decision giveBack(final long order, final long offer, final int units) {
        return refund(RefundBuilder.refund(order, "refund-" + ++keys).of(offer, units));
    }

    /** Gives all of an order back. */
    Decision giveBack(final long order) {
        return refund(RefundBuilder.refund(order, "refund-" + ++keys));
    }

    private Decision refund(final RefundBuilder refund) {
        final Decision refunded = shop().refund(refund);
        assertThat(refunded.outcome()).isEqualTo(Outcome.REFUNDED);
        return refunded;
    }

    /** What a decision moves of the only line that it moves anything of, without those to whom that is nothing. */
    static Map<Payee, Long> moved(final Decision decision) {
        assertThat(decision.commission().size()).isEqualTo(1);
        return moved(decision, 0);
    }

    /** What a decision moves of one of several lines. */
    static Map<Payee, Long> moved(final Decision decision, final int index) {
        final Map<Payee, Long> moved = new EnumMap<>(Payee.class);
        for (final Payee payee : Payee.ALL) {
            final long amountFen = decision.commission().amountFen(index, payee);
            if (amountFen != 0) {
                moved.put(payee, amountFen);
            }
        }
        return moved;
    }

    private static void accepted(final Decision decision) {
        assertThat(decision.outcome()).isEqualTo(Outcome.ACCEPTED);
    }
}
