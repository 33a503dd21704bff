package io.sluice.engine.core;

import static io.sluice.engine.core.CampaignBuilder.CAMPAIGN;
import static io.sluice.engine.core.CampaignBuilder.DAY_MS;
import static io.sluice.engine.core.CampaignBuilder.DISCOUNT_FEN;
import static io.sluice.engine.core.CampaignBuilder.campaign;
import static io.sluice.engine.core.OfferBuilder.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.CouponState;
import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a coupon takes off an order, and where it goes with the order. */
class OrderCouponTest {
    private static final long VIEWER = Shop.VIEWER;
    private static final long PRICE_FEN = Shop.PRICE_FEN;
    private static final long FLASH = 101;
    private static final long FLASH_LIST_FEN = 900;
    private static final long FLASH_FEN = 300;
    private static final long OTHER = 102;
    private static final long OTHER_FEN = 333;

    private final CouponShop shop = CouponShop.open();

    OrderCouponTest() {
        shop.shop().sell(offer(FLASH).of(11).at(FLASH_LIST_FEN).during(0, Long.MAX_VALUE, FLASH_FEN), 100);
        shop.shop().sell(offer(OTHER).of(12).at(OTHER_FEN), 100);
    }

    @Test
    void whatIsLeftToPayIsWhatTheLinesCostLessTheCoupon() {
        shop.giving(campaign());
        final long coupon = shop.coupon();

        final Decision decision = shop.shop().place(shop.order(coupon).of(Shop.OFFER, 2));

        assertThat(decision.outcome()).isEqualTo(Outcome.RESERVED);
        final OrderPicture picture = decision.picture();
        assertThat(picture.totalFen()).isEqualTo(2 * PRICE_FEN - DISCOUNT_FEN);
        assertThat(picture.coupon()).isEqualTo(coupon);
        assertThat(picture.discountFen()).isEqualTo(DISCOUNT_FEN);
        assertThat(picture.discountFen(0)).isEqualTo(DISCOUNT_FEN);
        assertThat(picture.unitPriceFen(0)).isEqualTo(PRICE_FEN);
        assertThat(shop.pay(decision.order()).amountFen()).isEqualTo(2 * PRICE_FEN - DISCOUNT_FEN);
    }

    @Test
    void anOrderWithoutACouponCostsWhatItAlwaysDid() {
        shop.giving(campaign());
        final long coupon = shop.coupon();
        shop.shop().reserve(shop.order(coupon));

        final OrderPicture picture =
                shop.shop().place(OrderBuilder.order("plain")).picture();

        assertThat(picture.totalFen()).isEqualTo(PRICE_FEN);
        assertThat(picture.coupon()).isZero();
        assertThat(picture.discountFen()).isZero();
        assertThat(picture.discountFen(0)).isZero();
    }

    @Test
    void aShareIsOfWhatTheLinesCostRoundedDown() {
        shop.giving(campaign().taking(1_500, 1_000));

        final OrderPicture picture = placed(shop.order(shop.coupon()).of(OTHER, 1));

        assertThat(picture.discountFen()).isEqualTo(OTHER_FEN * 15 / 100);
    }

    @Test
    void aShareTakesNoMoreThanItsMost() {
        shop.giving(campaign().taking(1_500, 1_000));

        assertThat(placed(shop.order(shop.coupon()).of(Shop.OFFER, 2)).discountFen())
                .isEqualTo(1_000);
    }

    @Test
    void anAmountTakesNoMoreThanTheLinesCostAndNothingIsPaidThen() {
        shop.giving(campaign());
        final OrderBuilder order = shop.order(shop.coupon()).of(OTHER, 1);

        final Decision decision = shop.shop().place(order.expecting(0));

        assertThat(decision.outcome()).isEqualTo(Outcome.RESERVED);
        assertThat(decision.picture().discountFen()).isEqualTo(OTHER_FEN);
        assertThat(decision.picture().totalFen()).isZero();
        assertThat(shop.pay(decision.order()).outcome()).isEqualTo(Outcome.PAID);
    }

    @Test
    void itIsSharedOutByCostToTheFen() {
        shop.giving(campaign().taking(100));

        final OrderPicture picture =
                placed(shop.order(shop.coupon()).of(OTHER, 1).of(OTHER, 1).of(OTHER, 1));

        assertThat(picture.discountFen(0)).isEqualTo(33);
        assertThat(picture.discountFen(1)).isEqualTo(33);
        assertThat(picture.discountFen(2)).isEqualTo(34);
    }

