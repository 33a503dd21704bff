package io.sluice.engine.core;

import static io.sluice.engine.core.OfferBuilder.offer;
import static io.sluice.engine.core.OrderBuilder.order;
import static io.sluice.engine.core.RefundBuilder.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.BodyField;
import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ReturnedStock;
import org.junit.jupiter.api.Test;

/** One answer for one key: of viewers' orders, of payments and of refunds. */
class IdempotencyTest {
    private static final long DAY_MS = 86_400_000;

    private final Shop shop = Shop.open();

    @Test
    void theSameOrderAgainIsAnsweredWithTheFirstAnswer() {
        final Decision first = shop.place(order("k").of(Shop.OFFER, 2));
        final Decision again = shop.pass(5).place(order("k").of(Shop.OFFER, 2));

        assertThat(again.outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(again.cause()).isEqualTo(Outcome.RESERVED);
        assertThat(again.answeredAt()).isEqualTo(first.sequence());
        assertThat(again.order()).isEqualTo(first.order());
        assertThat(again.picture().payByMs()).isEqualTo(first.picture().payByMs());
        assertThat(again.stockSize()).isZero();
        assertThat(shop.item().held()).isEqualTo(2);
    }

    @Test
    void theFirstAnswerIsShownAsItWasHoweverTheOrderWentOn() {
        final long order = shop.expired(order("k"));
        shop.pay(order, Shop.PRICE_FEN, "p");
        shop.refund(refund(order, "r"));

        final OrderPicture again = shop.place(order("k")).picture();

        assertThat(again.state()).isEqualTo(OrderState.RESERVED);
        assertThat(again.isLate()).isFalse();
        assertThat(again.refundedFen()).isZero();
        assertThat(again.refunded(0)).isZero();
    }

    @Test
    void aRefusalIsRememberedToo() {
        final Decision first = shop.place(order("k").of(Shop.OFFER, 101));
        shop.restock(Shop.ITEM, 50);
        final Decision again = shop.place(order("k").of(Shop.OFFER, 101));

        assertThat(first.outcome()).isEqualTo(Outcome.SOLD_OUT);
        assertThat(again.outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(again.cause()).isEqualTo(Outcome.SOLD_OUT);
        assertThat(again.line()).isZero();
        assertThat(again.detail()).isEqualTo(100);
        assertThat(again.answeredAt()).isEqualTo(first.sequence());
        assertThat(again.order()).isZero();
        assertThat(again.picture().viewer()).isEqualTo(Shop.VIEWER);
    }

    @Test
    void aRememberedPriceChangeStillSaysWhatItCost() {
        shop.place(order("k").expecting(1));
        shop.putOffer(offer(Shop.OFFER).at(1));

        final Decision again = shop.place(order("k").expecting(1));

        assertThat(again.cause()).isEqualTo(Outcome.PRICE_CHANGED);
        assertThat(again.detail()).isEqualTo(Shop.PRICE_FEN);
        assertThat(again.picture().totalFen()).isEqualTo(Shop.PRICE_FEN);
    }

    @Test
    void aRefusalThatIsRepeatedShowsTheFirstTotal() {
        final long first = shop.place(soldOut("k")).picture().totalFen();
        shop.putOffer(offer(Shop.OFFER).at(1));

        assertThat(first).isEqualTo((Shop.STOCK + 1) * Shop.PRICE_FEN);
        assertThat(shop.place(soldOut("k")).picture().totalFen()).isEqualTo(first);
    }

    @Test
    void aKeyWithAnotherBodyIsRefusedAndTheFieldNamed() {
        shop.place(body());

        assertReused(shop.place(body().in(2)), BodyField.ROOM);
        assertReused(shop.place(body().of(Shop.OFFER, 1)), BodyField.LINES);
        assertReused(shop.place(body().expecting(1)), BodyField.EXPECTED_TOTAL);
        assertReused(shop.place(body().withCoupon("C")), BodyField.COUPON);
        assertReused(shop.place(body().sharedBy("T")), BodyField.SHARE);
        assertReused(shop.place(body().touchedBy(9, 2, 3, 4)), BodyField.TOUCH);
        assertThat(shop.place(body()).outcome()).isEqualTo(Outcome.REPEATED);
    }

    @Test
    void eachPartOfATouchIsCompared() {
        shop.place(body());

        assertReused(shop.place(body().touchedBy(1, 9, 3, 4)), BodyField.TOUCH);
        assertReused(shop.place(body().touchedBy(1, 2, 9, 4)), BodyField.TOUCH);
        assertReused(shop.place(body().touchedBy(1, 2, 3, 9)), BodyField.TOUCH);
    }

    @Test
    void aTouchWithStoreAndGuideExchangedIsAnotherTouch() {
        shop.place(body());

        assertReused(shop.place(body().touchedBy(2, 1, 3, 4)), BodyField.TOUCH);
    }

    @Test
    void aTouchWithTheSameStoreAndGuideDiffersByWhichItIs() {
        shop.place(order("k").touchedBy(5, 5, 0, 0));

        assertReused(shop.place(order("k").touchedBy(6, 6, 0, 0)), BodyField.TOUCH);
    }

    @Test
    void linesInAnotherOrderOrSplitAnotherWayAreAnotherBody() {
        shop.sell(offer(101), 0);
        shop.place(order("k").of(Shop.OFFER, 2).of(101, 1));

        assertReused(shop.place(order("k").of(101, 1).of(Shop.OFFER, 2)), BodyField.LINES);
        assertReused(shop.place(order("k").of(Shop.OFFER, 1).of(Shop.OFFER, 1).of(101, 1)), BodyField.LINES);
        assertReused(shop.place(order("k").of(Shop.OFFER, 2)), BodyField.LINES);
    }

    @Test
    void ofSeveralDifferencesTheFirstInTheDocumentedOrderIsNamed() {
        shop.place(body());

        assertReused(shop.place(body().sharedBy("T").expecting(1)), BodyField.EXPECTED_TOTAL);
        assertReused(shop.place(body().in(2).expecting(1)), BodyField.ROOM);
    }

    @Test
    void anotherViewersSameKeyIsAnotherKey() {
        shop.place(order("k"));

        assertThat(shop.place(order("k").by(8).of(Shop.OFFER, 2)).outcome()).isEqualTo(Outcome.RESERVED);
    }

    @Test
    void aKeyIsKeptAsLongAsThereIsRoom() {
        shop.place(order("k"));
        shop.pass(3 * DAY_MS);
        shop.place(order("other"));

        assertThat(shop.place(order("k")).outcome()).isEqualTo(Outcome.REPEATED);
    }

    @Test
    void aKeyIsDroppedByTheNextOrderOnceADayHasPassedAndRoomIsNeeded() {
        final Shop small = Shop.open(LimitsBuilder.limits().keys(1));
        small.place(order("k"));
        small.pass(DAY_MS);
        small.place(order("other"));
        small.pass(DAY_MS);

        assertThat(small.place(order("k")).outcome()).isEqualTo(Outcome.RESERVED);
    }

    @Test
    void aPaymentsReferenceIsKeptAsLongAsThereIsRoom() {
        shop.pay(99, 5, "p");
        shop.pass(3 * DAY_MS);
        shop.pay(98, 5, "other");

        assertThat(shop.pay(99, 5, "p").outcome()).isEqualTo(Outcome.REPEATED);
    }

    @Test
    void aRefundsReferenceIsKeptAsLongAsThereIsRoom() {
        final long order = shop.buy(order("k").of(Shop.OFFER, 3));
        shop.refund(refund(order, "r").of(Shop.OFFER, 1));
        shop.pass(3 * DAY_MS);
        shop.refund(refund(order, "other").of(Shop.OFFER, 1));

        assertThat(shop.refund(refund(order, "r").of(Shop.OFFER, 1)).outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(shop.item().sold()).isEqualTo(1);
    }

    @Test
    void aTableFullOfYoungKeysRefusesRatherThanForgets() {
        final Shop small = Shop.open(LimitsBuilder.limits().keys(2));
        small.place(order("k1"));
        small.pass(1).place(order("k2"));

        final Decision refused = small.pass(DAY_MS - 2).place(order("k3"));

        assertThat(refused.outcome()).isEqualTo(Outcome.CAPACITY);
        assertThat(refused.order()).isZero();
        assertThat(small.place(order("k1")).outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(small.pass(1).place(order("k3")).outcome()).isEqualTo(Outcome.RESERVED);
        assertThat(small.place(order("k2")).outcome()).isEqualTo(Outcome.REPEATED);
    }

    @Test
    void anOrderThatWasRefusedForCapacityIsTriedAnew() {
        final Shop small = Shop.open(LimitsBuilder.limits().keys(1));
        small.place(order("k1"));
        assertThat(small.place(order("k2")).outcome()).isEqualTo(Outcome.CAPACITY);

        assertThat(small.pass(DAY_MS).place(order("k2")).outcome()).isEqualTo(Outcome.RESERVED);
    }

    @Test
    void capacityIsSaidBeforeAnyReasonThatTheOrderItselfHas() {
        final Shop small = Shop.open(LimitsBuilder.limits().keys(1));
        small.place(order("k1"));
        assertThat(small.place(order("k2").in(99)).outcome()).isEqualTo(Outcome.CAPACITY);

        assertThat(small.pass(DAY_MS).place(order("k2").in(99)).outcome()).isEqualTo(Outcome.ROOM_UNKNOWN);
        assertThat(small.place(order("k2").in(99)).outcome()).isEqualTo(Outcome.REPEATED);
    }

    @Test
    void noCrowdOfRefusedOrdersTakesTheSpaceOfReservedOnes() {
        final Shop small = Shop.open(LimitsBuilder.limits().keys(2).refusedKeys(3));
        small.place(order("first"));
        for (int i = 0; i < 20; i++) {
            assertThat(small.place(soldOut("k" + i)).outcome()).isEqualTo(Outcome.SOLD_OUT);
        }

        assertThat(small.place(order("last")).outcome()).isEqualTo(Outcome.RESERVED);
        assertThat(small.place(order("first")).outcome()).isEqualTo(Outcome.REPEATED);
    }

    @Test
    void aRefusalIsRepeatedUntilAsManyNewerOnesCameAsAreKept() {
        final Shop small = Shop.open(LimitsBuilder.limits().refusedKeys(3));
        small.place(soldOut("k"));
        small.place(soldOut("k1"));
        small.place(soldOut("k2"));
        assertThat(small.place(soldOut("k")).outcome()).isEqualTo(Outcome.REPEATED);

        small.place(soldOut("k3"));
        small.restock(Shop.ITEM, 50);
        assertThat(small.place(soldOut("k")).outcome()).isEqualTo(Outcome.RESERVED);
        assertThat(small.place(soldOut("k")).cause()).isEqualTo(Outcome.RESERVED);
    }

    @Test
    void theKeyOfARefusedOrderWithAnotherBodyIsRefusedToo() {
        shop.place(soldOut("k"));

        assertReused(shop.place(order("k")), BodyField.LINES);
    }

    @Test
    void theSamePaymentAgainMovesNothing() {
        final long order = shop.reserve(order("k"));
        final Decision first = shop.pay(order, Shop.PRICE_FEN, "p");
        final Decision again = shop.pay(order, Shop.PRICE_FEN, "p");

        assertThat(again.outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(again.cause()).isEqualTo(Outcome.PAID);
        assertThat(again.answeredAt()).isEqualTo(first.sequence());
        assertThat(again.amountFen()).isEqualTo(Shop.PRICE_FEN);
        assertThat(again.order()).isEqualTo(order);
        assertThat(shop.item().sold()).isEqualTo(1);
    }

    @Test
    void aRepeatedRefundDueSaysWhyAgain() {
        shop.pay(99, 5, "p");

        final Decision again = shop.pay(99, 5, "p");

        assertThat(again.cause()).isEqualTo(Outcome.REFUND_DUE);
        assertThat(again.detail()).isEqualTo(Outcome.ORDER_UNKNOWN.code());
        assertThat(again.amountFen()).isEqualTo(5);
        assertThat(again.order()).isZero();
    }

    @Test
    void aPaymentReferenceWithAnotherBodyIsRefusedAndTheFieldNamed() {
        final long order = shop.reserve(order("k"));
        shop.pay(order, Shop.PRICE_FEN, "p");

        assertReused(shop.pay(order + 1, Shop.PRICE_FEN, "p"), BodyField.ORDER);
        assertReused(shop.pay(order, 1, "p"), BodyField.AMOUNT);
    }

    @Test
    void theSameRefundAgainMovesNothing() {
        final long order = shop.buy(order("k").of(Shop.OFFER, 3));
        final Decision first = shop.refund(refund(order, "r").of(Shop.OFFER, 1));
        final Decision again = shop.refund(refund(order, "r").of(Shop.OFFER, 1));

        assertThat(again.outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(again.cause()).isEqualTo(Outcome.REFUNDED);
        assertThat(again.answeredAt()).isEqualTo(first.sequence());
        assertThat(again.amountFen()).isEqualTo(Shop.PRICE_FEN);
        assertThat(shop.item().sold()).isEqualTo(2);
    }

    @Test
    void aRefundThatOvertookItsPaymentIsTakenWhenItComesAgain() {
        final long order = shop.reserve(order("k"));
        assertThat(shop.refund(refund(order, "r")).outcome()).isEqualTo(Outcome.ORDER_NOT_REFUNDABLE);
        shop.pay(order, Shop.PRICE_FEN, "p");

        assertThat(shop.refund(refund(order, "r")).outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(shop.refund(refund(order, "r")).outcome()).isEqualTo(Outcome.REPEATED);
    }

    @Test
    void noRefusedRefundIsRemembered() {
        final long order = shop.buy(order("k").of(Shop.OFFER, 2));
        assertThat(shop.refund(refund(99, "r")).outcome()).isEqualTo(Outcome.ORDER_UNKNOWN);
        assertThat(shop.refund(refund(order, "r").of(101, 1)).outcome()).isEqualTo(Outcome.LINE_UNKNOWN);
        assertThat(shop.refund(refund(order, "r").of(Shop.OFFER, 3)).outcome()).isEqualTo(Outcome.REFUND_EXCEEDS_LINE);

        assertThat(shop.refund(refund(order, "r").of(Shop.OFFER, 2)).outcome()).isEqualTo(Outcome.REFUNDED);
    }

    @Test
    void aRefundReferenceWithAnotherBodyIsRefusedAndTheFieldNamed() {
        final long order = shop.buy(order("k").of(Shop.OFFER, 3));
        shop.refund(refund(order, "r").of(Shop.OFFER, 1));

        assertReused(shop.refund(refund(order + 1, "r").of(Shop.OFFER, 1)), BodyField.ORDER);
        assertReused(shop.refund(refund(order, "r")), BodyField.LINES);
        assertReused(
                shop.refund(refund(order, "r").of(Shop.OFFER, 1).returning(ReturnedStock.WRITE_OFF)), BodyField.STOCK);
    }

    @Test
    void keysPaymentsAndRefundsDoNotKnowEachOther() {
        final long order = shop.reserve(order("same"));

        assertThat(shop.pay(order, Shop.PRICE_FEN, "same").outcome()).isEqualTo(Outcome.PAID);
        assertThat(shop.refund(refund(order, "same")).outcome()).isEqualTo(Outcome.REFUNDED);
    }

    @Test
    void moneyIsNotTakenNoteOfWhileItsReferenceCouldNotBeKept() {
        final Shop small = Shop.open(LimitsBuilder.limits().keys(1));
        final long order = small.reserve(order("k").of(Shop.OFFER, 2));
        small.pay(99, 5, "p1");

        assertThat(small.pay(order, 2 * Shop.PRICE_FEN, "p2").outcome()).isEqualTo(Outcome.CAPACITY);
        assertThat(small.item().held()).isEqualTo(2);
        assertThat(small.pass(DAY_MS).pay(order, 2 * Shop.PRICE_FEN, "p2").outcome())
                .isEqualTo(Outcome.PAID);
        small.refund(refund(order, "r1").of(Shop.OFFER, 1));
        assertThat(small.refund(refund(order, "r2")).outcome()).isEqualTo(Outcome.CAPACITY);
        assertThat(small.item().sold()).isEqualTo(1);
    }

    /** More than the shop has at first. */
    private static OrderBuilder soldOut(final String key) {
        return order(key).of(Shop.OFFER, (int) Shop.STOCK + 1);
    }

    private static OrderBuilder body() {
        return order("k").of(Shop.OFFER, 2).sharedBy("S").touchedBy(1, 2, 3, 4);
    }

    private static void assertReused(final Decision decision, final BodyField field) {
        assertThat(decision.outcome()).isEqualTo(Outcome.KEY_REUSED);
        assertThat(BodyField.ofCode(decision.detail())).isEqualTo(field);
        assertThat(decision.stockSize()).isZero();
    }
}
