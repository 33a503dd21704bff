package io.sluice.engine.core;

import static io.sluice.engine.core.OfferBuilder.offer;
import static io.sluice.engine.core.OrderBuilder.order;
import static io.sluice.engine.core.RefundBuilder.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.BodyField;
import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import org.junit.jupiter.api.Test;

/** Money that arrives: in time, late, or for nothing. It is never refused but for its reference. */
class PaymentTest {
    private static final long LIMITED = 101;
    private static final long DAY_MS = CoreLimits.MIN_KEY_RETENTION_MS;

    private final Shop shop = Shop.open().sell(offer(LIMITED).limitedTo(1), 0);

    @Test
    void anOrderIsPaid() {
        final long order = shop.reserve(order("k"));

        final Decision decision = shop.pay(order, Shop.PRICE_FEN, "p");

        assertThat(decision.outcome()).isEqualTo(Outcome.PAID);
        assertThat(decision.amountFen()).isEqualTo(Shop.PRICE_FEN);
        assertThat(decision.latenessMs()).isZero();
        assertThat(decision.picture().state()).isEqualTo(OrderState.PAID);
        assertThat(decision.picture().isLate()).isFalse();
        assertThat(decision.stock(0)).isSameAs(shop.item().shared());
    }

    @Test
    void moneyAfterTheHoldsEndButBeforeItsExpiryIsInTime() {
        final long order = shop.reserve(order("k"));
        shop.pass(Shop.HOLD_SECONDS * 1_000L + 1);

        assertThat(shop.pay(order, Shop.PRICE_FEN, "p").outcome()).isEqualTo(Outcome.PAID);
    }

    @Test
    void lateMoneyBuysWhatIsStillThere() {
        final long order = shop.expired(order("k").of(Shop.OFFER, 2));

        final Decision decision = shop.pass(7).pay(order, 2 * Shop.PRICE_FEN, "p");

        assertThat(decision.outcome()).isEqualTo(Outcome.PAID_LATE);
        assertThat(decision.amountFen()).isEqualTo(2 * Shop.PRICE_FEN);
        assertThat(decision.latenessMs()).isEqualTo(7);
        assertThat(decision.picture().state()).isEqualTo(OrderState.PAID);
        assertThat(decision.picture().isLate()).isTrue();
        assertThat(shop.item().sold()).isEqualTo(2);
        assertThat(shop.item().available()).isEqualTo(Shop.STOCK - 2);
        assertThat(shop.find(order).picture().isLate()).isTrue();
    }

    @Test
    void lateMoneyPaysThePriceOfTheOrderAlsoWhenTheSaleIsOver() {
        final long order = shop.expired(order("k"));
        shop.putOffer(offer(Shop.OFFER).at(1));
        shop.closeOffer(Shop.ROOM, Shop.OFFER);

        assertThat(shop.pay(order, Shop.PRICE_FEN, "p").outcome()).isEqualTo(Outcome.PAID_LATE);
    }

    @Test
    void lateMoneyIsDueBackWhenTheStockIsGone() {
        final long order = shop.expired(order("k").of(Shop.OFFER, 2));
        shop.reserve(order("other").by(8).of(Shop.OFFER, 99));

        final Decision decision = shop.pay(order, 2 * Shop.PRICE_FEN, "p");

        assertDue(decision, Outcome.SOLD_OUT, 2 * Shop.PRICE_FEN);
        assertThat(decision.picture().state()).isEqualTo(OrderState.EXPIRED);
        assertThat(shop.item().sold()).isZero();
    }

    @Test
    void lateMoneyForLinesOfOneItemIsDueBackWhenTheirSumIsGone() {
        shop.sell(offer(102), 0);
        final long order = shop.expired(order("k").of(Shop.OFFER, 50).of(102, 50));
        shop.reserve(order("other").by(8));

        assertDue(shop.pay(order, 100 * Shop.PRICE_FEN, "p"), Outcome.SOLD_OUT, 100 * Shop.PRICE_FEN);
    }