    @Test
    void theDearestOrderIsSharedOutToTheFen() {
        final int units = ProtocolLimits.MAX_QUANTITY;
        shop.shop().sell(offer(103).of(13).at(ProtocolLimits.MAX_PRICE_FEN), ProtocolLimits.MAX_LINES * (long) units);
        shop.giving(campaign().taking(9_999, ProtocolLimits.MAX_PRICE_FEN).within(Long.MAX_VALUE));
        final OrderBuilder order = shop.order(shop.coupon());
        for (int i = 0; i < ProtocolLimits.MAX_LINES; i++) {
            order.of(103, units - i);
        }

        final OrderPicture picture = placed(order);

        long sumFen = 0;
        for (int i = 0; i < ProtocolLimits.MAX_LINES; i++) {
            sumFen += picture.discountFen(i);
            assertThat(picture.discountFen(i)).isBetween(0L, ProtocolLimits.MAX_PRICE_FEN / 15);
        }
        assertThat(sumFen).isEqualTo(picture.discountFen()).isEqualTo(ProtocolLimits.MAX_PRICE_FEN);
    }

    @Test
    void onTopItComesOffTheFlashPrice() {
        shop.giving(campaign().taking(5_000, DISCOUNT_FEN));

        final OrderPicture picture = placed(shop.order(shop.coupon()).of(FLASH, 2));

        assertThat(picture.discountFen()).isEqualTo(FLASH_FEN);
        assertThat(picture.totalFen()).isEqualTo(FLASH_FEN);
    }

    @Test
    void forRegularPricesOnlyALineAtAFlashPriceNeitherCountsNorGetsCheaper() {
        shop.giving(campaign().regularOnly().taking(1_000, DISCOUNT_FEN).above(2 * OTHER_FEN));

        final long coupon = shop.coupon();
        assertThat(shop.ordered(shop.order(coupon).of(FLASH, 5).of(OTHER, 1))).isEqualTo(Outcome.COUPON_MINIMUM);

        final OrderPicture picture = placed(shop.order(coupon).of(FLASH, 5).of(OTHER, 2));
        assertThat(picture.discountFen(0)).isZero();
        assertThat(picture.discountFen(1)).isEqualTo(66);
        assertThat(picture.totalFen()).isEqualTo(5 * FLASH_FEN + 2 * OTHER_FEN - 66);
    }

    @Test
    void forRegularPricesOnlyItIsForNoFlashPriceAndForThePriceBehindTheWindow() {
        final long endMs = shop.shop().nowMs() + 5;
        shop.shop().sell(offer(104).of(14).during(0, endMs, 1), 5);
        shop.giving(campaign().regularOnly());
        final long coupon = shop.coupon();

        assertThat(shop.ordered(shop.order(coupon).of(104, 1))).isEqualTo(Outcome.COUPON_NOT_FOR_THIS);
        shop.shop().pass(5);
        assertThat(shop.ordered(shop.order(coupon).of(104, 1))).isEqualTo(Outcome.RESERVED);
    }

    /** A window may name the list price itself: there is no flash then. */
    @Test
    void aWindowAtTheListPriceIsNoFlashPrice() {
        shop.shop().sell(offer(105).of(15).at(777).during(0, Long.MAX_VALUE, 777), 5);
        shop.giving(campaign().regularOnly());

        assertThat(shop.ordered(shop.order(shop.coupon()).of(105, 1))).isEqualTo(Outcome.RESERVED);
    }

    @Test
    void ofAnOrderOnlyTheLinesItIsForCountAndGetCheaper() {
        shop.giving(campaign().of(OTHER, FLASH).above(OTHER_FEN + FLASH_FEN));
        final long coupon = shop.coupon();

        assertThat(shop.ordered(shop.order(coupon).of(Shop.OFFER, 1))).isEqualTo(Outcome.COUPON_NOT_FOR_THIS);
        assertThat(shop.ordered(shop.order(coupon).of(Shop.OFFER, 9).of(OTHER, 1)))
                .isEqualTo(Outcome.COUPON_MINIMUM);

        final OrderPicture picture =
                placed(shop.order(coupon).of(OTHER, 1).of(Shop.OFFER, 9).of(FLASH, 1));
        assertThat(picture.discountFen(0)).isEqualTo(DISCOUNT_FEN * OTHER_FEN / (OTHER_FEN + FLASH_FEN));
        assertThat(picture.discountFen(1)).isZero();
        assertThat(picture.discountFen(0) + picture.discountFen(2)).isEqualTo(DISCOUNT_FEN);
    }

