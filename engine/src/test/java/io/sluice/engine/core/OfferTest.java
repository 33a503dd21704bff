package io.sluice.engine.core;

import static io.sluice.engine.core.OfferBuilder.offer;
import static io.sluice.engine.core.OrderBuilder.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RoomState;
import org.junit.jupiter.api.Test;

/** Offers: their terms, and when they sell. */
class OfferTest {
    private static final long NEVER = Long.MAX_VALUE;

    private final Shop shop = Shop.open();
    private final long now = shop.nowMs();

    @Test
    void anOfferSellsFromItsFirstToBeforeItsLastMoment() {
        shop.sell(offer(101).opening(now + 10).closing(now + 20), 0);

        assertRefused("a", Outcome.SALE_NOT_OPEN, now + 10);
        shop.pass(9);
        assertRefused("b", Outcome.SALE_NOT_OPEN, now + 10);
        shop.pass(1);
        assertSells("c");
        shop.pass(9);
        assertSells("d");
        shop.pass(1);
        assertRefused("e", Outcome.SALE_CLOSED, now + 20);
    }

    @Test
    void anOfferSellsOnlyInItsOwnRoom() {
        shop.putRoom(2);
        shop.changeRoomState(2, RoomState.LIVE);

        final Decision decision = shop.place(order("k").in(2));

        assertThat(decision.outcome()).isEqualTo(Outcome.OFFER_UNKNOWN);
        assertThat(decision.line()).isZero();
    }

