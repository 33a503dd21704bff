package io.sluice.engine.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.codec.ApproveProposalEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import org.junit.jupiter.api.Test;

/** A show's figures, from records alone. */
class ShowBoardTest {
    private static final long ROOM = 7;
    private static final long ITEM = 500;
    private static final long OFFER = 1_001;
    private static final OfferTerms TERMS = new OfferTerms(9_900, 0, Long.MAX_VALUE, 0, 900, 0, PriceWindows.NONE);

    private final RecordBuilder records = new RecordBuilder();
    private final ShowBoard board = new ShowBoard(1);

    @Test
    void anOrderThatWasRefusedForARoomThatThereIsNotOpensNone() {
        board.apply(records.placeOrder(8, OFFER, 1).ordered(Outcome.ROOM_UNKNOWN, 0, OFFER, 1, 0, 0));
        board.apply(records.putRoom(8, "late", "", 0).accepted());

        assertThat(board.show(8).refusedOrders()).isZero();
        assertThat(board.sequence()).isEqualTo(2);
    }

    @Test
    void eachEndOfAnOrderIsCountedOnce() {
        reserve(2);
        reserve(1);
        board.apply(records.expireOrder(1).ordered(Outcome.EXPIRED, ROOM, OFFER, 2, ITEM, 5));
        board.apply(records.placeOrder(ROOM, OFFER, 9).ordered(Outcome.SOLD_OUT, ROOM, OFFER, 9, 0, 0));
        board.apply(records.placeOrder(ROOM, OFFER, 9).ordered(Outcome.REPEATED, ROOM, OFFER, 9, 0, 0));

        final ShowView show = board.show(ROOM);
        assertThat(show.reservedOrders()).isEqualTo(2);
        assertThat(show.expiredOrders()).isEqualTo(1);
        assertThat(show.refusedOrders()).isEqualTo(1);
        assertThat(show.refused(Outcome.SOLD_OUT)).isEqualTo(1);
        assertThat(show.offers().iterator().next().reservedUnits()).isEqualTo(3);
    }

    @Test
    void thePaceForgetsWhatIsOlderThanItsSlots() {
        records.at(0);
        reserve(1);
        final long later = (long) SalePace.SLOTS * SalePace.SLOT_MS;
        records.at(later);
        reserve(1);
        reserve(1);

        final SalePace pace = board.show(ROOM).pace();
        assertThat(pace.sum(SalePace.Series.RESERVED, SalePace.slotAt(later))).isEqualTo(2);
        assertThat(pace.sum(SalePace.Series.RESERVED, 0)).isZero();
    }

    @Test
    void aChangeOfStockIsADeedInEveryRoomThatSellsTheItem() {
        for (final long room : new long[] {ROOM, 8}) {
            board.apply(records.putRoom(room, "show", "", 0).accepted());
            board.apply(records.putOffer(room, OFFER + room, ITEM, TERMS).accepted());
        }
        board.apply(records.putRoom(9, "another", "", 0).accepted());
        board.apply(records.changeStock(ITEM, -3).decided(Outcome.STOCK_TOO_LOW, ITEM, 2));

        assertThat(newest(ROOM).change()).isEqualTo(-3);
        assertThat(newest(8).outcome()).isEqualTo(Outcome.STOCK_TOO_LOW);
        assertThat(newest(9).change()).isZero();
    }

    @Test
    void whoAgreedToAWriteOffStandsAmongTheDeedsWithTheUnits() {
        board.apply(records.putRoom(ROOM, "show", "", 0).accepted());
        board.apply(records.putOffer(ROOM, OFFER, ITEM, TERMS).accepted());
        board.apply(records.changeStock(ITEM, -300).decided(Outcome.PROPOSED, ITEM, 900));
        assertThat(newest(ROOM).outcome()).isEqualTo(Outcome.PROPOSED);

        board.apply(records.command((buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                        + new ApproveProposalEncoder()
                                .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                                .actor(32)
                                .proposal(3)
                                .encodedLength())
                .decided(Outcome.ACCEPTED, ITEM, 600, 300));

        assertThat(newest(ROOM).actor()).isEqualTo(32);
        assertThat(newest(ROOM).change()).isEqualTo(-300);
        assertThat(newest(ROOM).item()).isEqualTo(ITEM);
    }

    @Test
    void anItemThatAShowSellsNoMoreIsNoneOfItsDeeds() {
        board.apply(records.putRoom(ROOM, "show", "", 0).accepted());
        board.apply(records.putOffer(ROOM, OFFER, ITEM, TERMS).accepted());
        board.apply(records.putOffer(ROOM, OFFER + 1, ITEM, TERMS).accepted());
        board.apply(records.putOffer(ROOM, OFFER, ITEM + 1, TERMS).accepted());
        board.apply(records.changeStock(ITEM, 5).accepted());
        assertThat(newest(ROOM).change()).as("by its other offer").isEqualTo(5);

        board.apply(records.putOffer(ROOM, OFFER + 1, ITEM + 1, TERMS).accepted());
        board.apply(records.changeStock(ITEM, 7).accepted());
        assertThat(newest(ROOM).change()).isZero();
        board.apply(records.changeStock(ITEM + 1, 9).accepted());
        assertThat(newest(ROOM).change()).isEqualTo(9);
        assertThat(board.show(ROOM).deeds())
                .filteredOn(deed -> deed.change() == 9)
                .hasSize(1);
    }

    @Test
    void onlyTheLastDeedsAreKept() {
        for (int i = 0; i < ShowView.DEEDS + 5; i++) {
            board.apply(records.changeRoomState(ROOM, RoomState.LIVE).accepted());
        }

        assertThat(board.show(ROOM).deeds()).hasSize(ShowView.DEEDS);
        assertThat(newest(ROOM).sequence()).isEqualTo(ShowView.DEEDS + 5);
    }

    @Test
    void aRecordThatWasLeftOutStopsIt() {
        records.putRoom(ROOM, "show", "", 0).accepted();

        assertThatThrownBy(() -> board.apply(records.pinOffer(ROOM, 0).accepted()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sequence=2");
    }

    private Deed newest(final long room) {
        return board.show(room).deeds().iterator().next();
    }

    private void reserve(final int units) {
        board.apply(records.placeOrder(ROOM, OFFER, units).ordered(Outcome.RESERVED, ROOM, OFFER, units, ITEM, 0));
    }
}