    @Test
    void linesCostEnoughAtTheMinimumAndOneFenBelowTheyDoNot() {
        shop.giving(campaign().above(PRICE_FEN)).giving(campaign(51).above(PRICE_FEN + 1));

        assertThat(shop.ordered(shop.order(shop.coupon()))).isEqualTo(Outcome.RESERVED);
        final Decision refused = shop.shop().place(shop.order(shop.coupon(VIEWER, 51)));
        assertThat(refused.outcome()).isEqualTo(Outcome.COUPON_MINIMUM);
        assertThat(refused.detail()).isEqualTo(PRICE_FEN + 1);
        assertThat(refused.picture().totalFen()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "01", "2", "-1", "1x", "C", "9007199254740992", "99999999999999999999999999999999"})
    void whatIsNoCouponsNumberIsUnknown(final String code) {
        shop.giving(campaign());
        shop.coupon();

        assertThat(shop.ordered(OrderBuilder.order("k").withCoupon(code))).isEqualTo(Outcome.COUPON_UNKNOWN);
    }

    @Test
    void anothersCouponIsUnknown() {
        shop.giving(campaign());
        final long anothers = shop.coupon(8, CAMPAIGN);

        assertThat(shop.ordered(shop.order(anothers))).isEqualTo(Outcome.COUPON_UNKNOWN);
        assertThat(shop.ordered(shop.order(anothers).by(8))).isEqualTo(Outcome.RESERVED);
    }

    @Test
    void itIsGoodUntilItExpires() {
        shop.giving(campaign().goodFor(DAY_MS));
        final long coupon = shop.coupon();
        final long expiresAtMs = shop.shop().nowMs() + DAY_MS;

        shop.shop().pass(DAY_MS);
        final Decision refused = shop.shop().place(shop.order(coupon));
        assertThat(refused.outcome()).isEqualTo(Outcome.COUPON_EXPIRED);
        assertThat(refused.detail()).isEqualTo(expiresAtMs);

        shop.shop().pass(-1);
        assertThat(shop.ordered(shop.order(coupon))).isEqualTo(Outcome.RESERVED);
    }

    @Test
    void whatIsLeftToPayIsWhatAViewerExpects() {
        shop.giving(campaign());
        final long coupon = shop.coupon();

        final Decision changed = shop.shop().place(shop.order(coupon).expecting(PRICE_FEN));
        assertThat(changed.outcome()).isEqualTo(Outcome.PRICE_CHANGED);
        assertThat(changed.detail()).isEqualTo(PRICE_FEN - DISCOUNT_FEN);
        assertThat(changed.picture().totalFen()).isEqualTo(PRICE_FEN - DISCOUNT_FEN);

        assertThat(shop.ordered(shop.order(coupon).expecting(PRICE_FEN - DISCOUNT_FEN)))
                .isEqualTo(Outcome.RESERVED);
    }

    @Test
    void aRefusedOrderLeavesTheCouponToTheViewer() {
        shop.giving(campaign());
        final long coupon = shop.coupon();

        assertThat(shop.ordered(shop.order(coupon).of(Shop.OFFER, 101))).isEqualTo(Outcome.SOLD_OUT);

        assertThat(shop.stateOf(coupon)).isEqualTo(CouponState.CLAIMED);
        assertThat(shop.orderOf(coupon)).isZero();
    }

    @Test
    void anOrderHoldsItAndAPaidOneHasUsedIt() {
        shop.giving(campaign());
        final long coupon = shop.coupon();

        final long order = shop.shop().reserve(shop.order(coupon));
        assertThat(shop.stateOf(coupon)).isEqualTo(CouponState.HELD);
        assertThat(shop.orderOf(coupon)).isEqualTo(order);

        shop.pay(order);
        assertThat(shop.stateOf(coupon)).isEqualTo(CouponState.USED);
        assertThat(shop.orderOf(coupon)).isEqualTo(order);
    }

