package io.sluice.engine.core;

import static io.sluice.engine.core.CampaignBuilder.DISCOUNT_FEN;
import static io.sluice.engine.core.CampaignBuilder.campaign;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.CouponState;
import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import org.junit.jupiter.api.Test;

/** Money that comes late for an order with a coupon. */
class CouponPaymentTest {
    private static final long VIEWER = Shop.VIEWER;

    private final CouponShop shop = CouponShop.open();

    @Test
    void itTakesTheCouponAgain() {
        shop.giving(campaign());
        final long coupon = shop.coupon();
        final long order = shop.shop().expired(shop.order(coupon));

        final Decision paid = shop.pay(order);

        assertThat(paid.outcome()).isEqualTo(Outcome.PAID_LATE);
        assertThat(paid.amountFen()).isEqualTo(Shop.PRICE_FEN - DISCOUNT_FEN);
        assertThat(shop.stateOf(coupon)).isEqualTo(CouponState.USED);
        assertThat(shop.orderOf(coupon)).isEqualTo(order);
    }

    @Test
    void itIsDueBackWhenTheCouponHasExpired() {
        shop.giving(campaign().goodFor(Shop.HOLD_SECONDS * 1_000L));
        final long coupon = shop.coupon();
        final long order = shop.shop().expired(shop.order(coupon));

        final Decision due = shop.pay(order);

        assertThat(due.outcome()).isEqualTo(Outcome.REFUND_DUE);
        assertThat(due.cause()).isEqualTo(Outcome.COUPON_EXPIRED);
        assertThat(due.amountFen()).isEqualTo(Shop.PRICE_FEN - DISCOUNT_FEN);
        assertThat(due.picture().state()).isEqualTo(OrderState.EXPIRED);
        assertThat(shop.stateOf(coupon)).isEqualTo(CouponState.CLAIMED);
        assertThat(shop.shop().item().available()).isEqualTo(Shop.STOCK);
    }

    @Test
    void aMomentBeforeItHasExpiredItIsInTime() {
        shop.giving(campaign().goodFor(Shop.HOLD_SECONDS * 1_000L + 1));
        final long order = shop.shop().expired(shop.order(shop.coupon()));

        assertThat(shop.pay(order).outcome()).isEqualTo(Outcome.PAID_LATE);
    }

    @Test
    void itIsDueBackWhileAnotherOrderHasTheCoupon() {
        shop.giving(campaign());
        final long coupon = shop.coupon();
        final long order = shop.shop().expired(shop.order(coupon));
        final long other = shop.shop().reserve(shop.order(coupon));

        assertThat(shop.pay(order).cause()).isEqualTo(Outcome.COUPON_TAKEN);
        assertThat(shop.orderOf(coupon)).isEqualTo(other);

        shop.pay(other);
        assertThat(shop.pay(order).cause()).isEqualTo(Outcome.COUPON_TAKEN);
    }

    @Test
    void itIsInTimeOnceTheOtherOrderHasGivenTheCouponBack() {
        shop.giving(campaign());
        final long coupon = shop.coupon();
        final long order = shop.shop().expired(shop.order(coupon));
        shop.shop().cancel(VIEWER, shop.shop().reserve(shop.order(coupon)));

        assertThat(shop.pay(order).outcome()).isEqualTo(Outcome.PAID_LATE);
        assertThat(shop.orderOf(coupon)).isEqualTo(order);
    }

    /** Each has the fault that stands behind its own as well. */
    @Test
    void itIsDueBackForTheFirstCause() {
        shop.giving(campaign().goodFor(Shop.HOLD_SECONDS * 1_000L)).giving(campaign(51));
        shop.shop().putOffer(OfferBuilder.offer(Shop.OFFER).limitedTo(100));
        final long taken = shop.coupon(VIEWER, 51);
        final long ofTaken = shop.shop().reserve(shop.order(taken));
        final long ofExpired = shop.shop().reserve(shop.order(shop.coupon()));
        shop.shop().pass(Shop.HOLD_SECONDS * 1_000L);
        shop.shop().expire(ofTaken);
        shop.shop().expire(ofExpired);
        shop.shop().buy(shop.order(taken).of(Shop.OFFER, (int) Shop.STOCK));

        assertThat(shop.pay(ofExpired).cause()).isEqualTo(Outcome.COUPON_EXPIRED);
        assertThat(shop.pay(ofTaken).cause()).isEqualTo(Outcome.COUPON_TAKEN);

        shop.shop().changeLimits(LimitsBuilder.limits().viewerOffers(1).build());
        assertThat(shop.pay(ofExpired).cause()).isEqualTo(Outcome.CAPACITY);
    }

    @Test
    void moneyForAnOrderThatWasCancelledLeavesTheCouponToTheViewer() {
        shop.giving(campaign());
        final long coupon = shop.coupon();
        final long order = shop.shop().reserve(shop.order(coupon));
        shop.shop().cancel(VIEWER, order);

        assertThat(shop.pay(order).cause()).isEqualTo(Outcome.ORDER_CANCELLED);
        assertThat(shop.stateOf(coupon)).isEqualTo(CouponState.CLAIMED);
    }

    @Test
    void moneyForWhatTheLinesCostIsNotWhatTheOrderCosts() {
        shop.giving(campaign());
        final long coupon = shop.coupon();
        final long order = shop.shop().reserve(shop.order(coupon));

        assertThat(shop.shop().pay(order, Shop.PRICE_FEN, "too-much").cause()).isEqualTo(Outcome.AMOUNT_DIFFERS);
        assertThat(shop.stateOf(coupon)).isEqualTo(CouponState.HELD);
    }
}
