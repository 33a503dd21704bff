package io.sluice.engine.core;

import static io.sluice.engine.core.CampaignBuilder.campaign;
import static io.sluice.engine.core.OfferBuilder.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.CouponState;
import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import org.junit.jupiter.api.Test;

/** Refunds of an order with a coupon. */
class CouponRefundTest {
    private static final long CHEAP = 101;
    private static final long CHEAP_FEN = 100;
    private static final long DEAR = 102;
    private static final long DEAR_FEN = 999_999_999_999L;

    private final CouponShop shop = CouponShop.open();

    CouponRefundTest() {
        shop.shop().sell(offer(CHEAP).of(11).at(CHEAP_FEN), 1_000);
        shop.shop().sell(offer(DEAR).of(12).at(DEAR_FEN), 100_000);
    }

    /** Of 10 fen for 3 units, 3.33 are of one unit and 6.67 of two. */
    @Test
    void unitByUnitTheMoneyGoesBackToTheFen() {
        shop.giving(campaign().taking(10));
        final long order = bought(shop.order(shop.coupon()).of(CHEAP, 3));

        final Decision first = shop.giveBack(order, CHEAP, 1);
        assertThat(first.amountFen()).isEqualTo(CHEAP_FEN - 3);
        assertThat(first.picture().discountFen(0)).isEqualTo(3);
        assertThat(first.picture().discountFen()).isEqualTo(10);
        assertThat(shop.giveBack(order, CHEAP, 1).amountFen()).isEqualTo(CHEAP_FEN - 3);
        final Decision last = shop.giveBack(order, CHEAP, 1);
        assertThat(last.amountFen()).isEqualTo(CHEAP_FEN - 4);
        assertThat(last.picture().refundedFen()).isEqualTo(last.picture().totalFen());
    }

    @Test
    void severalUnitsAtOnceBringBackWhatTheyWouldOneByOne() {
        shop.giving(campaign().taking(10));
        final long order = bought(shop.order(shop.coupon()).of(CHEAP, 3));

        assertThat(shop.giveBack(order, CHEAP, 2).amountFen()).isEqualTo(2 * CHEAP_FEN - 6);
        assertThat(shop.giveBack(order).amountFen()).isEqualTo(CHEAP_FEN - 4);
    }

    @Test
    void theWholeOrderBringsBackWhatWasPaid() {
        shop.giving(campaign().taking(101).of(CHEAP));
        final long order = bought(shop.order(shop.coupon()).of(Shop.OFFER, 1).of(CHEAP, 2));

        final Decision refunded = shop.giveBack(order);

        assertThat(refunded.amountFen()).isEqualTo(Shop.PRICE_FEN + 2 * CHEAP_FEN - 101);
        assertThat(refunded.picture().discountFen(0)).isZero();
        assertThat(refunded.picture().discountFen(1)).isEqualTo(101);
    }

    @Test
    void aLineThatTheCouponIsNotForComesBackAtItsPrice() {
        shop.giving(campaign().of(CHEAP));
        final long order = bought(shop.order(shop.coupon()).of(Shop.OFFER, 2).of(CHEAP, 1));

        assertThat(shop.giveBack(order, Shop.OFFER, 1).amountFen()).isEqualTo(Shop.PRICE_FEN);
    }

    @Test
    void whatWasFreeBringsBackNothing() {
        shop.giving(campaign());
        final long order = bought(shop.order(shop.coupon()).of(CHEAP, 2));

        final Decision refunded = shop.giveBack(order);

        assertThat(refunded.outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(refunded.amountFen()).isZero();
        assertThat(refunded.picture().state()).isEqualTo(OrderState.REFUNDED);
    }

    /** The product of all that is taken off a line and of all its units does not fit. */
    @Test
    void theDearestLineGoesBackToTheFen() {
        shop.giving(campaign().taking(DEAR_FEN).within(DEAR_FEN));
        final long order = bought(shop.order(shop.coupon()).of(DEAR, 99_999));

        final long firstFen = shop.giveBack(order, DEAR, 99_998).amountFen();
        final long lastFen = shop.giveBack(order, DEAR, 1).amountFen();

        assertThat(firstFen + lastFen).isEqualTo(99_998 * DEAR_FEN);
        assertThat(DEAR_FEN - lastFen).isBetween(DEAR_FEN / 99_999, DEAR_FEN / 99_999 + 1);
    }

    @Test
    void theCouponComesBackWithTheWholeOrderIfTheCampaignSaysSo() {
        shop.giving(campaign().comingBack());
        final long coupon = shop.coupon();
        final long order = bought(shop.order(coupon));

        shop.giveBack(order);

        assertThat(shop.stateOf(coupon)).isEqualTo(CouponState.CLAIMED);
        assertThat(shop.orderOf(coupon)).isZero();
        assertThat(shop.ordered(shop.order(coupon))).isEqualTo(Outcome.RESERVED);
    }

    @Test
    void itComesBackWithTheLastUnitAndNotBefore() {
        shop.giving(campaign().comingBack());
        final long coupon = shop.coupon();
        final long order = bought(shop.order(coupon).of(CHEAP, 2).of(Shop.OFFER, 1));

        shop.giveBack(order, CHEAP, 2);
        assertThat(shop.stateOf(coupon)).isEqualTo(CouponState.USED);

        shop.giveBack(order, Shop.OFFER, 1);
        assertThat(shop.stateOf(coupon)).isEqualTo(CouponState.CLAIMED);
    }

    @Test
    void itStaysUsedIfTheCampaignDoesNotSaySo() {
        shop.giving(campaign());
        final long coupon = shop.coupon();
        final long order = bought(shop.order(coupon));

        shop.giveBack(order);

        assertThat(shop.stateOf(coupon)).isEqualTo(CouponState.USED);
        assertThat(shop.ordered(shop.order(coupon))).isEqualTo(Outcome.COUPON_TAKEN);
    }

    @Test
    void aCouponThatComesBackTooLateIsExpired() {
        shop.giving(campaign().comingBack().goodFor(5));
        final long coupon = shop.coupon();
        final long order = bought(shop.order(coupon));
        shop.shop().pass(5);

        shop.giveBack(order);

        assertThat(shop.stateOf(coupon)).isEqualTo(CouponState.CLAIMED);
        assertThat(shop.ordered(shop.order(coupon))).isEqualTo(Outcome.COUPON_EXPIRED);
    }

    @Test
    void aRefundThatIsToldOfAgainDoesNotTakeTheCouponFromWhoHasItSince() {
        shop.giving(campaign().comingBack());
        final long coupon = shop.coupon();
        final long order = bought(shop.order(coupon));
        final RefundBuilder refund = RefundBuilder.refund(order, "r");
        final long backFen = shop.shop().refund(refund).amountFen();
        final long next = shop.shop().reserve(shop.order(coupon));

        final Decision again = shop.shop().refund(refund);

        assertThat(again.outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(again.amountFen()).isEqualTo(backFen);
        assertThat(shop.orderOf(coupon)).isEqualTo(next);
    }

    private long bought(final OrderBuilder order) {
        final long number = shop.shop().reserve(order);
        assertThat(shop.pay(number).outcome()).isEqualTo(Outcome.PAID);
        return number;
    }
}
