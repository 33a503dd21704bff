package io.sluice.engine.core;

import static io.sluice.engine.core.LineShop.OTHER_OFFER;
import static io.sluice.engine.core.RefundBuilder.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StockKind;
import org.junit.jupiter.api.Test;

/** Where the units of orders go back to that were taken from an allotment. */
class AllotmentOrderTest {
    private final LineShop lines = LineShop.open().allotting(StockKind.ROOM, Shop.ROOM, 30);
    private final Stock allotment = lines.allotment(StockKind.ROOM, Shop.ROOM);

    @Test
    void anOrderMovesTheAllotmentsUnitsFromSaleToHeldToSold() {
        final long order = lines.reserve(8, Shop.OFFER, 3);
        assertStock(allotment, 27, 3, 0, 0);

        lines.shop().pay(order, 3 * Shop.PRICE_FEN, "p");

        assertStock(allotment, 27, 0, 3, 0);
        assertStock(shared(), 70, 0, 0, 0);
    }

    @Test
    void aDecisionShowsTheStockThatItsUnitsAreFrom() {
        final Decision decision = lines.place(8, Shop.OFFER, 3);

        assertThat(decision.stockSize()).isEqualTo(1);
        assertThat(decision.stock(0)).isSameAs(allotment);
    }

    @Test
    void unitsThatAreGivenUpGoBackToWhereTheyCameFrom() {
        lines.shop().cancel(8, lines.reserve(8, Shop.OFFER, 3));
        assertStock(allotment, 30, 0, 0, 0);

        expire(lines.reserve(8, Shop.OFFER, 3));
        assertStock(allotment, 30, 0, 0, 0);

        lines.shop().refund(refund(lines.buy(8, Shop.OFFER, 3), "r"));
        assertStock(allotment, 30, 0, 0, 0);
    }

    @Test
    void unitsThatWereTakenBeforeTheAllotmentCameGoBackToTheSharedStock() {
        final long order = lines.reserve(8, OTHER_OFFER, 3);
        lines.allotting(StockKind.ROOM, LineShop.OTHER_ROOM, 10);

        lines.shop().cancel(8, order);

        assertThat(lines.soldFrom(OTHER_OFFER)).isEqualTo("ROOM 2: 10");
        assertStock(shared(), 60, 0, 0, 0);
    }

    @Test
    void unitsThatAClosedAllotmentHeldComeHomeWhenTheHoldEnds() {
        final long cancelled = lines.reserve(8, Shop.OFFER, 3);
        final long expired = lines.reserve(9, Shop.OFFER, 4);
        final Decision closed = lines.close(StockKind.ROOM, Shop.ROOM);
        assertThat(closed.detail()).isEqualTo(23);
        assertStock(allotment, 0, 7, 0, 0);
        assertStock(shared(), 93, 0, 0, 0);

        final Decision decision = lines.shop().cancel(8, cancelled);

        assertThat(decision.stock(0)).isSameAs(shared());
        assertStock(allotment, 0, 4, 0, 0);
        assertStock(shared(), 96, 0, 0, 0);
        expire(expired);
        assertStock(allotment, 0, 0, 0, 0);
        assertStock(shared(), 100, 0, 0, 0);
    }

    @Test
    void unitsThatAClosedAllotmentSoldComeHomeWhenTheyAreReturnedAndAreLostWhereTheyAreWrittenOff() {
        final long order = lines.buy(8, Shop.OFFER, 5);
        lines.ending(Shop.ROOM);
        assertStock(allotment, 0, 0, 5, 0);

        final Decision decision = lines.shop().refund(refund(order, "r").of(Shop.OFFER, 2));

        assertThat(decision.stock(0)).isSameAs(shared());
        assertStock(allotment, 0, 0, 3, 0);
        assertStock(shared(), 97, 0, 0, 0);
        lines.shop().refund(refund(order, "w").of(Shop.OFFER, 1).writtenOff());
        assertStock(allotment, 0, 0, 2, 1);
        assertStock(shared(), 97, 0, 0, 0);
        assertThat(lines.shop().item().stocked()).isEqualTo(100);
    }

    @Test
    void unitsOfAnAllotmentThatWasOpenedAgainGoBackToIt() {
        final long order = lines.reserve(8, Shop.OFFER, 3);
        lines.close(StockKind.ROOM, Shop.ROOM);
        lines.allotting(StockKind.ROOM, Shop.ROOM, 10);

        lines.shop().cancel(8, order);

        assertStock(allotment, 13, 0, 0, 0);
    }

    @Test
    void lateMoneyTakesUnitsFromTheStockThatTheOfferSellsNow() {
        final long order = lines.reserve(8, Shop.OFFER, 3);
        expire(order);
        lines.close(StockKind.ROOM, Shop.ROOM);

        final Decision decision = lines.shop().pay(order, 3 * Shop.PRICE_FEN, "late");

        assertThat(decision.outcome()).isEqualTo(Outcome.PAID_LATE);
        assertThat(decision.stock(0)).isSameAs(shared());
        assertStock(shared(), 97, 0, 3, 0);
        lines.allotting(StockKind.ROOM, Shop.ROOM, 10);
        lines.shop().refund(refund(order, "r"));
        assertStock(shared(), 90, 0, 0, 0);
        assertStock(allotment, 10, 0, 0, 0);
    }

    @Test
    void lateMoneyForUnitsThatWereSetAsideSinceIsDueBack() {
        final long order = lines.reserve(8, OTHER_OFFER, 3);
        expire(order);
        lines.allotting(StockKind.ROOM, LineShop.OTHER_ROOM, 2);

        final Decision decision = lines.shop().pay(order, 3 * Shop.PRICE_FEN, "late");

        assertThat(decision.outcome()).isEqualTo(Outcome.REFUND_DUE);
        assertThat(decision.cause()).isEqualTo(Outcome.SOLD_OUT);
    }

    @Test
    void aPriceIsWhatItWasThoughItsLineSaysWhichStockTheUnitsAreFrom() {
        lines.shop().sell(OfferBuilder.offer(Shop.OFFER).at(ProtocolLimits.MAX_PRICE_FEN), 0);

        final long order = lines.reserve(8, Shop.OFFER, 1);

        assertThat(lines.shop().find(order).picture().unitPriceFen(0)).isEqualTo(ProtocolLimits.MAX_PRICE_FEN);
        lines.shop().cancel(8, order);
        assertStock(allotment, 30, 0, 0, 0);
    }

    private Stock shared() {
        return lines.shop().item().shared();
    }

    private void expire(final long order) {
        lines.shop().pass(Shop.HOLD_SECONDS * 1_000L);
        assertThat(lines.shop().expire(order).outcome()).isEqualTo(Outcome.EXPIRED);
    }

    private static void assertStock(
            final Stock stock, final long available, final long held, final long sold, final long writtenOff) {
        assertThat(new long[] {stock.available(), stock.held(), stock.sold(), stock.writtenOff()})
                .containsExactly(available, held, sold, writtenOff);
        assertThat(stock.stocked()).isEqualTo(available + held + sold + writtenOff);
    }
}
