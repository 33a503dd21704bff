package io.sluice.engine.core;

import static io.sluice.engine.core.CampaignBuilder.campaign;
import static io.sluice.engine.core.PointShop.moved;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.ProtocolLimits;
import org.junit.jupiter.api.Test;

/** Points that are spent on coupons, expire, or are taken back with a refund. */
class PointSpendingTest {
    private static final long VIEWER = PointShop.VIEWER;

    private final PointShop shop = PointShop.open();
    private int claims;

    PointSpendingTest() {
        costing(30);
    }

    @Test
    void aClaimTakesWhatItsCouponCosts() {
        shop.given(100);

        final Decision claim = claim();

        assertThat(claim.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(claim.detail()).isEqualTo(1);
        assertThat(moved(claim)).containsExactly("7 SPENT -30 has 70");
        assertThat(claim.points().expiresAtMs(0)).isZero();
    }

    @Test
    void whoHasTooFewIsToldHowManyAndKeepsThem() {
        shop.given(29);

        final Decision claim = claim();

        assertThat(claim.outcome()).isEqualTo(Outcome.POINTS_TOO_FEW);
        assertThat(claim.detail()).isEqualTo(29);
        assertThat(shop.balance()).isEqualTo(29);
        shop.given(1);
        assertThat(claim().outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.balance()).isZero();
    }

    @Test
    void whoNeverHadAnyHasNone() {
        final Decision claim = claim();

        assertThat(claim.outcome()).isEqualTo(Outcome.POINTS_TOO_FEW);
        assertThat(claim.detail()).isZero();
    }

    @Test
    void aClaimThatIsRepeatedOrRefusedTakesNothing() {
        shop.given(100);
        shop.coupons().claim(VIEWER, "k");

        assertThat(moved(shop.coupons().claim(VIEWER, "k"))).isEmpty();
        shop.coupons().giving(campaign().costing(30).each(1));
        assertThat(moved(claim())).isEmpty();
        assertThat(shop.balance()).isEqualTo(70);
    }

    @Test
    void anOfferIsHadForPointsByACouponOfItsWholePrice() {
        shop.coupons()
                .giving(campaign()
                        .taking(10_000, 1_000_000)
                        .of(Shop.OFFER)
                        .costing(30)
                        .each(10));
        shop.given(100);
        final long coupon = claim().detail();

        final Decision order = shop.shop().place(shop.units(1).withCoupon(Long.toString(coupon)));
        assertThat(order.outcome()).isEqualTo(Outcome.RESERVED);
        assertThat(order.picture().totalFen()).isZero();

        assertThat(shop.coupons().pay(order.order()).outcome()).isEqualTo(Outcome.PAID);
        assertThat(shop.balance()).isEqualTo(70);
    }

    @Test
    void aCouponThatCostsNothingAsksForNoPoints() {
        costing(0);

        final Decision claim = claim();

        assertThat(claim.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(moved(claim)).isEmpty();
    }

    @Test
    void aFullTableOfMovesRefusesWhatCostsPointsAndNothingElse() {
        shop.given(100);
        shop.shop().changeLimits(LimitsBuilder.limits().keys(1).build());
        assertThat(claim().outcome()).isEqualTo(Outcome.CAPACITY);

        costing(0);
        assertThat(claim().outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aPriceIsOfPointsThatThereMayBe() {
        assertThat(put(-1)).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(put(ProtocolLimits.MAX_POINTS + 1)).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(put(ProtocolLimits.MAX_POINTS)).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void pointsCanBeSpentUntilTheyExpireAndAreLostThen() {
        shop.given(30, 1_000);

        assertThat(shop.pass(999).balance()).isEqualTo(30);
        assertThat(shop.pass(1).balance()).isZero();
        assertThat(claim().detail()).isZero();
        assertThat(shop.movesOf(VIEWER)).containsExactly("GIFT 30");
    }

    @Test
    void whatIsEarnedFirstIsSpentFirst() {
        shop.given(20, 1_000).given(40, 5_000);
        claim();

        assertThat(shop.balance()).isEqualTo(30);
        assertThat(shop.pass(1_000).balance()).isEqualTo(30);
        assertThat(shop.pass(4_000).balance()).isZero();
    }

    @Test
    void whatIsLeftOfAnEarlierLotExpiresWithItAndLaterOnesStay() {
        shop.given(50, 1_000).given(7, 5_000);
        claim();

        assertThat(shop.pass(1_000).balance()).isEqualTo(7);
        assertThat(moved(shop.award(VIEWER, PointReason.GIFT, "next"))).containsExactly("7 GIFT 7 has 14");
    }

    @Test
    void aLaterLotExpiresNoSoonerThanAnEarlierOne() {
        shop.given(10, 5_000).given(10, 1_000);

        assertThat(shop.page(VIEWER).expiresAtMs(0)).isEqualTo(shop.shop().nowMs() + 5_000);
        assertThat(shop.pass(4_999).balance()).isEqualTo(20);
        assertThat(shop.pass(1).balance()).isZero();
    }

    @Test
    void behindPointsForGoodAllAreForGood() {
        shop.given(10).given(10, 1_000);

        assertThat(shop.page(VIEWER).expiresAtMs(0)).isEqualTo(PointShop.FOR_GOOD);
    }

    @Test
    void unitByUnitARefundTakesBackTheirExactPart() {
        shop.bringing(PointReason.PURCHASE, 5);
        final long order = shop.buy(shop.units(6)).order();

        assertThat(moved(giveBack(order, 1))).containsExactly("7 TAKEN_BACK -2 has 13");
        assertThat(moved(giveBack(order, 1))).containsExactly("7 TAKEN_BACK -3 has 10");
        assertThat(moved(giveBack(order, 3))).containsExactly("7 TAKEN_BACK -7 has 3");
        assertThat(moved(giveBack(order, 1))).containsExactly("7 TAKEN_BACK -3 has 0");
    }

    @Test
    void aRefundTakesBackWhatTheOrderBroughtAndNoMore() {
        shop.bringing(PointReason.PURCHASE, 5, 7, 0);
        final long capped = shop.buy(shop.units(4)).order();
        final long nothing = shop.buy(shop.units(4)).order();

        assertThat(moved(shop.coupons().giveBack(nothing))).isEmpty();
        assertThat(moved(shop.coupons().giveBack(capped))).containsExactly("7 TAKEN_BACK -7 has 0");
    }

    @Test
    void aRefundOfWhatBroughtTooLittleTakesNothing() {
        shop.bringing(PointReason.PURCHASE, 1);
        final long order = shop.buy(shop.units(3)).order();

        assertThat(moved(giveBack(order, 2))).isEmpty();
        assertThat(moved(giveBack(order, 1))).containsExactly("7 TAKEN_BACK -1 has 0");
    }

    @Test
    void whatWasSpentIsOwedAndMadeUpForByWhatIsEarnedNext() {
        shop.bringing(PointReason.PURCHASE, 40);
        final long order = shop.buy(shop.units(2)).order();
        claim();

        assertThat(moved(shop.coupons().giveBack(order))).containsExactly("7 TAKEN_BACK -40 has -30");
        assertThat(claim().detail()).isEqualTo(-30);
        assertThat(shop.given(10).balance()).isEqualTo(-20);
        assertThat(shop.given(50, 1_000).balance()).isEqualTo(30);
        assertThat(claim().outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.balance()).isZero();
    }

    /** Of what makes up for something nothing is left that could expire. */
    @Test
    void whatMadeUpForADebtIsNotLostAgain() {
        shop.bringing(PointReason.PURCHASE, 40, 0, 1_000);
        final long order = shop.buy(shop.units(2)).order();
        claim();
        shop.coupons().giveBack(order);

        assertThat(shop.given(35, 1_000).balance()).isEqualTo(5);
        assertThat(shop.pass(1_000).balance()).isZero();
    }

    @Test
    void theInviterKeepsWhatTheFirstOrderBrought() {
        shop.bringing(PointReason.REFERRAL, 50);
        final long order = shop.buy(shop.units(2).touchedBy(0, 0, 0, 8)).order();

        assertThat(moved(shop.coupons().giveBack(order))).isEmpty();
        assertThat(shop.page(8).balance()).isEqualTo(50);
    }

    @Test
    void aRefundThatIsToldOfAgainTakesNothingMore() {
        shop.bringing(PointReason.PURCHASE, 5);
        final RefundBuilder refund =
                RefundBuilder.refund(shop.buy(shop.units(2)).order(), "r");
        shop.shop().refund(refund);

        assertThat(moved(shop.shop().refund(refund))).isEmpty();
        assertThat(shop.balance()).isZero();
    }

    private void costing(final int points) {
        shop.coupons().giving(campaign().costing(points).each(10));
    }

    private Outcome put(final int points) {
        return shop.coupons().put(campaign().costing(points)).outcome();
    }

    private Decision claim() {
        return shop.coupons().claim(VIEWER, "claim-" + ++claims);
    }

    private Decision giveBack(final long order, final int units) {
        return shop.coupons().giveBack(order, Shop.OFFER, units);
    }
}
