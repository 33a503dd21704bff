package io.sluice.engine.core;

import static io.sluice.engine.core.LineShop.HOLDER;
import static io.sluice.engine.core.LineShop.OTHER_OFFER;
import static io.sluice.engine.core.LineShop.SECOND_OFFER;
import static io.sluice.engine.core.LineShop.TURN_MS;
import static io.sluice.engine.core.LineShop.TURN_SECONDS;
import static io.sluice.engine.core.LineShop.said;
import static io.sluice.engine.core.OfferBuilder.offer;
import static io.sluice.engine.core.OrderBuilder.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.StockKind;
import org.junit.jupiter.api.Test;

/** Who is called when units come free, and what becomes of a turn. */
class TurnTest {
    private final LineShop lines = LineShop.open();
    private final long held = lines.soldOut(Shop.OFFER);

    @Test
    void unitsThatComeFreeAreKeptForWhoIsFirst() {
        lines.waiting(7, Shop.OFFER, 2).waiting(8, Shop.OFFER, 1);
        lines.shop().restock(Shop.ITEM, 5);

        final Decision decision = lines.call(Shop.OFFER);

        assertThat(said(decision)).isEqualTo("7 100 CALLED 2, 0 of 1");
        assertThat(decision.places().untilMs(0)).isEqualTo(lines.shop().nowMs() + TURN_MS);
        assertThat(decision.stock(0).available()).isEqualTo(3);
        assertThat(lines.shop().item().held()).isEqualTo(102);
        assertThat(lines.place(9, Shop.OFFER, 1).outcome()).isEqualTo(Outcome.SOLD_OUT);
    }

    @Test
    void whoJoinedFirstOfAllOffersOfAStockIsCalledFirst() {
        lines.waiting(7, OTHER_OFFER, 1).waiting(8, Shop.OFFER, 1).waiting(9, OTHER_OFFER, 1);
        lines.shop().restock(Shop.ITEM, 3);

        assertThat(lines.calledNext()).isEqualTo("7 200 CALLED 1, 0 of 1");
        assertThat(lines.calledNext()).isEqualTo("8 100 CALLED 1, 0 of 0");
        assertThat(lines.calledNext()).isEqualTo("9 200 CALLED 1, 0 of 0");
    }

    @Test
    void aLineWhoseStockIsEmptyKeepsNoOtherFromBeingCalled() {
        lines.waiting(7, OTHER_OFFER, 1).waiting(8, Shop.OFFER, 1);
        lines.shop().restock(Shop.ITEM, 1);
        lines.allotting(StockKind.ROOM, Shop.ROOM, 1);

        assertThat(lines.calledNext()).isEqualTo("8 100 CALLED 1, 0 of 0");
        assertThat(lines.calledNext()).isEqualTo("nobody");
    }

    @Test
    void whoWantsMoreThanThereIsIsCalledForWhatThereIs() {
        lines.waiting(7, Shop.OFFER, 5).waiting(8, Shop.OFFER, 1);
        lines.shop().restock(Shop.ITEM, 2);

        assertThat(lines.calledNext()).isEqualTo("7 100 CALLED 2, 0 of 1");
        assertThat(lines.calledNext()).isEqualTo("nobody");
    }

    @Test
    void nobodyIsCalledWhereNobodyWaitsOrNothingIsLeft() {
        assertThat(lines.call(77).outcome()).isEqualTo(Outcome.NOT_WAITING);
        assertThat(lines.call(Shop.OFFER).outcome()).isEqualTo(Outcome.NOT_WAITING);
        lines.waiting(7, Shop.OFFER, 1);
        assertThat(lines.call(Shop.OFFER).outcome()).isEqualTo(Outcome.SOLD_OUT);
        assertThat(lines.call(SECOND_OFFER).outcome()).isEqualTo(Outcome.NOT_WAITING);
    }

    @Test
    void anOrderTakesTheUnitsOfTheTurnAndGivesTheRestToTheNext() {
        lines.waiting(7, Shop.OFFER, 3).waiting(8, Shop.OFFER, 9);
        lines.shop().restock(Shop.ITEM, 3);
        lines.calledNext();

        final Decision order = lines.place(7, Shop.OFFER, 2);

        assertThat(order.outcome()).isEqualTo(Outcome.RESERVED);
        assertThat(order.places().size()).isZero();
        assertThat(order.stock(0).available()).isEqualTo(1);
        assertThat(lines.placesOf(7)).isEmpty();
        assertThat(lines.calledNext()).isEqualTo("8 100 CALLED 1, 0 of 0");
    }