    @Test
    void lateMoneyIsDueBackWhenTheViewerHasReachedTheLimitSince() {
        final long order = shop.expired(order("k").of(LIMITED, 1));
        shop.reserve(order("again").of(LIMITED, 1));

        assertDue(shop.pay(order, Shop.PRICE_FEN, "p"), Outcome.LIMIT_REACHED, Shop.PRICE_FEN);
    }

    @Test
    void lateMoneyMeetsTheLimitBeforeTheStockWhicheverLineComesFirst() {
        shop.sell(offer(102).of(12), 1);
        final long stockFirst = shop.expired(order("a").of(102, 1).of(LIMITED, 1));
        final long limitFirst = shop.expired(order("b").of(LIMITED, 1).of(102, 1));
        shop.reserve(order("c").of(LIMITED, 1));
        shop.reserve(order("d").by(8).of(102, 1));

        assertDue(shop.pay(stockFirst, 2 * Shop.PRICE_FEN, "p1"), Outcome.LIMIT_REACHED, 2 * Shop.PRICE_FEN);
        assertDue(shop.pay(limitFirst, 2 * Shop.PRICE_FEN, "p2"), Outcome.LIMIT_REACHED, 2 * Shop.PRICE_FEN);
    }

    @Test
    void lateMoneyIsDueBackWhenNoMorePairsOfViewerAndOfferCanBeCounted() {
        final Shop small = Shop.open(LimitsBuilder.limits().viewerOffers(1));
        final long order = small.expired(order("k"));
        small.reserve(order("other").by(8));

        assertDue(small.pay(order, Shop.PRICE_FEN, "p"), Outcome.CAPACITY, Shop.PRICE_FEN);
    }

    @Test
    void aRefundDueMayBePaidAgainUnderAnotherReferenceOnceStockIsBack() {
        final long order = shop.expired(order("k").of(Shop.OFFER, 2));
        final long other = shop.reserve(order("other").by(8).of(Shop.OFFER, 99));
        shop.pay(order, 2 * Shop.PRICE_FEN, "p1");
        shop.cancel(8, other);

        assertThat(shop.pay(order, 2 * Shop.PRICE_FEN, "p2").outcome()).isEqualTo(Outcome.PAID_LATE);
    }

    @Test
    void moneyForACancelledOrderIsDueBack() {
        final long order = shop.reserve(order("k"));
        shop.cancel(Shop.VIEWER, order);

        assertDue(shop.pay(order, Shop.PRICE_FEN, "p"), Outcome.ORDER_CANCELLED, Shop.PRICE_FEN);
    }

    @Test
    void moneyForNoOrderIsDueBack() {
        final Decision decision = shop.pay(99, 5, "p");

        assertDue(decision, Outcome.ORDER_UNKNOWN, 5);
        assertThat(decision.order()).isZero();
        assertDue(shop.pay(0, 5, "p0"), Outcome.ORDER_UNKNOWN, 5);
        assertDue(shop.pay(-1, 5, "p-1"), Outcome.ORDER_UNKNOWN, 5);
    }

    @Test
    void anotherAmountThanTheTotalIsDueBackWhole() {
        final long order = shop.reserve(order("k"));

        assertDue(shop.pay(order, Shop.PRICE_FEN - 1, "p1"), Outcome.AMOUNT_DIFFERS, Shop.PRICE_FEN - 1);
        assertDue(shop.pay(order, Shop.PRICE_FEN + 1, "p2"), Outcome.AMOUNT_DIFFERS, Shop.PRICE_FEN + 1);
        assertThat(shop.pay(order, Shop.PRICE_FEN, "p3").outcome()).isEqualTo(Outcome.PAID);
    }

    @Test
    void aWrongAmountIsNamedBeforeTheOrdersState() {
        final long order = shop.buy(order("k"));

        assertDue(shop.pay(order, 1, "p"), Outcome.AMOUNT_DIFFERS, 1);
    }

    @Test
    void aSecondPaymentIsDueBackAlsoAfterARefund() {
        final long order = shop.buy(order("k"));
        assertDue(shop.pay(order, Shop.PRICE_FEN, "p2"), Outcome.ALREADY_PAID, Shop.PRICE_FEN);

        shop.refund(refund(order, "r"));
        assertDue(shop.pay(order, Shop.PRICE_FEN, "p3"), Outcome.ALREADY_PAID, Shop.PRICE_FEN);
    }

