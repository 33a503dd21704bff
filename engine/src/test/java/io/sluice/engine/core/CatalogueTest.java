package io.sluice.engine.core;

import static io.sluice.engine.core.OfferBuilder.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RoomState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rooms, items and pins. Offers are in {@link OfferTest}, stock in {@link StockTest}. */
class CatalogueTest {
    private final Shop shop = Shop.open();

    @Test
    void aNewRoomIsScheduled() {
        assertThat(shop.putRoom(2).outcome()).isEqualTo(Outcome.ACCEPTED);

        final Room room = shop.core().catalogue().room(2);
        assertThat(room.state()).isEqualTo(RoomState.SCHEDULED);
        assertThat(room.startsAtMs()).isEqualTo(Shop.OPENING_MS);
        assertThat(room.pinnedOffer()).isZero();
    }

    @Test
    void aKnownRoomsTextsChangeAndNothingElse() {
        shop.like(Shop.ROOM, 3);

        shop.putRoom(Shop.ROOM, "晚场", "https://x/y.m3u8");

        assertThat(new String(shop.room().title(), StandardCharsets.UTF_8)).isEqualTo("晚场");
        assertThat(new String(shop.room().streamUrl(), StandardCharsets.UTF_8)).isEqualTo("https://x/y.m3u8");
        assertThat(shop.room().state()).isEqualTo(RoomState.LIVE);
        assertThat(shop.room().likes()).isEqualTo(3);
    }

    @Test
    void idsAndTextsHaveLimits() {
        final String longest = "t".repeat(ProtocolLimits.MAX_TITLE_BYTES);
        final String longestUrl = "u".repeat(ProtocolLimits.MAX_URL_BYTES);
        assertThat(shop.putRoom(ProtocolLimits.MAX_ID, longest, longestUrl).outcome())
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.putItem(ProtocolLimits.MAX_ID, longest, longestUrl).outcome())
                .isEqualTo(Outcome.ACCEPTED);
        for (final long id : new long[] {0, -1, ProtocolLimits.MAX_ID + 1}) {
            assertThat(shop.putRoom(id).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
            assertThat(shop.putItem(id).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        }
        for (final String title : List.of("", longest + "t")) {
            assertThat(shop.putRoom(2, title, "").outcome()).isEqualTo(Outcome.COMMAND_INVALID);
            assertThat(shop.putItem(2, title, "").outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        }
        assertThat(shop.putRoom(2, "t", longestUrl + "u").outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.putItem(2, "t", longestUrl + "u").outcome()).isEqualTo(Outcome.COMMAND_INVALID);
    }

    @Test
    void aRoomGoesFromScheduledToLiveToEnded() {
        shop.putRoom(2);

        assertFixed(2, RoomState.ENDED, RoomState.SCHEDULED);
        assertFixed(2, RoomState.SCHEDULED, RoomState.SCHEDULED);
        assertThat(shop.changeRoomState(2, RoomState.LIVE).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertFixed(2, RoomState.SCHEDULED, RoomState.LIVE);
        assertFixed(2, RoomState.LIVE, RoomState.LIVE);
        assertThat(shop.changeRoomState(2, RoomState.ENDED).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertFixed(2, RoomState.LIVE, RoomState.ENDED);
    }

    @Test
    void onlyAKnownRoomTakesAKnownState() {
        assertThat(shop.changeRoomState(99, RoomState.LIVE).outcome()).isEqualTo(Outcome.ROOM_UNKNOWN);
        assertThat(shop.changeRoomState(99, null).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
    }

    @Test
    void aKnownItemsTextsChangeAndItsStockStays() {
        final Decision decision = shop.putItem(Shop.ITEM, "Green tea", "tea.png");

        assertThat(decision.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(decision.stock(0)).isSameAs(shop.item().shared());
        assertThat(new String(shop.item().title(), StandardCharsets.UTF_8)).isEqualTo("Green tea");
        assertThat(new String(shop.item().image(), StandardCharsets.UTF_8)).isEqualTo("tea.png");
        assertThat(shop.item().available()).isEqualTo(Shop.STOCK);
    }

    @Test
    void anOfferIsPinnedInItsRoomAndThePinTakenAway() {
        assertThat(shop.pin(Shop.ROOM, Shop.OFFER).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.room().pinnedOffer()).isEqualTo(Shop.OFFER);

        assertThat(shop.pin(Shop.ROOM, 0).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.room().pinnedOffer()).isZero();
    }

    @Test
    void onlyAnOfferOfTheRoomIsPinned() {
        shop.putRoom(2);

        assertThat(shop.pin(99, Shop.OFFER).outcome()).isEqualTo(Outcome.ROOM_UNKNOWN);
        assertThat(shop.pin(99, 0).outcome()).isEqualTo(Outcome.ROOM_UNKNOWN);
        assertThat(shop.pin(Shop.ROOM, 999).outcome()).isEqualTo(Outcome.OFFER_UNKNOWN);
        assertThat(shop.pin(2, Shop.OFFER).outcome()).isEqualTo(Outcome.OFFER_UNKNOWN);
        assertThat(shop.room().pinnedOffer()).isZero();
    }

    @Test
    void newRoomsItemsAndOffersAreRefusedAtTheirLimitsAndKnownOnesAreNot() {
        final Shop full = Shop.open(LimitsBuilder.limits().rooms(1).items(1).offers(1));

        assertThat(full.putRoom(2).outcome()).isEqualTo(Outcome.CAPACITY);
        assertThat(full.putItem(11).outcome()).isEqualTo(Outcome.CAPACITY);
        assertThat(full.putOffer(offer(101)).outcome()).isEqualTo(Outcome.CAPACITY);
        assertThat(full.putRoom(Shop.ROOM).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(full.putItem(Shop.ITEM).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(full.putOffer(offer(Shop.OFFER)).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void everythingIsVisitedInTheOrderOfItsCreation() {
        shop.putRoom(5);
        shop.putRoom(3);
        shop.sell(offer(300).of(30), 1).sell(offer(200).of(20), 1);
        final List<Long> ids = new ArrayList<>();

        shop.core().catalogue().forEachRoom(room -> ids.add(room.id()));
        shop.core().catalogue().forEachItem(item -> ids.add(item.id()));
        shop.core().catalogue().forEachOffer(offer -> ids.add(offer.id()));

        assertThat(ids).containsExactly(1L, 5L, 3L, 10L, 30L, 20L, 100L, 300L, 200L);
    }

    private void assertFixed(final long room, final RoomState next, final RoomState now) {
        final Decision decision = shop.changeRoomState(room, next);
        assertThat(decision.outcome()).isEqualTo(Outcome.ROOM_STATE_FIXED);
        assertThat(RoomState.ofCode((int) decision.detail())).isEqualTo(now);
    }
}