    @Test
    void aTurnIsForItsUnitsAndNoMore() {
        lines.waiting(7, Shop.OFFER, 2).waiting(8, Shop.OFFER, 1);
        lines.shop().restock(Shop.ITEM, 5);
        lines.calledNext();

        final Decision order = lines.place(7, Shop.OFFER, 3);

        assertThat(order.outcome()).isEqualTo(Outcome.SOLD_OUT);
        assertThat(order.detail()).isEqualTo(2);
        assertThat(lines.placesOf(7)).containsExactly("100 CALLED 2, 0 of 1");
    }

    @Test
    void whereNobodyWaitsAnyMoreATurnAddsToWhatIsLeft() {
        lines.waiting(7, Shop.OFFER, 2);
        lines.shop().restock(Shop.ITEM, 5);
        lines.calledNext();

        assertThat(lines.place(8, Shop.OFFER, 4).outcome()).isEqualTo(Outcome.SOLD_OUT);
        assertThat(lines.place(7, Shop.OFFER, 5).outcome()).isEqualTo(Outcome.RESERVED);
        assertThat(lines.shop().item().shared().available()).isZero();
    }

    @Test
    void aTurnIsOfItsOfferAlone() {
        lines.waiting(7, Shop.OFFER, 2);
        lines.shop().restock(Shop.ITEM, 2);
        lines.calledNext();

        assertThat(lines.place(7, SECOND_OFFER, 1).outcome()).isEqualTo(Outcome.SOLD_OUT);
        assertThat(lines.placesOf(7)).containsExactly("100 CALLED 2, 0 of 0");
    }

    @Test
    void anOrderOfSeveralOffersMayUseTheTurnsOfAllOfThem() {
        lines.waiting(7, Shop.OFFER, 2).waiting(7, SECOND_OFFER, 1).waiting(8, OTHER_OFFER, 1);
        lines.shop().restock(Shop.ITEM, 3);
        lines.calledNext();
        lines.calledNext();

        final Decision order =
                lines.shop().place(order("both").of(Shop.OFFER, 2).of(SECOND_OFFER, 1));

        assertThat(order.outcome()).isEqualTo(Outcome.RESERVED);
        assertThat(order.stockSize()).isEqualTo(1);
        assertThat(lines.placesOf(7)).isEmpty();
    }

    @Test
    void severalLinesOfOneOfferUseItsTurnOnce() {
        lines.waiting(7, Shop.OFFER, 2).waiting(8, Shop.OFFER, 1);
        lines.shop().restock(Shop.ITEM, 3);
        lines.calledNext();

        assertThat(lines.shop()
                        .place(order("3").of(Shop.OFFER, 2).of(Shop.OFFER, 1))
                        .outcome())
                .isEqualTo(Outcome.SOLD_OUT);
        assertThat(lines.shop()
                        .place(order("2").of(Shop.OFFER, 1).of(Shop.OFFER, 1))
                        .outcome())
                .isEqualTo(Outcome.RESERVED);
        assertThat(lines.shop().item().shared().available()).isEqualTo(1);
    }

    @Test
    void aRefusedOrderUsesNoTurnUp() {
        lines.waiting(7, Shop.OFFER, 2);
        lines.shop().restock(Shop.ITEM, 2);
        lines.calledNext();

        assertThat(lines.shop().place(order("k").of(Shop.OFFER, 1).expecting(1)).outcome())
                .isEqualTo(Outcome.PRICE_CHANGED);

        assertThat(lines.placesOf(7)).containsExactly("100 CALLED 2, 0 of 0");
    }

    @Test
    void aTurnThatNobodyUsesEndsAtItsTimeAndTheNextIsCalled() {
        lines.waiting(7, Shop.OFFER, 1).waiting(8, Shop.OFFER, 1);
        lines.shop().restock(Shop.ITEM, 1);
        lines.calledNext();

        lines.shop().pass(TURN_MS - 1);
        assertThat(lines.endTurn(7, Shop.OFFER).outcome()).isEqualTo(Outcome.HOLD_NOT_DUE);
        lines.shop().pass(1);
        final Decision ended = lines.endTurn(7, Shop.OFFER);

        assertThat(said(ended)).isEqualTo("7 100 LAPSED 1, 0 of 1");
        assertThat(ended.stock(0).available()).isEqualTo(1);
        assertThat(lines.placesOf(7)).isEmpty();
        assertThat(lines.calledNext()).isEqualTo("8 100 CALLED 1, 0 of 0");
    }

