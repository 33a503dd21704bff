package io.sluice.engine.core;

import static io.sluice.engine.core.OrderBuilder.order;
import static io.sluice.engine.core.RefundBuilder.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import org.junit.jupiter.api.Test;

/** What operators do to orders on their owners' behalf. */
class OrderServiceTest {
    private static final long OPERATOR = 31;

    private final Shop shop = Shop.open();

    @Test
    void anybodysUnpaidOrderIsGivenBack() {
        final long order = shop.reserve(order("k").of(Shop.OFFER, 2));

        final Decision decision = shop.cancelFor(OPERATOR, order);

        assertThat(decision.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(shop.item().available()).isEqualTo(Shop.STOCK);
        assertThat(shop.cancelFor(OPERATOR, order).cause()).isEqualTo(Outcome.CANCELLED);
        assertThat(shop.cancelFor(OPERATOR, order + 1).outcome()).isEqualTo(Outcome.ORDER_UNKNOWN);
        assertThat(shop.cancelFor(0, order).outcome()).isEqualTo(Outcome.ORDER_UNKNOWN);
        assertThat(shop.cancelFor(-1, order).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
    }

    @Test
    void aRefundThatIsAskedForMovesNothingUntilTheProviderHasPaidBack() {
        final long order = shop.buy(order("k").of(Shop.OFFER, 3));
        final long left = shop.item().available();

        final Decision asked = shop.requestRefund(OPERATOR, refund(order, "q").of(Shop.OFFER, 2));

        assertThat(asked.outcome()).isEqualTo(Outcome.REFUND_REQUESTED);
        assertThat(asked.amountFen()).isEqualTo(2 * Shop.PRICE_FEN);
        assertThat(asked.picture().state()).isEqualTo(OrderState.PAID);
        assertThat(asked.picture().quantity(0)).isEqualTo(2);
        assertThat(shop.item().available()).isEqualTo(left);
        assertThat(shop.find(order).picture().refundedFen()).isZero();
    }

    @Test
    void nobodyAsksAgainBeforeTheProviderHasPaidBack() {
        final long order = shop.buy(order("k").of(Shop.OFFER, 3));
        final long askedAt = shop.requestRefund(OPERATOR, refund(order, "q").of(Shop.OFFER, 1))
                .sequence();

        final Decision again =
                shop.requestRefund(OPERATOR + 1, refund(order, "other").of(Shop.OFFER, 1));

        assertThat(again.outcome()).isEqualTo(Outcome.REFUND_PENDING);
        assertThat(again.detail()).isEqualTo(askedAt);
        shop.refund(refund(order, "provider").of(Shop.OFFER, 1));
        assertThat(shop.requestRefund(OPERATOR, refund(order, "r").of(Shop.OFFER, 3))
                        .outcome())
                .isEqualTo(Outcome.REFUND_EXCEEDS_LINE);
        assertThat(shop.requestRefund(OPERATOR, refund(order, "s")).amountFen()).isEqualTo(2 * Shop.PRICE_FEN);
    }

    @Test
    void theSameKeyIsTheFirstAnswerAgainAndOfAnotherOperatorAnotherKey() {
        final long order = shop.buy(order("k").of(Shop.OFFER, 3));
        final long askedAt = shop.requestRefund(OPERATOR, refund(order, "q")).sequence();

        final Decision again = shop.requestRefund(OPERATOR, refund(order, "q"));

        assertThat(again.outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(again.answeredAt()).isEqualTo(askedAt);
        assertThat(again.amountFen()).isEqualTo(3 * Shop.PRICE_FEN);
        assertThat(shop.requestRefund(OPERATOR, refund(order, "q").of(Shop.OFFER, 1))
                        .outcome())
                .isEqualTo(Outcome.KEY_REUSED);
        assertThat(shop.requestRefund(OPERATOR + 1, refund(order, "q")).outcome())
                .isEqualTo(Outcome.REFUND_PENDING);
    }

    @Test
    void onlyWhatWasPaidIsAskedFor() {
        final long unpaid = shop.reserve(order("k").of(Shop.OFFER, 1));
        assertThat(shop.requestRefund(OPERATOR, refund(unpaid, "q")).outcome()).isEqualTo(Outcome.ORDER_NOT_REFUNDABLE);
        assertThat(shop.requestRefund(OPERATOR, refund(99, "q")).outcome()).isEqualTo(Outcome.ORDER_UNKNOWN);
        assertThat(shop.requestRefund(0, refund(unpaid, "q")).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
    }

    @Test
    void whatIsPendingIsInTheSavedState() {
        final long order = shop.buy(order("k").of(Shop.OFFER, 2));
        final long before = shop.core().stateHash();
        shop.requestRefund(OPERATOR, refund(order, "q"));

        final StateBytes state = new StateBytes();
        shop.core().save(state);
        final FlashCore reloaded = new FlashCore(CoreReserves.NONE);
        reloaded.load(state);

        assertThat(shop.core().stateHash()).isNotEqualTo(before);
        assertThat(reloaded.stateHash()).isEqualTo(shop.core().stateHash());
        final Decision decision = new Decision().begin(99, 1);
        reloaded.pendingRefunds().request(OPERATOR, refund(order, "other").build(), decision);
        assertThat(decision.outcome()).isEqualTo(Outcome.REFUND_PENDING);
    }
}
