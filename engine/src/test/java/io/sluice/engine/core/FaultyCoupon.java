package io.sluice.engine.core;

import static io.sluice.engine.core.CampaignBuilder.CAMPAIGN;
import static io.sluice.engine.core.CampaignBuilder.campaign;
import static io.sluice.engine.core.OfferBuilder.offer;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.Outcome;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** A coupon in a test that has all the faults at once for which an order is to be refused. */
final class FaultyCoupon {
    /** What can be wrong with one. */
    static final Set<Outcome> FAULTS = EnumSet.of(
            Outcome.COUPON_UNKNOWN,
            Outcome.COUPON_EXPIRED,
            Outcome.COUPON_TAKEN,
            Outcome.COUPON_REFUNDING,
            Outcome.COUPON_NOT_FOR_THIS,
            Outcome.COUPON_MINIMUM);

    private static final long ELSEWHERE = 120;
    private static final long PACK = 121;
    private static final long OPERATOR = 31;
    private static final long MINIMUM_FEN = 1_000_000;
    private static final int VALID_MS = 5;

    private FaultyCoupon() {}

    /** Claims it and does to it what makes it faulty; answers its number. Time may pass. */
    static long with(final Collection<Outcome> faults, final CouponShop shop) {
        final long owner = faults.contains(Outcome.COUPON_UNKNOWN) ? 8 : Shop.VIEWER;
        shop.shop().sell(offer(ELSEWHERE).of(20).at(MINIMUM_FEN), 5);
        // One that another order has is in no refund.
        return faults.contains(Outcome.COUPON_REFUNDING) && !faults.contains(Outcome.COUPON_TAKEN)
                ? voucherWith(faults, shop, owner)
                : couponWith(faults, shop, owner);
    }

    private static long couponWith(final Collection<Outcome> faults, final CouponShop shop, final long owner) {
        shop.giving(campaign().goodFor(VALID_MS).above(faults.contains(Outcome.COUPON_MINIMUM) ? MINIMUM_FEN : 0));
        final long coupon = shop.coupon(owner, CAMPAIGN);
        if (faults.contains(Outcome.COUPON_TAKEN)) {
            shop.shop().reserve(shop.order(coupon).by(owner).of(ELSEWHERE, 1));
        }
        if (faults.contains(Outcome.COUPON_NOT_FOR_THIS)) {
            shop.giving(campaign().of(ELSEWHERE));
        }
        if (faults.contains(Outcome.COUPON_EXPIRED)) {
            shop.shop().pass(VALID_MS);
        }
        return coupon;
    }

    /** A voucher stays for what it was for, so that is said before anybody has it. */
    private static long voucherWith(final Collection<Outcome> faults, final CouponShop shop, final long owner) {
        final CampaignBuilder vouchers = campaign()
                .to(Audience.BUYERS)
                .goodFor(VALID_MS)
                .above(faults.contains(Outcome.COUPON_MINIMUM) ? MINIMUM_FEN : 0);
        shop.shop().sell(offer(PACK).of(21), 5);
        shop.giving(faults.contains(Outcome.COUPON_NOT_FOR_THIS) ? vouchers.of(ELSEWHERE) : vouchers);
        shop.packing(PACK, 1);
        final long pack = shop.shop().buy(shop.order().by(owner).of(PACK, 1));
        shop.shop().requestRefund(OPERATOR, RefundBuilder.refund(pack, "faulty"));
        if (faults.contains(Outcome.COUPON_EXPIRED)) {
            shop.shop().pass(VALID_MS);
        }
        return shop.coupons(owner).number(0);
    }
}
