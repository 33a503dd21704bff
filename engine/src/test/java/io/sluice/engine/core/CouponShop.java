package io.sluice.engine.core;

import static io.sluice.engine.core.CampaignBuilder.CAMPAIGN;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.CouponState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import java.nio.charset.StandardCharsets;

/** The shop of a brand that gives coupons. */
final class CouponShop {
    static final int LATITUDE_E6 = 31_230_400;
    static final int LONGITUDE_E6 = 121_473_700;

    private final BrandShop brand;
    private int keys;

    private CouponShop(final BrandShop brand) {
        this.brand = brand;
    }

    static CouponShop open() {
        return open(LimitsBuilder.limits());
    }

    static CouponShop open(final LimitsBuilder limits) {
        return new CouponShop(BrandShop.open(limits));
    }

    /** Another that took this one's saved state. */
    CouponShop reloaded() {
        final CouponShop reloaded = new CouponShop(brand.reloaded());
        reloaded.keys = keys;
        return reloaded;
    }

    Shop shop() {
        return brand.shop();
    }

    BrandShop brand() {
        return brand;
    }

    FlashCore core() {
        return brand.core();
    }

    Campaign campaign() {
        return core().coupons().campaign(CAMPAIGN);
    }

    Decision put(final CampaignBuilder campaign) {
        return put(campaign, "Coupons");
    }

    Decision put(final CampaignBuilder campaign, final String title) {
        return shop().decide(decision -> core().coupons()
                .putCampaign(campaign.id(), campaign.build(), title.getBytes(StandardCharsets.UTF_8), decision));
    }

    /** Puts a campaign that the test needs and is not about. */
    CouponShop giving(final CampaignBuilder campaign) {
        accepted(put(campaign));
        return this;
    }

    Decision claim(final long viewer, final String key) {
        return claim(viewer, CAMPAIGN, key);
    }

    Decision claim(final long viewer, final long campaign, final String key) {
        return claim(viewer, campaign, ProtocolLimits.NO_POSITION, ProtocolLimits.NO_POSITION, key);
    }

    Decision claim(
            final long viewer, final long campaign, final int latitudeE6, final int longitudeE6, final String key) {
        return shop().decide(decision ->
                core().coupons().claim(viewer, campaign, latitudeE6, longitudeE6, Shop.ascii(key), decision));
    }

    /** What becomes of a claim under a key of its own. */
    Outcome claimed(final long viewer) {
        return claim(viewer, nextKey()).outcome();
    }

    /** Claims a coupon that the test needs for the shop's viewer; answers its number. */
    long coupon() {
        return coupon(Shop.VIEWER, CAMPAIGN);
    }

    /** Claims a coupon that the test needs; answers its number. */
    long coupon(final long viewer, final long campaign) {
        final Decision decision = claim(viewer, campaign, nextKey());
        accepted(decision);
        return decision.detail();
    }

    Decision invite(final long campaign, final long... viewers) {
        final CountRequest request = new CountRequest();
        for (final long viewer : viewers) {
            request.add(viewer, 1);
        }
        return shop().decide(decision -> core().coupons().invite(campaign, request, decision));
    }

    Decision watch(final long room, final long viewer, final int seconds) {
        return shop().decide(decision ->
                core().coupons().noteWatched(room, new CountRequest().add(viewer, seconds), decision));
    }

    Decision rain(final long campaign, final long room, final int count, final long durationMs) {
        return shop().decide(decision -> core().coupons().startRain(campaign, room, count, durationMs, decision));
    }

    /** Lets coupons of the campaign fall in the shop's room for a second. */
    CouponShop raining(final int count) {
        accepted(rain(CAMPAIGN, Shop.ROOM, count, 1_000));
        return this;
    }

    Decision putPack(final long offer, final long campaign, final int units) {
        return shop().decide(decision -> core().packs().put(offer, campaign, units, decision));
    }

    /** Makes an offer of the shop's a pack of coupons of the campaign. */
    CouponShop packing(final long offer, final int units) {
        accepted(putPack(offer, CAMPAIGN, units));
        return this;
    }

    /** An order under a key of its own, without a coupon. */
    OrderBuilder order() {
        return OrderBuilder.order(nextKey());
    }

    /** An order under a key of its own, with a coupon. */
    OrderBuilder order(final long coupon) {
        return OrderBuilder.order(nextKey()).withCoupon(Long.toString(coupon));
    }

    /** What an order with a coupon becomes; it costs nothing else. */
    Outcome ordered(final OrderBuilder order) {
        return shop().place(order).outcome();
    }

    Decision pay(final long order) {
        return shop().pay(order, shop().find(order).picture().totalFen(), nextKey());
    }

    /** Gives units of an offer back. */
    Decision giveBack(final long order, final long offer, final int units) {
        return shop().refund(RefundBuilder.refund(order, nextKey()).of(offer, units));
    }

    /** Gives all of an order back. */
    Decision giveBack(final long order) {
        return shop().refund(RefundBuilder.refund(order, nextKey()));
    }

    /** The newest coupons of a viewer. */
    CouponPage coupons(final long viewer) {
        return coupons(viewer, 0, ProtocolLimits.MAX_COUPON_PAGE);
    }

    CouponPage coupons(final long viewer, final long before, final int most) {
        final CouponPage page = new CouponPage().atMost(most);
        core().coupons().show(viewer, before, page);
        return page;
    }

    /** Where a coupon of the shop's viewer stands. */
    CouponState stateOf(final long coupon) {
        return coupons(Shop.VIEWER).state(placeOf(coupon));
    }

    /** The order that has a coupon of the shop's viewer. */
    long orderOf(final long coupon) {
        return coupons(Shop.VIEWER).order(placeOf(coupon));
    }

    private int placeOf(final long coupon) {
        final CouponPage page = coupons(Shop.VIEWER);
        int place = 0;
        while (page.number(place) != coupon) {
            place++;
        }
        return place;
    }

    private String nextKey() {
        return "key-" + ++keys;
    }

    private static void accepted(final Decision decision) {
        assertThat(decision.outcome()).isEqualTo(Outcome.ACCEPTED);
    }
}
