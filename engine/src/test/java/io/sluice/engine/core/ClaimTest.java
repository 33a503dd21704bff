package io.sluice.engine.core;

import static io.sluice.engine.core.CampaignBuilder.CAMPAIGN;
import static io.sluice.engine.core.CampaignBuilder.DAY_MS;
import static io.sluice.engine.core.CampaignBuilder.DISCOUNT_FEN;
import static io.sluice.engine.core.CampaignBuilder.campaign;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.CouponState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import org.junit.jupiter.api.Test;

/** What a claim gives and takes. */
class ClaimTest {
    private static final long VIEWER = Shop.VIEWER;
    private static final int NORTH_POLE = ProtocolLimits.MAX_LATITUDE_E6;
    private static final int DATE_LINE = ProtocolLimits.MAX_LONGITUDE_E6;

    private final CouponShop shop = CouponShop.open();

    @Test
    void couponsAreNumberedFromOneWhoeverClaimsWhichever() {
        shop.giving(campaign()).giving(campaign(51));

        assertThat(shop.coupon(7, CAMPAIGN)).isEqualTo(1);
        assertThat(shop.coupon(8, 51)).isEqualTo(2);
        assertThat(shop.coupon(7, 51)).isEqualTo(3);
    }

    @Test
    void aCouponIsShownWithTheTermsOfItsClaim() {
        shop.giving(campaign().taking(2_000, 700).above(900).goodFor(5));
        final Decision claim = shop.claim(VIEWER, "k");

        final CouponPage page = shop.coupons(VIEWER);
        assertThat(page.size()).isEqualTo(1);
        assertThat(page.number(0)).isEqualTo(claim.detail());
        assertThat(page.campaign(0)).isEqualTo(CAMPAIGN);
        assertThat(page.state(0)).isEqualTo(CouponState.CLAIMED);
        assertThat(page.order(0)).isZero();
        assertThat(page.claimedAt(0)).isEqualTo(claim.sequence());
        assertThat(page.claimedAtMs(0)).isEqualTo(shop.shop().nowMs());
        assertThat(page.expiresAtMs(0)).isEqualTo(shop.shop().nowMs() + 5);
        assertThat(page.discountFen(0)).isEqualTo(700);
        assertThat(page.basisPoints(0)).isEqualTo(2_000);
        assertThat(page.minimumFen(0)).isEqualTo(900);
        assertThat(page.isByPosition(0)).isFalse();
    }

    @Test
    void theSameKeyGivesTheSameCouponAgain() {
        shop.giving(campaign().each(2));
        final Decision first = shop.claim(VIEWER, "k");
        shop.claim(VIEWER, "other");

        final Decision again = shop.claim(VIEWER, "k");

        assertThat(again.outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(again.cause()).isEqualTo(Outcome.ACCEPTED);
        assertThat(again.detail()).isEqualTo(first.detail());
        assertThat(shop.campaign().claimed()).isEqualTo(2);
    }

    @Test
    void itDoesSoAlsoWhenTheCampaignIsOverOrHasNoneLeft() {
        final long closesAtMs = shop.shop().nowMs() + 1;
        shop.giving(campaign().many(1).claimed(0, closesAtMs));
        shop.claim(VIEWER, "k");
        assertThat(shop.claim(VIEWER, "k").outcome()).isEqualTo(Outcome.REPEATED);
        shop.shop().pass(DAY_MS);

        assertThat(shop.claim(VIEWER, "k").outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(shop.claim(VIEWER, "new").outcome()).isEqualTo(Outcome.CLAIM_CLOSED);
    }

    @Test
    void aKeyIsTheViewersAndTheCampaigns() {
        shop.giving(campaign()).giving(campaign(51));

        assertThat(shop.claim(VIEWER, "k").detail()).isEqualTo(1);
        assertThat(shop.claim(8, "k").detail()).isEqualTo(2);
        assertThat(shop.claim(VIEWER, 51, "k").detail()).isEqualTo(3);
    }

    @Test
    void aRefusedClaimUsesNoKeyUp() {
        shop.giving(campaign().claimed(shop.shop().nowMs() + 1, Long.MAX_VALUE));
        assertThat(shop.claim(VIEWER, "k").outcome()).isEqualTo(Outcome.CLAIM_NOT_OPEN);

        shop.shop().pass(1);

        assertThat(shop.claim(VIEWER, "k").outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void itCanBeClaimedFromItsBeginningUntilItsEnd() {
        final long nowMs = shop.shop().nowMs();
        shop.giving(campaign().claimed(nowMs + 1, nowMs + 3));

        assertThat(shop.claim(7, "k").detail()).isEqualTo(nowMs + 1);
        shop.shop().pass(1);
        assertThat(shop.claimed(7)).isEqualTo(Outcome.ACCEPTED);
        shop.shop().pass(1);
        assertThat(shop.claimed(8)).isEqualTo(Outcome.ACCEPTED);
        shop.shop().pass(1);
        final Decision closed = shop.claim(9, "k");
        assertThat(closed.outcome()).isEqualTo(Outcome.CLAIM_CLOSED);
        assertThat(closed.detail()).isEqualTo(nowMs + 3);
    }

    @Test
    void oneViewerClaimsSoManyOfACampaign() {
        shop.giving(campaign().each(2)).giving(campaign(51));
        shop.coupon();
        shop.coupon();

        final Decision refused = shop.claim(VIEWER, "k");

        assertThat(refused.outcome()).isEqualTo(Outcome.CLAIM_LIMIT);
        assertThat(refused.detail()).isEqualTo(2);
        assertThat(shop.claim(VIEWER, 51, "k").outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    /** Nobody is meant to get a second one by returning what the first one bought. */
    @Test
    void aCouponThatCameBackCountsStill() {
        shop.giving(campaign().comingBack());
        final long order = shop.shop().reserve(shop.order(shop.coupon()));
        shop.pay(order);
        shop.giveBack(order);

        assertThat(shop.claimed(VIEWER)).isEqualTo(Outcome.CLAIM_LIMIT);
    }

    @Test
    void asManyAreClaimedAsThereAre() {
        shop.giving(campaign().many(2));

        assertThat(shop.claimed(7)).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.claimed(8)).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.claimed(9)).isEqualTo(Outcome.COUPONS_GONE);
    }

    @Test
    void asManyAreClaimedAsTheBudgetBears() {
        shop.giving(campaign().within(3 * DISCOUNT_FEN - 1));

        assertThat(shop.claimed(7)).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.claimed(8)).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.claimed(9)).isEqualTo(Outcome.COUPONS_GONE);
        assertThat(shop.campaign().takenFen()).isEqualTo(2 * DISCOUNT_FEN);
    }

    @Test
    void aClaimTakesTheMostOfAShareOutOfTheBudget() {
        shop.giving(campaign().taking(1, DISCOUNT_FEN).within(DISCOUNT_FEN));

        assertThat(shop.claimed(7)).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.claimed(8)).isEqualTo(Outcome.COUPONS_GONE);
    }

    @Test
    void whatAClaimTookIsTakenForGood() {
        shop.giving(campaign().within(DISCOUNT_FEN).comingBack());
        final long order = shop.shop().reserve(shop.order(shop.coupon()));
        shop.shop().cancel(VIEWER, order);
        shop.shop().pass(DAY_MS);

        assertThat(shop.claimed(8)).isEqualTo(Outcome.COUPONS_GONE);
        assertThat(shop.campaign().takenFen()).isEqualTo(DISCOUNT_FEN);
    }

    @Test
    void moreBudgetMakesMoreCoupons() {
        shop.giving(campaign().within(DISCOUNT_FEN));
        shop.coupon();

        shop.giving(campaign().within(2 * DISCOUNT_FEN));

        assertThat(shop.claimed(8)).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.claimed(9)).isEqualTo(Outcome.COUPONS_GONE);
    }

