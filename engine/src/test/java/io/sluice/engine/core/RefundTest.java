package io.sluice.engine.core;

import static io.sluice.engine.core.OfferBuilder.offer;
import static io.sluice.engine.core.OrderBuilder.order;
import static io.sluice.engine.core.RefundBuilder.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.ReturnedStock;
import org.junit.jupiter.api.Test;

/** Money that went back, for the whole of an order or for some of its units. */
class RefundTest {
    private static final long OTHER = 101;
    private static final long OTHER_PRICE_FEN = 300;

    private final Shop shop = Shop.open().sell(offer(OTHER).of(11).at(OTHER_PRICE_FEN), 10);

    @Test
    void aWholeOrderIsRefunded() {
        final long order = shop.buy(order("k").of(Shop.OFFER, 2).of(OTHER, 1));

        final Decision decision = shop.refund(refund(order, "r"));

        assertThat(decision.outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(decision.amountFen()).isEqualTo(2 * Shop.PRICE_FEN + OTHER_PRICE_FEN);
        assertThat(decision.picture().state()).isEqualTo(OrderState.REFUNDED);
        assertThat(decision.picture().refundedFen())
                .isEqualTo(decision.picture().totalFen());
        assertThat(decision.picture().returned()).isEqualTo(ReturnedStock.RETURN);
        assertThat(decision.picture().lines()).isEqualTo(2);
        assertThat(decision.stockSize()).isEqualTo(2);
        assertThat(shop.item().available()).isEqualTo(Shop.STOCK);
    }

    @Test
    void someUnitsOfALineAreRefundedAndTheOrderStaysPaid() {
        final long order = shop.buy(order("k").of(Shop.OFFER, 3).of(OTHER, 1));

        final Decision decision = shop.refund(refund(order, "r").of(Shop.OFFER, 2));

        assertThat(decision.amountFen()).isEqualTo(2 * Shop.PRICE_FEN);
        final OrderPicture picture = decision.picture();
        assertThat(picture.state()).isEqualTo(OrderState.PAID);
        assertThat(picture.refundedFen()).isEqualTo(2 * Shop.PRICE_FEN);
        assertThat(picture.lines()).isEqualTo(1);
        assertThat(picture.offer(0)).isEqualTo(Shop.OFFER);
        assertThat(picture.quantity(0)).isEqualTo(2);
        assertThat(picture.refunded(0)).isEqualTo(2);
        assertThat(shop.find(order).picture().lines()).isEqualTo(2);
    }

    @Test
    void theWholeOfAPartlyRefundedOrderIsWhatIsLeft() {
        final long order = shop.buy(order("k").of(Shop.OFFER, 3).of(OTHER, 1));
        shop.refund(refund(order, "r1").of(Shop.OFFER, 2));

        final Decision decision = shop.refund(refund(order, "r2"));

        assertThat(decision.amountFen()).isEqualTo(Shop.PRICE_FEN + OTHER_PRICE_FEN);
        assertThat(decision.picture().state()).isEqualTo(OrderState.REFUNDED);
        assertThat(decision.picture().refundedFen())
                .isEqualTo(decision.picture().totalFen());
    }

    @Test
    void theLastUnitRefundedByLineMakesTheOrderRefunded() {
        final long order = shop.buy(order("k").of(Shop.OFFER, 1).of(OTHER, 1));
        shop.refund(refund(order, "r1").of(OTHER, 1));

        assertThat(shop.refund(refund(order, "r2").of(Shop.OFFER, 1)).picture().state())
                .isEqualTo(OrderState.REFUNDED);
    }

    @Test
    void linesOfOneOfferAreEmptiedInTheirOrder() {
        final long order = shop.buy(order("k").of(OTHER, 2).of(Shop.OFFER, 1).of(OTHER, 3));

        final OrderPicture first = shop.refund(refund(order, "r1").of(OTHER, 3)).picture();
        assertThat(first.lines()).isEqualTo(2);
        assertThat(first.quantity(0)).isEqualTo(2);
        assertThat(first.quantity(1)).isEqualTo(1);

        final OrderPicture second =
                shop.refund(refund(order, "r2").of(OTHER, 1).of(OTHER, 1)).picture();
        assertThat(second.lines()).isEqualTo(1);
        assertThat(second.quantity(0)).isEqualTo(2);
        assertThat(second.refunded(0)).isEqualTo(3);
        assertThat(second.state()).isEqualTo(OrderState.PAID);
    }

    @Test
    void refundedUnitsAreWrittenOffWhenAskedFor() {
        final long order = shop.buy(order("k").of(Shop.OFFER, 2));

        final Decision decision = shop.refund(refund(order, "r").writtenOff());

        assertThat(decision.picture().returned()).isEqualTo(ReturnedStock.WRITE_OFF);
        assertThat(shop.item().writtenOff()).isEqualTo(2);
        assertThat(shop.item().available()).isEqualTo(Shop.STOCK - 2);
    }

    @Test
    void anOrderThatWasPaidLateIsRefundedLikeAnyOther() {
        final long order = shop.expired(order("k"));
        shop.pay(order, Shop.PRICE_FEN, "p");

        assertThat(shop.refund(refund(order, "r")).outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(shop.item().available()).isEqualTo(Shop.STOCK);
    }

    @Test
    void moreThanIsLeftIsNotRefunded() {
        final long order = shop.buy(order("k").of(OTHER, 2).of(OTHER, 3).of(Shop.OFFER, 1));
        shop.refund(refund(order, "r1").of(OTHER, 1));

        final Decision decision =
                shop.refund(refund(order, "r2").of(Shop.OFFER, 1).of(OTHER, 4).of(OTHER, 1));

        assertThat(decision.outcome()).isEqualTo(Outcome.REFUND_EXCEEDS_LINE);
        assertThat(decision.line()).isEqualTo(1);
        assertThat(decision.detail()).isEqualTo(4);
        assertThat(decision.amountFen()).isZero();
        assertThat(shop.item(11).sold()).isEqualTo(4);
        assertThat(shop.item().sold()).isEqualTo(1);
    }

    @Test
    void anOfferThatTheOrderHasNotIsNotRefunded() {
        final long order = shop.buy(order("k"));

        final Decision decision =
                shop.refund(refund(order, "r").of(Shop.OFFER, 9).of(OTHER, 1));

        assertThat(decision.outcome()).isEqualTo(Outcome.LINE_UNKNOWN);
        assertThat(decision.line()).isEqualTo(1);
        assertThat(decision.order()).isEqualTo(order);
    }

    @Test
    void onlyAPaidOrderIsRefunded() {
        final long refunded = shop.buy(order("d"));
        shop.refund(refund(refunded, "r"));
        assertNotRefundable(refunded);
        assertNotRefundable(shop.expired(order("c")));
        assertNotRefundable(shop.reserve(order("a")));
        final long cancelled = shop.reserve(order("b"));
        shop.cancel(Shop.VIEWER, cancelled);
        assertNotRefundable(cancelled);
    }

    @Test
    void noOrderIsRefunded() {
        assertThat(shop.refund(refund(99, "r")).outcome()).isEqualTo(Outcome.ORDER_UNKNOWN);
    }

    @Test
    void aShapeThatNoGatewaySendsIsInvalid() {
        final long order = shop.buy(order("k"));
        final RefundBuilder tooLong = refund(order, "r");
        for (int i = 0; i <= ProtocolLimits.MAX_LINES; i++) {
            tooLong.of(Shop.OFFER, 1);
        }

        assertInvalid(tooLong);
        assertInvalid(refund(order, ""));
        assertInvalid(refund(order, "a b"));
        assertInvalid(refund(order, "r".repeat(ProtocolLimits.MAX_KEY_BYTES + 1)));
        assertInvalid(refund(order, "r").returning(null));
        assertInvalid(refund(order, "r").of(Shop.OFFER, 0));
        assertInvalid(refund(order, "r").of(Shop.OFFER, ProtocolLimits.MAX_QUANTITY + 1));
        assertThat(shop.item().sold()).isEqualTo(1);
    }

    private void assertInvalid(final RefundBuilder refund) {
        assertThat(shop.refund(refund).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
    }

    private void assertNotRefundable(final long order) {
        final Decision decision = shop.refund(refund(order, "not-" + order));
        assertThat(decision.outcome()).isEqualTo(Outcome.ORDER_NOT_REFUNDABLE);
        assertThat(decision.order()).isEqualTo(order);
    }
}
