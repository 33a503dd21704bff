package io.sluice.engine.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.protocol.ItemKind;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoomBoardTest {
    private static final long ROOM = 1;
    private static final long OTHER_ROOM = 2;
    private static final long ITEM = 70;
    private static final long OFFER = 1001;
    private static final long OTHER_OFFER = 2001;
    private static final OfferTerms TERMS = new OfferTerms(9_900, 500, 100_000, 2, 300, 0, PriceWindows.NONE);

    private final RecordBuilder records = new RecordBuilder();
    private final RoomBoard board = new RoomBoard();

    @BeforeEach
    void twoRoomsSellOneItem() {
        board.apply(records.putRoom(ROOM, "晚场", "/stream.m3u8", 60_000).accepted());
        board.apply(records.putRoom(OTHER_ROOM, "门店", "", 0).accepted());
        board.apply(records.putItem(ITEM, "蛋糕", "/cake.jpg").accepted());
        board.apply(records.putOffer(ROOM, OFFER, ITEM, TERMS).accepted());
        board.apply(records.putOffer(OTHER_ROOM, OTHER_OFFER, ITEM, TERMS).accepted());
        board.apply(records.changeStock(ITEM, 10).decided(Outcome.ACCEPTED, ITEM, 10));
        board.advance(1_000);
        board.drainChanges(room -> {});
    }

    @Test
    void aRoomIsWhatItsRecordsSay() {
        board.apply(records.changeRoomState(ROOM, RoomState.LIVE).accepted());
        board.apply(records.pinOffer(ROOM, OFFER).accepted());
        board.apply(records.addLikes(ROOM, 3).accepted());
        board.apply(records.addLikes(ROOM, 4).accepted());

        final RoomView room = board.room(ROOM);
        assertThat(room.title()).isEqualTo("晚场");
        assertThat(room.streamUrl()).isEqualTo("/stream.m3u8");
        assertThat(room.startsAtMs()).isEqualTo(60_000);
        assertThat(room.state()).isEqualTo(RoomState.LIVE);
        assertThat(room.pinnedOffer()).isEqualTo(OFFER);
        assertThat(room.likes()).isEqualTo(7);
    }

    @Test
    void anOfferIsWhatItsRecordsSay() {
        final OfferView offer = board.offer(OFFER);

        assertThat(offer.room()).isSameAs(board.room(ROOM));
        assertThat(offer.item().title()).isEqualTo("蛋糕");
        assertThat(offer.item().image()).isEqualTo("/cake.jpg");
        assertThat(offer.item().available()).isEqualTo(10);
        assertThat(offer.terms()).isEqualTo(TERMS);
        assertThat(board.room(ROOM).offers()).containsExactly(offer);
    }

    @Test
    void changedTextsKeepWhatARoomHas() {
        board.apply(records.changeRoomState(ROOM, RoomState.LIVE).accepted());
        board.apply(records.putRoom(ROOM, "返场", "", 0).accepted());

        assertThat(board.room(ROOM).title()).isEqualTo("返场");
        assertThat(board.room(ROOM).state()).isEqualTo(RoomState.LIVE);
        assertThat(board.room(ROOM).offers()).hasSize(1);
    }

    @Test
    void changedTermsReplaceTheOldOnes() {
        final PriceWindows windows = new PriceWindows(new long[] {2_000, 3_000, 4_900});
        final OfferTerms dearer = new OfferTerms(12_000, 600, 90_000, 1, 60, 0, windows);

        board.apply(records.putOffer(ROOM, OFFER, ITEM, dearer).accepted());

        final OfferTerms terms = board.offer(OFFER).terms();
        assertThat(terms.listPriceFen()).isEqualTo(12_000);
        assertThat(terms.windows().count()).isEqualTo(1);
        assertThat(terms.priceFenAt(1_999)).isEqualTo(12_000);
        assertThat(terms.priceFenAt(2_000)).isEqualTo(4_900);
        assertThat(terms.priceFenAt(2_999)).isEqualTo(4_900);
        assertThat(terms.priceFenAt(3_000)).isEqualTo(12_000);
        assertThat(board.room(ROOM).offers()).hasSize(1);
    }

    @Test
    void anOrderTakesStockFromEveryRoomThatSellsTheItem() {
        board.apply(records.placeOrder(ROOM, OFFER, 2).ordered(Outcome.RESERVED, ROOM, OFFER, 2, ITEM, 8));

        assertThat(board.item(ITEM).available()).isEqualTo(8);
        assertThat(changedRooms()).containsExactlyInAnyOrder("1: stock 1001", "2: stock 2001");
    }

    @Test
    void anExpiredHoldGivesStockBack() {
        board.apply(records.placeOrder(ROOM, OFFER, 2).ordered(Outcome.RESERVED, ROOM, OFFER, 2, ITEM, 8));
        board.apply(records.expireOrder(1).ordered(Outcome.EXPIRED, ROOM, OFFER, 2, ITEM, 10));

        assertThat(board.item(ITEM).available()).isEqualTo(10);
    }

    @Test
    void otherLimitsOfTheCoreArePassedOver() {
        final RecordFlyweight record = records.changeLimits().accepted();
        board.apply(record);

        assertThat(board.sequence()).isEqualTo(record.sequence());
        assertThat(changedRooms()).isEmpty();
    }

    @Test
    void aRefusedCommandChangesNothing() {
        board.apply(records.changeRoomState(ROOM, RoomState.ENDED).decided(Outcome.ROOM_STATE_FIXED, 0, 0));
        board.apply(records.changeStock(ITEM, -50).decided(Outcome.STOCK_TOO_LOW, ITEM, 3));
        board.apply(records.placeOrder(ROOM, OFFER, 2).ordered(Outcome.SOLD_OUT, ROOM, OFFER, 2, ITEM, 1));
        board.apply(records.addLikes(77, 2).decided(Outcome.ROOM_UNKNOWN, 0, 0));

        assertThat(board.room(ROOM).state()).isEqualTo(RoomState.SCHEDULED);
        assertThat(board.item(ITEM).available()).isEqualTo(10);
        assertThat(changedRooms()).isEmpty();
    }

    @Test
    void aRepeatedOrderChangesNothing() {
        final List<String> heard = listen();

        board.apply(records.placeOrder(ROOM, OFFER, 2).ordered(Outcome.REPEATED, ROOM, OFFER, 2, ITEM, 1));

        assertThat(board.item(ITEM).available()).isEqualTo(10);
        assertThat(heard).isEmpty();
    }

    @Test
    void stockThatStaysTheSameIsNoChange() {
        board.apply(records.changeStock(ITEM, 0).decided(Outcome.ACCEPTED, ITEM, 10));

        assertThat(changedRooms()).isEmpty();
    }

    @Test
    void manyChangesOfAnOfferAreOneUntilTheyAreHandedOut() {
        for (int left = 9; left > 0; left--) {
            board.apply(records.placeOrder(ROOM, OFFER, 1).ordered(Outcome.RESERVED, ROOM, OFFER, 1, ITEM, left));
        }
        assertThat(changedRooms()).containsExactlyInAnyOrder("1: stock 1001", "2: stock 2001");
        assertThat(changedRooms()).isEmpty();

        board.apply(records.placeOrder(ROOM, OFFER, 1).ordered(Outcome.RESERVED, ROOM, OFFER, 1, ITEM, 0));
        assertThat(changedRooms()).containsExactlyInAnyOrder("1: stock 1001", "2: stock 2001");
    }

    @Test
    void aRoomSaysWhatOfItChanged() {
        board.apply(records.putRoom(ROOM, "返场", "", 0).accepted());
        assertThat(changedRooms()).containsExactly("1: facts");
        board.apply(records.changeRoomState(ROOM, RoomState.LIVE).accepted());
        assertThat(changedRooms()).containsExactly("1: state");
        board.apply(records.pinOffer(ROOM, OFFER).accepted());
        assertThat(changedRooms()).containsExactly("1: pin");
        board.apply(records.addLikes(ROOM, 1).accepted());
        assertThat(changedRooms()).containsExactly("1: likes");
        board.apply(records.putOffer(OTHER_ROOM, OTHER_OFFER, ITEM, TERMS).accepted());
        assertThat(changedRooms()).containsExactly("2: terms 2001");
        board.apply(records.putItem(ITEM, "新蛋糕", "").accepted());
        assertThat(changedRooms()).containsExactlyInAnyOrder("1: terms 1001", "2: terms 2001");
    }

    @Test
    void commentsAndOrdersAreHeardAsTheyPass() {
        final List<String> heard = listen();

        board.apply(records.comment(ROOM, "好吃吗").accepted());
        board.apply(records.comment(ROOM, "禁言").decided(Outcome.VIEWER_MUTED, 0, 0));
        board.apply(records.placeOrder(ROOM, OFFER, 2).ordered(Outcome.RESERVED, ROOM, OFFER, 2, ITEM, 8));
        board.apply(records.expireOrder(1).ordered(Outcome.EXPIRED, ROOM, OFFER, 2, ITEM, 10));

        assertThat(heard).containsExactly("7 room 1 900042: 好吃吗", "room 1 900042 bought 2 of 1001");
    }

    @Test
    void aTipIsHeardAndRankedWhenItIsPaidAndGoneWithItsRefund() {
        final List<String> heard = listen();
        board.apply(records.classifyItem(ITEM, ItemKind.TIP).accepted());
        assertThat(changedRooms()).containsExactlyInAnyOrder("1: terms 1001", "2: terms 2001");

        board.apply(records.expireOrder(1).about(Outcome.RESERVED, ROOM, 42, ITEM, 3));
        assertThat(board.room(ROOM).tips().size()).isZero();
        board.apply(records.expireOrder(1).about(Outcome.PAID, ROOM, 42, ITEM, 3));
        board.apply(records.expireOrder(2).about(Outcome.PAID_LATE, ROOM, 43, ITEM, 4));
        assertThat(rankingOf(ROOM)).containsExactly("43 400", "42 300");
        assertThat(rankingOf(OTHER_ROOM)).isEmpty();
        assertThat(changedRooms()).containsExactly("1: tips");

        board.apply(records.expireOrder(2).about(Outcome.REFUNDED, ROOM, 43, ITEM, 2));
        assertThat(rankingOf(ROOM)).containsExactly("42 300", "43 200");
        assertThat(heard)
                .containsExactly(
                        "room 1 42 bought 3 of 1", "room 1 42 tipped 3 蛋糕 for 300", "room 1 43 tipped 4 蛋糕 for 400");
    }

    @Test
    void goodsAreNoTip() {
        board.apply(records.expireOrder(1).about(Outcome.PAID, ROOM, 42, ITEM, 3));
        board.apply(records.expireOrder(1).about(Outcome.REFUNDED, ROOM, 42, ITEM, 3));

        assertThat(rankingOf(ROOM)).isEmpty();
        assertThat(changedRooms()).isEmpty();
    }

    private List<String> rankingOf(final long room) {
        final TipRanking tips = board.room(room).tips();
        final int places = tips.size();
        return IntStream.range(0, places)
                .mapToObj(place -> tips.viewer(place) + " " + tips.totalFen(place))
                .toList();
    }

    @Test
    void aRecordItHoldsAlreadyIsPassedOver() {
        final RecordFlyweight likes = records.addLikes(ROOM, 3).accepted();
        board.apply(likes);
        board.apply(likes);

        assertThat(board.room(ROOM).likes()).isEqualTo(3);
    }

    @Test
    void aMissingRecordIsAFault() {
        records.addLikes(ROOM, 3).accepted();
        final RecordFlyweight second = records.addLikes(ROOM, 3).accepted();

        assertThatThrownBy(() -> board.apply(second))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sequence=6")
                .hasMessageContaining("sequence=8");
    }

    @Test
    void onlyRoomsThatSomebodyHasBookedAndThatHaveNotBegunAreShownAsBooked() {
        for (long room = 100; room < 104; room++) {
            board.apply(records.putRoom(room, "later", "", 0).accepted());
            board.loadBooking(42, room);
        }
        board.apply(records.changeRoomState(100, RoomState.LIVE).accepted());
        board.book(42, 101, false);
        board.book(43, 102, true);
        board.book(42, 102, false);
        final List<Long> booked = new ArrayList<>();
        board.forEachBooked(room -> booked.add(room.id()));

        assertThat(booked).containsExactlyInAnyOrder(102L, 103L);
    }

    @Test
    void aLoadedBoardGoesOnBehindTheRecordItWasLoadedAt() {
        final RoomBoard loaded = new RoomBoard();
        loaded.loadRoom(ROOM, "晚场", "", 0);
        loaded.loadRoomState(ROOM, RoomState.LIVE, OFFER, 12);
        loaded.loadItem(ITEM, "蛋糕", "");
        loaded.loadStock(ITEM, StockKind.SHARED, 0, 5);
        loaded.loadOffer(OFFER, ROOM, ITEM, TERMS);
        loaded.loadedAt(board.sequence(), board.timeMs());
        final List<String> changes = new ArrayList<>();
        loaded.drainChanges(room -> changes.add(describe(room)));
        assertThat(changes).isEmpty();

        loaded.apply(records.at(2_500).addLikes(ROOM, 1).accepted());

        assertThat(loaded.sequence()).isEqualTo(7);
        assertThat(loaded.timeMs()).isEqualTo(2_500);
        assertThat(loaded.room(ROOM).likes()).isEqualTo(13);
        assertThat(loaded.room(ROOM).pinnedOffer()).isEqualTo(OFFER);
        assertThat(loaded.offer(OFFER).item().available()).isEqualTo(5);
    }

    private List<String> changedRooms() {
        final List<String> changes = new ArrayList<>();
        board.drainChanges(room -> changes.add(describe(room)));
        return changes;
    }

    private static String describe(final RoomView room) {
        final StringBuilder text = new StringBuilder().append(room.id()).append(':');
        text.append(room.factsChanged() ? " facts" : "");
        text.append(room.stateChanged() ? " state" : "");
        text.append(room.pinChanged() ? " pin" : "");
        text.append(room.likesChanged() ? " likes" : "");
        text.append(room.tipsChanged() ? " tips" : "");
        text.append(room.slowChanged() ? " slow" : "");
        text.append(room.newlyHidden() > 0 ? " hidden" : "");
        for (final OfferView offer : room.changedOffers()) {
            text.append(offer.termsChanged() ? " terms" : "");
            text.append(offer.stockChanged() ? " stock" : "");
            text.append(' ').append(offer.id());
        }
        return text.toString();
    }

    private List<String> listen() {
        final List<String> heard = new ArrayList<>();
        board.listener(new RoomListener() {
            @Override
            public void onComment(
                    final RoomView room,
                    final long viewer,
                    final long sequence,
                    final DirectBuffer buffer,
                    final int offset,
                    final int length) {
                final byte[] text = new byte[length];
                buffer.getBytes(offset, text);
                heard.add(sequence + " room " + room.id() + " " + viewer + ": "
                        + new String(text, StandardCharsets.UTF_8));
            }

            @Override
            public void onHidden(final RoomView room, final long comment) {
                heard.add("room " + room.id() + " hid " + comment);
            }

            @Override
            public void onBought(final RoomView room, final long viewer, final long offer, final int quantity) {
                heard.add("room " + room.id() + " " + viewer + " bought " + quantity + " of " + offer);
            }

            @Override
            public void onTip(
                    final RoomView room, final long viewer, final ItemView item, final int quantity, final long fen) {
                heard.add("room " + room.id() + " " + viewer + " tipped " + quantity + " " + item.title() + " for "
                        + fen);
            }

            @Override
            public void onPlace(final PlaceView place) {
                heard.add("room " + place.room() + " " + place.viewer() + " is " + place.state() + " for "
                        + place.offer());
            }

            @Override
            public void onBegun(final RoomView room) {
                heard.add("room " + room.id() + " begins for " + room.booked());
            }
        });
        return heard;
    }
}