    @Test
    void theLargestBudgetDoesNotOverflow() {
        shop.giving(campaign().taking(ProtocolLimits.MAX_PRICE_FEN).within(Long.MAX_VALUE));
        shop.coupon();

        assertThat(shop.claimed(8)).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void thereAreAsManyCouponsAsThereMayBeOrders() {
        final CouponShop small =
                CouponShop.open(LimitsBuilder.limits().orders(2)).giving(campaign());
        small.coupon(7, CAMPAIGN);
        small.coupon(8, CAMPAIGN);

        assertThat(small.claimed(9)).isEqualTo(Outcome.CAPACITY);

        small.shop().changeLimits(LimitsBuilder.limits().orders(3).build());
        assertThat(small.claimed(9)).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aClaimHasAViewerAKeyAndAPlaceOnEarthOrNone() {
        shop.giving(campaign().each(5));

        assertThat(shop.claim(0, "k").outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.claim(ProtocolLimits.MAX_ID + 1, "k").outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.claim(7, "").outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.claim(7, "two words").outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(at(NORTH_POLE + 1, 0)).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(at(-NORTH_POLE - 1, 0)).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(at(0, DATE_LINE + 1)).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(at(0, -DATE_LINE - 1)).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(at(0, ProtocolLimits.NO_POSITION)).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(at(ProtocolLimits.NO_POSITION, 0)).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(at(NORTH_POLE, -DATE_LINE)).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aPageHasTheNewestCouponsAndSaysWhetherThereAreOlderOnes() {
        shop.giving(campaign().each(5));
        for (int i = 0; i < 5; i++) {
            shop.coupon(i == 1 ? 8 : VIEWER, CAMPAIGN);
        }

        final CouponPage first = shop.coupons(VIEWER, 0, 3);
        assertThat(new long[] {first.number(0), first.number(1), first.number(2)})
                .containsExactly(5, 4, 3);
        assertThat(first.size()).isEqualTo(3);
        assertThat(first.hasMore()).isTrue();

        final CouponPage second = shop.coupons(VIEWER, 3, 3);
        assertThat(second.size()).isEqualTo(1);
        assertThat(second.number(0)).isEqualTo(1);
        assertThat(second.hasMore()).isFalse();
    }

    @Test
    void aPageBehindAnothersCouponOrBehindNoneIsEmpty() {
        shop.giving(campaign());
        shop.coupon();
        final long another = shop.coupon(8, CAMPAIGN);

        assertThat(shop.coupons(VIEWER, another, 3).size()).isZero();
        assertThat(shop.coupons(VIEWER, 99, 3).size()).isZero();
        assertThat(shop.coupons(9).size()).isZero();
        assertThat(shop.coupons(VIEWER, 0, -1).size()).isZero();
        assertThat(shop.coupons(VIEWER, 0, -1).hasMore()).isTrue();
    }

    private Outcome at(final int latitudeE6, final int longitudeE6) {
        return shop.claim(VIEWER, CAMPAIGN, latitudeE6, longitudeE6, "key").outcome();
    }
}