    @Test
    void onlyATurnEnds() {
        lines.waiting(7, Shop.OFFER, 1);
        lines.shop().pass(TURN_MS);

        assertThat(lines.endTurn(7, Shop.OFFER).outcome()).isEqualTo(Outcome.HOLD_NOT_DUE);
        assertThat(lines.endTurn(8, Shop.OFFER).outcome()).isEqualTo(Outcome.HOLD_NOT_DUE);
        assertThat(lines.endTurn(7, 77).outcome()).isEqualTo(Outcome.HOLD_NOT_DUE);
    }

    @Test
    void whoLeavesDuringTheTurnGivesItsUnitsToTheNext() {
        lines.waiting(7, Shop.OFFER, 2).waiting(8, Shop.OFFER, 2);
        lines.shop().restock(Shop.ITEM, 2);
        lines.calledNext();

        final Decision left = lines.leave(7, Shop.OFFER);

        assertThat(said(left)).isEqualTo("7 100 LEFT 2, 0 of 1");
        assertThat(left.stock(0).available()).isEqualTo(2);
        assertThat(lines.calledNext()).isEqualTo("8 100 CALLED 2, 0 of 0");
    }

    @Test
    void aClosedSaleSendsThoseWhoWaitHomeOneByOneAndLeavesTurnsToEnd() {
        lines.waiting(7, Shop.OFFER, 1).waiting(8, Shop.OFFER, 1).waiting(9, Shop.OFFER, 1);
        lines.shop().restock(Shop.ITEM, 1);
        lines.calledNext();
        lines.shop().closeOffer(Shop.ROOM, Shop.OFFER);

        assertThat(lines.calledNext()).isEqualTo("8 100 CLOSED 1, 0 of 1");
        assertThat(lines.calledNext()).isEqualTo("9 100 CLOSED 1, 0 of 0");
        assertThat(lines.calledNext()).isEqualTo("nobody");
        assertThat(lines.placesOf(7)).containsExactly("100 CALLED 1, 0 of 0");
        assertThat(lines.place(7, Shop.OFFER, 1).outcome()).isEqualTo(Outcome.SALE_CLOSED);
    }

    @Test
    void anOfferThatHasNoLineAnyMoreSendsThoseWhoWaitHome() {
        lines.waiting(7, Shop.OFFER, 1);
        lines.shop().putOffer(offer(Shop.OFFER));

        assertThat(lines.calledNext()).isEqualTo("7 100 CLOSED 1, 0 of 0");

        lines.shop().restock(Shop.ITEM, 1);
        assertThat(lines.place(8, Shop.OFFER, 1).outcome()).isEqualTo(Outcome.RESERVED);
    }

    @Test
    void aTurnIsAsLongAsTheTermsSayWhenItBegins() {
        lines.waiting(7, Shop.OFFER, 1);
        lines.shop().putOffer(offer(Shop.OFFER).turning(2 * TURN_SECONDS));
        lines.shop().restock(Shop.ITEM, 1);

        assertThat(lines.call(Shop.OFFER).places().untilMs(0))
                .isEqualTo(lines.shop().nowMs() + 2 * TURN_MS);
    }

    @Test
    void unitsThatATurnKeepsGoBackToTheStockTheyAreFrom() {
        lines.waiting(7, Shop.OFFER, 2);
        lines.shop().restock(Shop.ITEM, 12);
        lines.calledNext();
        lines.allotting(StockKind.ROOM, Shop.ROOM, 3);

        lines.leave(7, Shop.OFFER);

        assertThat(lines.soldFrom(Shop.OFFER)).isEqualTo("ROOM 1: 3");
        assertThat(lines.soldFrom(OTHER_OFFER)).isEqualTo("SHARED 0: 9");
    }

    @Test
    void anOrderFromAnotherStockLeavesTheTurnAsItIs() {
        lines.waiting(7, Shop.OFFER, 2);
        lines.shop().restock(Shop.ITEM, 12);
        lines.calledNext();
        lines.allotting(StockKind.ROOM, Shop.ROOM, 3);

        assertThat(lines.place(7, Shop.OFFER, 4).outcome()).isEqualTo(Outcome.SOLD_OUT);
        assertThat(lines.place(7, Shop.OFFER, 3).outcome()).isEqualTo(Outcome.RESERVED);
        assertThat(lines.placesOf(7)).containsExactly("100 CALLED 2, 0 of 0");

        lines.close(StockKind.ROOM, Shop.ROOM);
        assertThat(lines.place(7, Shop.OFFER, 2).outcome()).isEqualTo(Outcome.RESERVED);
        assertThat(lines.placesOf(7)).isEmpty();
    }

