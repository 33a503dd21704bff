package io.sluice.engine.core;

import static io.sluice.engine.core.CampaignBuilder.CAMPAIGN;
import static io.sluice.engine.core.CampaignBuilder.campaign;
import static io.sluice.engine.core.OfferBuilder.offer;

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
            Outcome.COUPON_NOT_FOR_THIS,
            Outcome.COUPON_MINIMUM);

    private static final long ELSEWHERE = 120;
    private static final long MINIMUM_FEN = 1_000_000;
    private static final int VALID_MS = 5;

    private FaultyCoupon() {}

    /** Claims it and does to it what makes it faulty; answers its number. Time may pass. */
    static long with(final Collection<Outcome> faults, final CouponShop shop) {
        final long owner = faults.contains(Outcome.COUPON_UNKNOWN) ? 8 : Shop.VIEWER;
        shop.shop().sell(offer(ELSEWHERE).of(20).at(MINIMUM_FEN), 5);
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
}
