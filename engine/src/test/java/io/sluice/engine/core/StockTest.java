package io.sluice.engine.core;

import static io.sluice.engine.core.OfferBuilder.offer;
import static io.sluice.engine.core.OrderBuilder.order;
import static io.sluice.engine.core.RefundBuilder.refund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StockReason;
import org.junit.jupiter.api.Test;

/** Where an item's units are after each command that moves them. */
class StockTest {
    private final Shop shop = Shop.open();

    @Test
    void aNewItemHasNoUnits() {
        shop.putItem(11);

        assertStock(11, 0, 0, 0, 0);
    }

    @Test
    void restockedUnitsAreOnSale() {
        final Decision decision = shop.restock(Shop.ITEM, 20);

        assertThat(decision.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(decision.stock(0)).isSameAs(shop.item().shared());
        assertStock(120, 0, 0, 0);
    }

    @Test
    void writtenOffUnitsAreNoLongerOnSale() {
        assertThat(writeOff(100).outcome()).isEqualTo(Outcome.ACCEPTED);

        assertStock(0, 0, 0, 100);
    }

    @Test
    void heldUnitsCannotBeWrittenOff() {
        shop.reserve(order("a").of(Shop.OFFER, 30));

        final Decision decision = writeOff(71);

        assertThat(decision.outcome()).isEqualTo(Outcome.STOCK_TOO_LOW);
        assertThat(decision.detail()).isEqualTo(70);
        assertStock(70, 30, 0, 0);
    }

    @Test
    void anItemIsNeverStockedBeyondTheLimit() {
        assertThat(shop.restock(Shop.ITEM, ProtocolLimits.MAX_STOCK - 99).outcome())
                .isEqualTo(Outcome.CAPACITY);
        assertThat(shop.restock(Shop.ITEM, Long.MAX_VALUE).outcome()).isEqualTo(Outcome.CAPACITY);
        assertThat(shop.restock(Shop.ITEM, ProtocolLimits.MAX_STOCK - 100).outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aChangeHasTheSignOfItsReason() {
        assertInvalid(0, StockReason.RESTOCK);
        assertInvalid(-1, StockReason.RESTOCK);
        assertInvalid(0, StockReason.WRITE_OFF);
        assertInvalid(1, StockReason.WRITE_OFF);
        assertInvalid(1, null);
        assertThat(shop.changeStock(Shop.ITEM, Long.MIN_VALUE, StockReason.WRITE_OFF)
                        .outcome())
                .isEqualTo(Outcome.STOCK_TOO_LOW);
        assertStock(100, 0, 0, 0);
    }

    @Test
    void onlyAKnownItemHasStock() {
        assertThat(shop.restock(99, 1).outcome()).isEqualTo(Outcome.ITEM_UNKNOWN);
    }

    @Test
    void anOrderMovesItsUnitsFromSaleToHeldToSold() {
        final long order = shop.reserve(order("a").of(Shop.OFFER, 3));
        assertStock(97, 3, 0, 0);

        shop.pay(order, 3 * Shop.PRICE_FEN, "p");
        assertStock(97, 0, 3, 0);
    }

    @Test
    void aCancelledOrderGivesItsUnitsBack() {
        shop.cancel(Shop.VIEWER, shop.reserve(order("a").of(Shop.OFFER, 3)));

        assertStock(100, 0, 0, 0);
    }

    @Test
    void anExpiredOrderGivesItsUnitsBack() {
        shop.expired(order("a").of(Shop.OFFER, 3));

        assertStock(100, 0, 0, 0);
    }

    @Test
    void refundedUnitsGoBackOnSaleOrAreLost() {
        final long order = shop.buy(order("a").of(Shop.OFFER, 3));

        shop.refund(refund(order, "r1").of(Shop.OFFER, 1));
        assertStock(98, 0, 2, 0);
        shop.refund(refund(order, "r2").writtenOff());
        assertStock(98, 0, 0, 2);
    }

    @Test
    void manyBuyersAtOnceNeverGetMoreThanThereIs() {
        int reserved = 0;
        for (long viewer = 1; viewer <= 200; viewer++) {
            final Decision decision = shop.place(order("k").by(viewer));
            assertThat(decision.outcome()).isEqualTo(viewer <= 100 ? Outcome.RESERVED : Outcome.SOLD_OUT);
            reserved += decision.outcome() == Outcome.RESERVED ? 1 : 0;
        }
        assertThat(reserved).isEqualTo(100);
        assertStock(0, 100, 0, 0);
    }

    @Test
    void linesOfOneItemAreSummedBeforeTheyAreChecked() {
        shop.sell(offer(101), 0);

        final Decision decision = shop.place(order("a").of(Shop.OFFER, 60).of(101, 41));

        assertThat(decision.outcome()).isEqualTo(Outcome.SOLD_OUT);
        assertThat(decision.line()).isZero();
        assertThat(decision.detail()).isEqualTo(100);
        assertStock(100, 0, 0, 0);
    }

    @Test
    void allLinesAreReservedOrNone() {
        shop.sell(offer(101).of(11), 1);

        final Decision decision = shop.place(order("a").of(Shop.OFFER, 1).of(101, 2));

        assertThat(decision.outcome()).isEqualTo(Outcome.SOLD_OUT);
        assertThat(decision.line()).isEqualTo(1);
        assertThat(decision.detail()).isEqualTo(1);
        assertStock(100, 0, 0, 0);
        assertStock(11, 1, 0, 0, 0);
    }

    @Test
    void aMoveThatWouldBreakTheSumStopsTheCore() {
        final Stock stock = new Item(1).shared();
        stock.restock(1);

        assertThatIllegalStateException().isThrownBy(() -> stock.hold(2)).withMessageContaining("available=-1");
    }

    private void assertInvalid(final long change, final StockReason reason) {
        assertThat(shop.changeStock(Shop.ITEM, change, reason).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
    }

    private Decision writeOff(final long units) {
        return shop.changeStock(Shop.ITEM, -units, StockReason.WRITE_OFF);
    }

    private void assertStock(final long available, final long held, final long sold, final long writtenOff) {
        assertStock(Shop.ITEM, available, held, sold, writtenOff);
    }

    private void assertStock(
            final long id, final long available, final long held, final long sold, final long writtenOff) {
        final Item item = shop.item(id);
        assertThat(new long[] {item.available(), item.held(), item.sold(), item.writtenOff()})
                .containsExactly(available, held, sold, writtenOff);
        assertThat(item.stocked()).isEqualTo(available + held + sold + writtenOff);
    }
}