    @Test
    void theReferenceThatPaidAnOrderIsKnownForEver() {
        final Shop small = Shop.open(LimitsBuilder.limits().keys(1));
        final long order = small.reserve(order("k").of(Shop.OFFER, 2));
        final Decision first = small.pay(order, 2 * Shop.PRICE_FEN, "p");
        forgetReferences(small);

        final Decision again = small.pay(order, 2 * Shop.PRICE_FEN, "p");

        assertThat(again.outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(again.cause()).isEqualTo(Outcome.PAID);
        assertThat(again.answeredAt()).isEqualTo(first.sequence());
        assertThat(again.amountFen()).isEqualTo(2 * Shop.PRICE_FEN);
        assertThat(again.picture().state()).isEqualTo(OrderState.PAID);
        assertThat(small.reloaded().pay(order, 2 * Shop.PRICE_FEN, "p").answeredAt())
                .isEqualTo(first.sequence());
        assertThat(small.item().sold()).isEqualTo(2);
    }

    @Test
    void theReferenceThatPaidAnOrderLateIsKnownForEverToo() {
        final Shop small = Shop.open(LimitsBuilder.limits().keys(1));
        final long order = small.expired(order("k"));
        final Decision first = small.pay(order, Shop.PRICE_FEN, "p");
        forgetReferences(small);

        final Decision again = small.pay(order, Shop.PRICE_FEN, "p");

        assertThat(again.outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(again.cause()).isEqualTo(Outcome.PAID_LATE);
        assertThat(again.answeredAt()).isEqualTo(first.sequence());
        assertThat(again.latenessMs()).isZero();
    }

    @Test
    void theReferenceThatPaidAnOrderWithAnotherAmountIsRefusedForEver() {
        final Shop small = Shop.open(LimitsBuilder.limits().keys(1));
        final long order = small.buy(order("k"));
        forgetReferences(small);

        final Decision again = small.pay(order, Shop.PRICE_FEN + 1, "bought-" + order);

        assertThat(again.outcome()).isEqualTo(Outcome.KEY_REUSED);
        assertThat(again.detail()).isEqualTo(BodyField.AMOUNT.code());
        assertDue(small.pass(DAY_MS).pay(order, Shop.PRICE_FEN, "other"), Outcome.ALREADY_PAID, Shop.PRICE_FEN);
    }

    @Test
    void aPaidOrderIsAnsweredAlsoWhileNoMoreReferencesCanBeKept() {
        final Shop small = Shop.open(LimitsBuilder.limits().keys(1));
        final long order = small.buy(order("k"));
        forgetReferences(small);

        assertThat(small.pay(98, 5, "new").outcome()).isEqualTo(Outcome.CAPACITY);
        assertThat(small.pay(order, Shop.PRICE_FEN, "bought-" + order).outcome())
                .isEqualTo(Outcome.REPEATED);
    }

    @Test
    void aShapeThatNoGatewaySendsIsInvalid() {
        final long order = shop.reserve(order("k"));

        assertThat(shop.pay(order, Shop.PRICE_FEN, "").outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.pay(order, Shop.PRICE_FEN, "a b").outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.pay(order, Shop.PRICE_FEN, "r".repeat(ProtocolLimits.MAX_KEY_BYTES + 1))
                        .outcome())
                .isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.pay(order, -1, "p").outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.find(order).picture().state()).isEqualTo(OrderState.RESERVED);
    }

    /** Has another reference take the only place there is. */
    private static void forgetReferences(final Shop small) {
        assertDue(small.pass(DAY_MS).pay(99, 5, "newer"), Outcome.ORDER_UNKNOWN, 5);
    }

    private static void assertDue(final Decision decision, final Outcome cause, final long amountFen) {
        assertThat(decision.outcome()).isEqualTo(Outcome.REFUND_DUE);
        assertThat(decision.cause()).isEqualTo(cause);
        assertThat(decision.amountFen()).isEqualTo(amountFen);
        assertThat(decision.stockSize()).isZero();
    }
}