    @Test
    void aCouponThatAnOrderHasIsTaken() {
        shop.giving(campaign());
        final long coupon = shop.coupon();
        final long order = shop.shop().reserve(shop.order(coupon));

        final Decision whileHeld = shop.shop().place(shop.order(coupon));
        assertThat(whileHeld.outcome()).isEqualTo(Outcome.COUPON_TAKEN);
        assertThat(whileHeld.detail()).isEqualTo(order);

        shop.pay(order);
        assertThat(shop.shop().place(shop.order(coupon)).detail()).isEqualTo(order);
    }

    @Test
    void aCancelledOrderGivesItBack() {
        shop.giving(campaign());
        final long coupon = shop.coupon();
        final long order = shop.shop().reserve(shop.order(coupon));

        shop.shop().cancel(VIEWER, order);

        assertThat(shop.stateOf(coupon)).isEqualTo(CouponState.CLAIMED);
        assertThat(shop.orderOf(coupon)).isZero();
        assertThat(shop.shop().find(order).picture().coupon()).isEqualTo(coupon);
        assertThat(shop.ordered(shop.order(coupon))).isEqualTo(Outcome.RESERVED);
    }

    /** What cancels twice does not take it from the order that has it since. */
    @Test
    void aCancelledOrderGivesItBackOnce() {
        shop.giving(campaign());
        final long coupon = shop.coupon();
        final long first = shop.shop().reserve(shop.order(coupon));
        shop.shop().cancel(VIEWER, first);
        final long second = shop.shop().reserve(shop.order(coupon));

        assertThat(shop.shop().cancel(VIEWER, first).outcome()).isEqualTo(Outcome.REPEATED);

        assertThat(shop.orderOf(coupon)).isEqualTo(second);
    }

    @Test
    void anExpiredOrderGivesItBack() {
        shop.giving(campaign());
        final long coupon = shop.coupon();

        shop.shop().expired(shop.order(coupon));

        assertThat(shop.stateOf(coupon)).isEqualTo(CouponState.CLAIMED);
    }

    @Test
    void anOrderThatIsPaidInTimeHasItAlsoBeyondItsEnd() {
        shop.giving(campaign().goodFor(1));
        final long coupon = shop.coupon();
        final long order = shop.shop().reserve(shop.order(coupon));
        shop.shop().pass(1);

        assertThat(shop.pay(order).outcome()).isEqualTo(Outcome.PAID);
        assertThat(shop.stateOf(coupon)).isEqualTo(CouponState.USED);
    }

    @Test
    void aRepeatedOrderIsShownWithItsCoupon() {
        shop.giving(campaign());
        final OrderBuilder order = shop.order(shop.coupon());
        final long number = shop.shop().reserve(order);
        shop.shop().cancel(VIEWER, number);

        final Decision repeated = shop.shop().place(order);

        assertThat(repeated.outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(repeated.picture().state()).isEqualTo(OrderState.RESERVED);
        assertThat(repeated.picture().discountFen(0)).isEqualTo(DISCOUNT_FEN);
        assertThat(repeated.picture().totalFen()).isEqualTo(PRICE_FEN - DISCOUNT_FEN);
        assertThat(shop.shop().place(order.withCoupon("77")).outcome()).isEqualTo(Outcome.KEY_REUSED);
    }

    @Test
    void aCampaignThatIsChangedLaterChangesNoClaimedCouponButForItsOffers() {
        shop.giving(campaign().taking(1_000, 400).goodFor(DAY_MS).comingBack());
        final long coupon = shop.coupon();

        shop.giving(campaign().taking(9).above(999_999).goodFor(1).regularOnly().of(FLASH));
        shop.shop().pass(1);

        assertThat(shop.ordered(shop.order(coupon).of(Shop.OFFER, 1))).isEqualTo(Outcome.COUPON_NOT_FOR_THIS);
        final OrderPicture picture = placed(shop.order(coupon).of(FLASH, 5));
        assertThat(picture.discountFen()).isEqualTo(FLASH_FEN * 5 / 10);
        shop.pay(picture.number());
        shop.giveBack(picture.number());
        assertThat(shop.stateOf(coupon)).isEqualTo(CouponState.CLAIMED);
    }

    private OrderPicture placed(final OrderBuilder order) {
        final Decision decision = shop.shop().place(order);
        assertThat(decision.outcome()).isEqualTo(Outcome.RESERVED);
        return decision.picture();
    }
}
