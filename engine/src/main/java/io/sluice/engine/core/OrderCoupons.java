package io.sluice.engine.core;

import io.sluice.engine.protocol.CouponState;
import io.sluice.engine.protocol.FlashRule;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;

/**
 * The coupon of an order: whether it may be used, what it takes off which line, and where it goes as the order moves. An order
 * has one at most.
 */
final class OrderCoupons {
    private final CouponTable table;
    private final Coupons campaigns;
    private final OrderDiscounts discounts;
    private final long[] discountsFen = new long[ProtocolLimits.MAX_LINES];
    /** Costs of the lines that the coupon is for; 0 for others. */
    private final long[] costsFen = new long[ProtocolLimits.MAX_LINES];

    /** Number of the coupon that is asked for, 0 for none. */
    private long wanted;

    private long baseFen;
    private long discountFen;

    OrderCoupons(final Coupons campaigns, final OrderDiscounts discounts) {
        this.table = campaigns.table();
        this.campaigns = campaigns;
        this.discounts = discounts;
    }

    /** Why the coupon that a request names cannot be used, whatever for; false also when it names none. */
    boolean refuses(final OrderRequest request, final Decision decision) {
        wanted = 0;
        discountFen = 0;
        if (request.coupon().length() == 0) {
            return false;
        }
        final Coupon named = table.find(request.coupon().number());
        if (named == null || named.viewer() != request.viewer()) {
            return decision.refuseLine(Outcome.COUPON_UNKNOWN, Decision.NO_LINE, 0);
        }
        if (decision.timeMs() >= named.expiresAtMs()) {
            return decision.refuseLine(Outcome.COUPON_EXPIRED, Decision.NO_LINE, named.expiresAtMs());
        }
        if (named.state() != CouponState.CLAIMED) {
            return decision.refuseLine(whyNotFree(named), Decision.NO_LINE, named.order());
        }
        wanted = named.number();
        return false;
    }

    /** Whether it is for none of the lines; finds out what those cost that it is for. */
    boolean isForNone(final OrderRequest request, final Offer[] offers, final Decision decision) {
        if (wanted == 0) {
            return false;
        }
        baseFen = 0;
        boolean isForSome = false;
        final Coupon coupon = table.find(wanted);
        for (int i = 0; i < request.lines().size(); i++) {
            final boolean isFor = isFor(coupon, offers[i], decision.timeMs());
            costsFen[i] = isFor
                    ? offers[i].terms().priceAt(decision.timeMs())
                            * request.lines().quantity(i)
                    : 0;
            baseFen += costsFen[i];
            isForSome |= isFor;
        }
        return !isForSome && decision.refuseLine(Outcome.COUPON_NOT_FOR_THIS, Decision.NO_LINE, 0);
    }

    /** Whether the lines it is for cost too little. */
    boolean isBelowMinimum(final Decision decision) {
        if (wanted == 0) {
            return false;
        }
        final long minimumFen = table.find(wanted).minimumFen();
        return baseFen < minimumFen && decision.refuseLine(Outcome.COUPON_MINIMUM, Decision.NO_LINE, minimumFen);
    }

    /** Shares out among the lines what it takes off, in proportion to what they cost; answers the sum, fen. */
    long shareOut(final int lines) {
        if (wanted == 0) {
            return 0;
        }
        discountFen = table.find(wanted).discountOf(baseFen);
        long costFen = 0;
        long givenFen = 0;
        for (int i = 0; i < lines; i++) {
            // Of the sums up to here, not of the line alone: together the parts are the whole to the fen.
            costFen += costsFen[i];
            final long untilHereFen = baseFen == 0 ? 0 : Portion.of(discountFen, costFen, baseFen);
            discountsFen[i] = untilHereFen - givenFen;
            givenFen = untilHereFen;
        }
        return discountFen;
    }

    /** Keeps it for a new order that has all its lines, if it was asked for. */
    void hold(final Order order) {
        if (wanted != 0) {
            table.find(wanted).transition(CouponState.HELD, order.number());
            order.discount(discountFen, discounts.keep(wanted, discountsFen, order.lines()));
        }
    }

    /** Back to the viewer: the order came to nothing. */
    void release(final Order order) {
        move(order, CouponState.CLAIMED, 0);
    }

    /** The order is paid. */
    void use(final Order order) {
        move(order, CouponState.USED, order.number());
    }

    /** All of the order was refunded: back to the viewer, if the campaign had said so. */
    void giveBack(final Order order) {
        if (order.hasCoupon() && table.find(order.coupon()).comesBack()) {
            release(order);
        }
    }

    /** Why an order that has let go of its coupon cannot have it again; ACCEPTED when it can, or had none. */
    Outcome whyNotAgain(final Order order, final long nowMs) {
        if (!order.hasCoupon()) {
            return Outcome.ACCEPTED;
        }
        final Coupon wanted = table.find(order.coupon());
        if (nowMs >= wanted.expiresAtMs()) {
            return Outcome.COUPON_EXPIRED;
        }
        return wanted.state() == CouponState.CLAIMED ? Outcome.ACCEPTED : whyNotFree(wanted);
    }

    private static Outcome whyNotFree(final Coupon coupon) {
        return coupon.state() == CouponState.REFUNDING ? Outcome.COUPON_REFUNDING : Outcome.COUPON_TAKEN;
    }

    private void move(final Order order, final CouponState next, final long newOrder) {
        if (order.hasCoupon()) {
            table.find(order.coupon()).transition(next, newOrder);
        }
    }

    private boolean isFor(final Coupon coupon, final Offer offer, final long nowMs) {
        final boolean isFlash = offer.terms().priceAt(nowMs) != offer.terms().listPriceFen();
        return campaigns.campaign(coupon.campaign()).terms().isFor(offer.id())
                && (!isFlash || coupon.flash() == FlashRule.ON_TOP);
    }
}