    @Test
    void unitsThatAClosedAllotmentKeepsForATurnAreSoldFromTheSharedStock() {
        lines.shop().restock(Shop.ITEM, 5);
        lines.allotting(StockKind.ROOM, Shop.ROOM, 5);
        final long all = lines.soldOut(Shop.OFFER);
        lines.waiting(7, Shop.OFFER, 2);
        lines.shop().cancel(HOLDER, all);
        lines.calledNext();

        lines.ending(Shop.ROOM);
        assertThat(lines.soldFrom(Shop.OFFER)).isEqualTo("SHARED 0: 3");
        final Decision order = lines.place(7, Shop.OFFER, 5);

        assertThat(order.outcome()).isEqualTo(Outcome.RESERVED);
        assertThat(order.stockSize()).isEqualTo(1);
        assertThat(lines.soldFrom(Shop.OFFER)).isEqualTo("SHARED 0: 0");
    }

    @Test
    void lateMoneyTakesNothingFromThoseWhoWait() {
        lines.shop().pass(Shop.HOLD_SECONDS * 1_000L);
        lines.waiting(7, Shop.OFFER, 1);
        lines.shop().expire(held);

        final Decision late = lines.shop().pay(held, 100 * Shop.PRICE_FEN, "late");

        assertThat(late.outcome()).isEqualTo(Outcome.REFUND_DUE);
        assertThat(late.cause()).isEqualTo(Outcome.SOLD_OUT);
        assertThat(lines.calledNext()).isEqualTo("7 100 CALLED 1, 0 of 0");
    }

    @Test
    void lateMoneyUsesThePayersOwnTurnUp() {
        final long late = expired(7, 2);
        lines.waiting(7, Shop.OFFER, 2).waiting(8, Shop.OFFER, 1);
        lines.shop().restock(Shop.ITEM, 2);
        lines.calledNext();

        final Decision paid = lines.shop().pay(late, 2 * Shop.PRICE_FEN, "late");

        assertThat(paid.outcome()).isEqualTo(Outcome.PAID_LATE);
        assertThat(lines.placesOf(7)).isEmpty();
        assertThat(lines.calledNext()).isEqualTo("nobody");
    }

    @Test
    void lateMoneyForMoreThanTheTurnKeepsIsDueBackAndTheTurnStays() {
        final long late = expired(7, 3);
        lines.waiting(7, Shop.OFFER, 2).waiting(8, Shop.OFFER, 1);
        lines.shop().restock(Shop.ITEM, 5);
        lines.calledNext();

        assertThat(lines.shop().pay(late, 3 * Shop.PRICE_FEN, "late").cause()).isEqualTo(Outcome.SOLD_OUT);
        assertThat(lines.placesOf(7)).containsExactly("100 CALLED 2, 0 of 1");
    }

    /** An order whose hold went by and whose units others hold. */
    private long expired(final long viewer, final int units) {
        lines.shop().restock(Shop.ITEM, units);
        final long order = lines.reserve(viewer, Shop.OFFER, units);
        lines.shop().pass(Shop.HOLD_SECONDS * 1_000L);
        lines.shop().expire(order);
        lines.soldOut(Shop.OFFER);
        return order;
    }

    @Test
    void whoUsedATurnMayWaitAgain() {
        lines.waiting(7, Shop.OFFER, 1);
        lines.shop().restock(Shop.ITEM, 1);
        lines.calledNext();
        lines.reserve(7, Shop.OFFER, 1);

        assertThat(said(lines.join(7, Shop.ROOM, Shop.OFFER, 1))).isEqualTo("7 100 WAITING 1, 0 of 1");
    }

    @Test
    void theLimitHoldsForATurnToo() {
        lines.shop().putOffer(offer(Shop.OFFER).limitedTo(2).turning(TURN_SECONDS));
        lines.waiting(7, Shop.OFFER, 2);
        lines.shop().restock(Shop.ITEM, 9);
        lines.calledNext();

        assertThat(lines.place(7, Shop.OFFER, 3).outcome()).isEqualTo(Outcome.LIMIT_REACHED);
    }
}