    @Test
    void anOfferWithoutAnOpeningWaitsForItsOperator() {
        shop.sell(offer(101).opening(NEVER).closing(NEVER), 0);

        assertRefused("a", Outcome.SALE_NOT_OPEN, NEVER);
        assertThat(shop.openOffer(Shop.ROOM, 101).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertSells("b");
    }

    @Test
    void openingAScheduledOfferKeepsItsEnd() {
        shop.sell(offer(101).opening(now + 10).closing(now + 20), 0);
        shop.openOffer(Shop.ROOM, 101);

        assertSells("a");
        shop.pass(20);
        assertRefused("b", Outcome.SALE_CLOSED, now + 20);
    }

    @Test
    void openingAClosedOfferLiftsItsEnd() {
        shop.sell(offer(101).closing(now + 20), 0);
        shop.pass(20).openOffer(Shop.ROOM, 101);

        assertSells("a");
        shop.pass(1L << 40);
        assertSells("b");
    }

    @Test
    void closingTakesAnOfferOffSaleAtOnceAlsoBeforeItOpened() {
        shop.sell(offer(101).opening(now + 10), 0);

        final Decision decision = shop.closeOffer(Shop.ROOM, 101);

        assertThat(decision.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(decision.stock(0)).isSameAs(shop.item().shared());
        assertRefused("a", Outcome.SALE_CLOSED, now);
        shop.pass(20);
        assertRefused("b", Outcome.SALE_CLOSED, now);
    }

    @Test
    void closingAClosedOfferKeepsItsFirstEnd() {
        shop.sell(offer(101).closing(now + 20), 0);
        shop.closeOffer(Shop.ROOM, 101);
        shop.pass(5).closeOffer(Shop.ROOM, 101);

        assertRefused("a", Outcome.SALE_CLOSED, now);
    }

    @Test
    void onlyAnOfferOfTheRoomIsOpenedOrClosed() {
        shop.putRoom(2);

        assertThat(shop.openOffer(99, Shop.OFFER).outcome()).isEqualTo(Outcome.ROOM_UNKNOWN);
        assertThat(shop.openOffer(2, Shop.OFFER).outcome()).isEqualTo(Outcome.OFFER_UNKNOWN);
        assertThat(shop.closeOffer(99, Shop.OFFER).outcome()).isEqualTo(Outcome.ROOM_UNKNOWN);
        assertThat(shop.closeOffer(Shop.ROOM, 999).outcome()).isEqualTo(Outcome.OFFER_UNKNOWN);
    }

    @Test
    void aKnownOffersTermsChangeAndItsWindowsAreReplaced() {
        shop.sell(offer(101).during(now, now + 5, 1), 0);
        shop.putOffer(offer(101).at(77));

        assertThat(shop.place(order("k").of(101, 1)).picture().totalFen()).isEqualTo(77);
    }

    @Test
    void anOfferKeepsItsRoomAndItsItem() {
        shop.putRoom(2);
        shop.putItem(11);

        final Decision moved = shop.putOffer(offer(Shop.OFFER).in(2).of(11));
        assertThat(moved.outcome()).isEqualTo(Outcome.OFFER_IN_OTHER_ROOM);
        assertThat(moved.detail()).isEqualTo(Shop.ROOM);
        final Decision exchanged = shop.putOffer(offer(Shop.OFFER).of(11));
        assertThat(exchanged.outcome()).isEqualTo(Outcome.OFFER_ITEM_FIXED);
        assertThat(exchanged.detail()).isEqualTo(Shop.ITEM);
    }

    @Test
    void anOfferNeedsAKnownRoomBeforeAKnownItem() {
        assertThat(shop.putOffer(offer(101).in(99).of(99)).outcome()).isEqualTo(Outcome.ROOM_UNKNOWN);
        assertThat(shop.putOffer(offer(101).of(99)).outcome()).isEqualTo(Outcome.ITEM_UNKNOWN);
    }

    @Test
    void termsAreTakenUpToTheirLimits() {
        assertValid(offer(101).at(0).limitedTo(0).held(ProtocolLimits.MIN_HOLD_SECONDS));
        assertValid(offer(101)
                .at(ProtocolLimits.MAX_PRICE_FEN)
                .limitedTo(ProtocolLimits.MAX_PER_VIEWER)
                .held(ProtocolLimits.MAX_HOLD_SECONDS));
        assertValid(offer(101).opening(NEVER).closing(NEVER));
        final OfferBuilder windows = offer(101);
        for (int i = 0; i < ProtocolLimits.MAX_PRICE_WINDOWS; i++) {
            windows.during(now + i, now + i + 1, i);
        }
        assertValid(windows);
    }

    @Test
    void termsBeyondTheirLimitsAreInvalid() {
        assertInvalid(offer(0));
        assertInvalid(offer(ProtocolLimits.MAX_ID + 1));
        assertInvalid(offer(101).at(-1));
        assertInvalid(offer(101).at(ProtocolLimits.MAX_PRICE_FEN + 1));
        assertInvalid(offer(101).opening(now).closing(now));
        assertInvalid(offer(101).limitedTo(-1));
        assertInvalid(offer(101).limitedTo(ProtocolLimits.MAX_PER_VIEWER + 1));
        assertInvalid(offer(101).held(ProtocolLimits.MIN_HOLD_SECONDS - 1));
        assertInvalid(offer(101).held(ProtocolLimits.MAX_HOLD_SECONDS + 1));
    }

    @Test
    void windowsAscendDoNotOverlapAndHaveAPrice() {
        assertInvalid(offer(101).during(now, now, 1));
        assertInvalid(offer(101).during(now, now + 10, 1).during(now + 9, now + 20, 1));
        assertInvalid(offer(101).during(now + 10, now + 20, 1).during(now, now + 5, 1));
        assertInvalid(offer(101).during(now, now + 10, -1));
        assertInvalid(offer(101).during(now, now + 10, ProtocolLimits.MAX_PRICE_FEN + 1));
    }

    private void assertValid(final OfferBuilder offer) {
        assertThat(shop.putOffer(offer).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    private void assertInvalid(final OfferBuilder offer) {
        assertThat(shop.putOffer(offer).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.core().catalogue().offer(offer.id())).isNull();
    }

    private void assertSells(final String key) {
        assertThat(shop.place(order(key).of(101, 1)).outcome()).isEqualTo(Outcome.RESERVED);
    }

    private void assertRefused(final String key, final Outcome outcome, final long detail) {
        final Decision decision = shop.place(order(key).of(Shop.OFFER, 1).of(101, 1));
        assertThat(decision.outcome()).isEqualTo(outcome);
        assertThat(decision.line()).isEqualTo(1);
        assertThat(decision.detail()).isEqualTo(detail);
    }
}
