package io.sluice.engine.core;

import static io.sluice.engine.core.LineShop.OTHER_OFFER;
import static io.sluice.engine.core.LineShop.OTHER_ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockKind;
import io.sluice.engine.protocol.StockReason;
import org.junit.jupiter.api.Test;

/** The commands that set units aside and send them home, and which stock an offer sells from. */
class AllotmentTest {
    private static final long UNKNOWN = 77;
    private static final long STORE = BrandShop.STORE;

    private final LineShop lines = LineShop.open();

    @Test
    void whatIsSetAsideForARoomIsAllThatTheRoomSellsAndNobodyElseDoes() {
        final Decision decision = lines.move(StockKind.SHARED, 0, StockKind.ROOM, Shop.ROOM, 30);

        assertThat(decision.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(decision.stock(0)).isSameAs(lines.allotment(StockKind.ROOM, Shop.ROOM));
        assertThat(lines.soldFrom(Shop.OFFER)).isEqualTo("ROOM 1: 30");
        assertThat(lines.soldFrom(LineShop.SECOND_OFFER)).isEqualTo("ROOM 1: 30");
        assertThat(lines.soldFrom(OTHER_OFFER)).isEqualTo("SHARED 0: 70");
        assertThat(lines.place(8, Shop.OFFER, 31).outcome()).isEqualTo(Outcome.SOLD_OUT);
        assertThat(lines.place(8, OTHER_OFFER, 71).outcome()).isEqualTo(Outcome.SOLD_OUT);
    }

    @Test
    void aStoresAllotmentIsSoldByTheRoomsThatItHostsButForThoseWithOneOfTheirOwn() {
        lines.hosting(Shop.ROOM, STORE).hosting(OTHER_ROOM, STORE);
        lines.allotting(StockKind.ROOM, OTHER_ROOM, 10).allotting(StockKind.STORE, STORE, 20);

        assertThat(lines.soldFrom(Shop.OFFER)).isEqualTo("STORE 1: 20");
        assertThat(lines.soldFrom(OTHER_OFFER)).isEqualTo("ROOM 2: 10");

        lines.close(StockKind.ROOM, OTHER_ROOM);
        assertThat(lines.soldFrom(OTHER_OFFER)).isEqualTo("STORE 1: 20");
    }

    @Test
    void aRoomSellsFromAStoresAllotmentAsSoonAsTheStoreHostsItAndNoLonger() {
        lines.allotting(StockKind.STORE, STORE, 20);
        assertThat(lines.soldFrom(Shop.OFFER)).isEqualTo("SHARED 0: 80");

        lines.brand().host(Shop.ROOM, 0, BrandShop.GUIDE);
        assertThat(lines.soldFrom(Shop.OFFER)).isEqualTo("STORE 1: 20");

        lines.hosting(Shop.ROOM, BrandShop.ONLINE);
        assertThat(lines.soldFrom(Shop.OFFER)).isEqualTo("SHARED 0: 80");
    }

    @Test
    void whatIsKeptForAReplayIsSoldOnceTheRoomHasEndedAndThenAlone() {
        lines.allotting(StockKind.REPLAY, Shop.ROOM, 5);
        assertThat(lines.soldFrom(Shop.OFFER)).isEqualTo("SHARED 0: 95");

        lines.ending(Shop.ROOM);

        assertThat(lines.soldFrom(Shop.OFFER)).isEqualTo("REPLAY 1: 5");
        assertThat(lines.soldFrom(OTHER_OFFER)).isEqualTo("SHARED 0: 95");
        assertThat(lines.place(8, Shop.OFFER, 6).outcome()).isEqualTo(Outcome.SOLD_OUT);
        assertThat(lines.place(8, Shop.OFFER, 5).outcome()).isEqualTo(Outcome.RESERVED);
    }

    @Test
    void anEndedRoomSendsWhatIsLeftOfItsAllotmentsHome() {
        lines.allotting(StockKind.ROOM, Shop.ROOM, 30).allotting(StockKind.ROOM, OTHER_ROOM, 20);

        lines.ending(Shop.ROOM);

        assertThat(lines.soldFrom(Shop.OFFER)).isEqualTo("SHARED 0: 80");
        assertThat(lines.soldFrom(OTHER_OFFER)).isEqualTo("ROOM 2: 20");
        assertThat(lines.close(StockKind.ROOM, Shop.ROOM).outcome()).isEqualTo(Outcome.ALLOTMENT_UNKNOWN);
    }

    @Test
    void anEndedRoomWithoutUnitsForItsReplayStillSellsItsStores() {
        lines.hosting(Shop.ROOM, STORE).allotting(StockKind.STORE, STORE, 20).allotting(StockKind.ROOM, Shop.ROOM, 10);

        lines.ending(Shop.ROOM);

        assertThat(lines.soldFrom(Shop.OFFER)).isEqualTo("STORE 1: 20");
        assertThat(lines.core().catalogue().item(Shop.ITEM).shared().available())
                .isEqualTo(80);
    }

    @Test
    void anOfferThatComesLaterSellsFromTheAllotmentThatThereIs() {
        lines.allotting(StockKind.ROOM, Shop.ROOM, 30);

        final Decision decision = lines.shop().putOffer(OfferBuilder.offer(150));

        assertThat(decision.stock(0)).isSameAs(lines.allotment(StockKind.ROOM, Shop.ROOM));
        assertThat(lines.soldFrom(150)).isEqualTo("ROOM 1: 30");
    }

    @Test
    void anAllotmentThatIsEmptyIsSoldOutAndStaysOne() {
        lines.allotting(StockKind.ROOM, Shop.ROOM, 30);

        assertThat(lines.move(StockKind.ROOM, Shop.ROOM, StockKind.SHARED, 0, 30)
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);

        assertThat(lines.soldFrom(Shop.OFFER)).isEqualTo("ROOM 1: 0");
        assertThat(lines.soldFrom(OTHER_OFFER)).isEqualTo("SHARED 0: 100");
    }

    @Test
    void unitsMoveFromOneAllotmentToAnother() {
        lines.allotting(StockKind.ROOM, Shop.ROOM, 30);

        final Decision decision = lines.move(StockKind.ROOM, Shop.ROOM, StockKind.REPLAY, Shop.ROOM, 12);

        assertThat(decision.stock(0).available()).isEqualTo(12);
        assertThat(lines.soldFrom(Shop.OFFER)).isEqualTo("ROOM 1: 18");
    }

    @Test
    void aClosedAllotmentSaysHowManyUnitsWentHomeAndIsOpenedByTheNextMove() {
        lines.allotting(StockKind.ROOM, Shop.ROOM, 30);

        final Decision decision = lines.close(StockKind.ROOM, Shop.ROOM);

        assertThat(decision.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(decision.detail()).isEqualTo(30);
        assertThat(decision.stock(0)).isSameAs(lines.shop().item().shared());
        assertThat(lines.soldFrom(Shop.OFFER)).isEqualTo("SHARED 0: 100");
        assertThat(lines.allotting(StockKind.ROOM, Shop.ROOM, 7).soldFrom(Shop.OFFER))
                .isEqualTo("ROOM 1: 7");
    }

    @Test
    void onlyTheSharedStockIsRestockedAndWrittenOff() {
        lines.allotting(StockKind.ROOM, Shop.ROOM, 100);

        final Decision decision = lines.shop().changeStock(Shop.ITEM, -1, StockReason.WRITE_OFF);

        assertThat(decision.outcome()).isEqualTo(Outcome.STOCK_TOO_LOW);
        assertThat(decision.detail()).isZero();
        lines.shop().restock(Shop.ITEM, 5);
        assertThat(lines.soldFrom(OTHER_OFFER)).isEqualTo("SHARED 0: 5");
    }

    @Test
    void anItemIsNeverStockedBeyondTheLimitInAllItsStocksTogether() {
        lines.allotting(StockKind.ROOM, Shop.ROOM, 100);

        assertThat(lines.shop()
                        .restock(Shop.ITEM, ProtocolLimits.MAX_STOCK - 99)
                        .outcome())
                .isEqualTo(Outcome.CAPACITY);
    }

    /** Each of them is wrong in all that comes behind it as well. */
    @Test
    void theRefusalsOfAMoveComeInTheirOrder() {
        lines.ending(OTHER_ROOM);

        assertMove(Outcome.COMMAND_INVALID, UNKNOWN, null, 0, StockKind.ROOM, UNKNOWN, 1_000);
        assertMove(Outcome.COMMAND_INVALID, UNKNOWN, StockKind.SHARED, 0, null, UNKNOWN, 1_000);
        assertMove(Outcome.COMMAND_INVALID, UNKNOWN, StockKind.SHARED, 1, StockKind.ROOM, UNKNOWN, 1_000);
        assertMove(Outcome.COMMAND_INVALID, UNKNOWN, StockKind.ROOM, 0, StockKind.SHARED, 0, 1_000);
        assertMove(Outcome.COMMAND_INVALID, UNKNOWN, StockKind.ROOM, UNKNOWN, StockKind.ROOM, UNKNOWN, 1_000);
        assertMove(Outcome.COMMAND_INVALID, UNKNOWN, StockKind.SHARED, 0, StockKind.ROOM, UNKNOWN, 0);
        assertMove(
                Outcome.COMMAND_INVALID,
                UNKNOWN,
                StockKind.SHARED,
                0,
                StockKind.ROOM,
                UNKNOWN,
                ProtocolLimits.MAX_STOCK + 1);
        assertMove(Outcome.ITEM_UNKNOWN, UNKNOWN, StockKind.STORE, UNKNOWN, StockKind.ROOM, UNKNOWN, 1_000);
        assertMove(Outcome.STORE_UNKNOWN, Shop.ITEM, StockKind.STORE, UNKNOWN, StockKind.ROOM, UNKNOWN, 1_000);
        assertMove(Outcome.ROOM_UNKNOWN, Shop.ITEM, StockKind.STORE, STORE, StockKind.ROOM, UNKNOWN, 1_000);
        assertMove(Outcome.ROOM_UNKNOWN, Shop.ITEM, StockKind.STORE, STORE, StockKind.REPLAY, UNKNOWN, 1_000);
        assertMove(Outcome.ROOM_ENDED, Shop.ITEM, StockKind.STORE, STORE, StockKind.ROOM, OTHER_ROOM, 1_000);
        assertMove(Outcome.ALLOTMENT_UNKNOWN, Shop.ITEM, StockKind.STORE, STORE, StockKind.REPLAY, OTHER_ROOM, 1_000);
        assertMove(Outcome.STOCK_TOO_LOW, Shop.ITEM, StockKind.SHARED, 0, StockKind.REPLAY, OTHER_ROOM, 1_000);
        assertMove(Outcome.ACCEPTED, Shop.ITEM, StockKind.SHARED, 0, StockKind.REPLAY, OTHER_ROOM, 100);
    }

    @Test
    void aMoveThatIsRefusedForTooLittleSaysHowMuchThereIsAndOpensNothing() {
        lines.reserve(8, OTHER_OFFER, 40);

        final Decision decision = lines.move(StockKind.SHARED, 0, StockKind.ROOM, Shop.ROOM, 61);

        assertThat(decision.outcome()).isEqualTo(Outcome.STOCK_TOO_LOW);
        assertThat(decision.detail()).isEqualTo(60);
        assertThat(decision.stock(0)).isSameAs(lines.shop().item().shared());
        assertThat(lines.soldFrom(Shop.OFFER)).isEqualTo("SHARED 0: 60");
    }

    @Test
    void theRefusalsOfAnEndComeInTheirOrder() {
        assertClose(Outcome.COMMAND_INVALID, UNKNOWN, null, 1);
        assertClose(Outcome.COMMAND_INVALID, UNKNOWN, StockKind.SHARED, 0);
        assertClose(Outcome.COMMAND_INVALID, UNKNOWN, StockKind.ROOM, 0);
        assertClose(Outcome.ITEM_UNKNOWN, UNKNOWN, StockKind.ROOM, UNKNOWN);
        assertClose(Outcome.ALLOTMENT_UNKNOWN, Shop.ITEM, StockKind.ROOM, UNKNOWN);
        assertClose(Outcome.ALLOTMENT_UNKNOWN, Shop.ITEM, StockKind.REPLAY, Shop.ROOM);
    }

    @Test
    void allotmentsOfOneNumberAreToldApartByTheirKind() {
        lines.hosting(Shop.ROOM, 1);
        lines.allotting(StockKind.ROOM, 1, 1).allotting(StockKind.STORE, 1, 2).allotting(StockKind.REPLAY, 1, 3);

        assertThat(lines.soldFrom(Shop.OFFER)).isEqualTo("ROOM 1: 1");
        lines.close(StockKind.ROOM, 1);
        assertThat(lines.soldFrom(Shop.OFFER)).isEqualTo("STORE 1: 2");
        lines.ending(1);
        assertThat(lines.soldFrom(Shop.OFFER)).isEqualTo("REPLAY 1: 3");
    }

    @Test
    void aRoomThatHasNotBegunMayHaveItsUnitsAlready() {
        lines.shop().putRoom(3);
        lines.allotting(StockKind.ROOM, 3, 9);
        lines.shop().putOffer(OfferBuilder.offer(300).in(3));

        lines.shop().changeRoomState(3, RoomState.LIVE);

        assertThat(lines.soldFrom(300)).isEqualTo("ROOM 3: 9");
    }

    private void assertMove(
            final Outcome expected,
            final long item,
            final StockKind fromKind,
            final long from,
            final StockKind toKind,
            final long to,
            final long units) {
        final Decision decision = lines.shop()
                .decide(moved ->
                        lines.core().catalogue().allotments().move(item, fromKind, from, toKind, to, units, moved));
        assertThat(decision.outcome()).isEqualTo(expected);
    }

    private void assertClose(final Outcome expected, final long item, final StockKind kind, final long of) {
        final Decision decision = lines.shop()
                .decide(closed -> lines.core().catalogue().allotments().close(item, kind, of, closed));
        assertThat(decision.outcome()).isEqualTo(expected);
    }
}
