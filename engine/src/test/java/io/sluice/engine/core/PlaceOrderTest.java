package io.sluice.engine.core;

import static io.sluice.engine.core.OfferBuilder.offer;
import static io.sluice.engine.core.OrderBuilder.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RoomState;
import org.junit.jupiter.api.Test;

/** What an order that is accepted looks like. Its refusals are in {@link OrderLadderTest} and {@link LimitTest}. */
class PlaceOrderTest {
    private final Shop shop = Shop.open();

    @Test
    void anOrderIsReservedAndHoldsItsUnits() {
        final Decision decision = shop.place(order("a").of(Shop.OFFER, 3));

        assertThat(decision.outcome()).isEqualTo(Outcome.RESERVED);
        assertThat(decision.line()).isEqualTo(Decision.NO_LINE);
        assertThat(decision.answeredAt()).isEqualTo(decision.sequence());
        assertThat(decision.stockSize()).isEqualTo(1);
        assertThat(decision.stock(0)).isSameAs(shop.item().shared());
        assertThat(shop.item().available()).isEqualTo(Shop.STOCK - 3);
        assertThat(shop.item().held()).isEqualTo(3);
    }

    @Test
    void ordersAreNumberedFromOneWithoutAGap() {
        assertThat(shop.place(order("a")).order()).isEqualTo(1);
        assertThat(shop.place(order("b").in(99)).order()).isZero();
        assertThat(shop.place(order("c")).order()).isEqualTo(2);
        assertThat(shop.core().orders()).isEqualTo(2);
    }

    @Test
    void thePictureShowsTheWholeOrder() {
        shop.sell(offer(101).of(11).at(300), 5);
        final OrderPicture picture = shop.place(
                        order("a").of(101, 2).of(Shop.OFFER, 1).sharedBy("S-1").touchedBy(1, 2, 3, 4))
                .picture();

        assertThat(picture.state()).isEqualTo(OrderState.RESERVED);
        assertThat(picture.viewer()).isEqualTo(Shop.VIEWER);
        assertThat(picture.room()).isEqualTo(Shop.ROOM);
        assertThat(picture.totalFen()).isEqualTo(600 + Shop.PRICE_FEN);
        assertThat(picture.placedAtMs()).isEqualTo(shop.nowMs());
        assertThat(picture.isLate()).isFalse();
        assertThat(picture.refundedFen()).isZero();
        assertThat(picture.lines()).isEqualTo(2);
        assertThat(new long[] {picture.offer(0), picture.item(0), picture.unitPriceFen(0), picture.quantity(0)})
                .containsExactly(101, 11, 300, 2);
        assertThat(new long[] {picture.offer(1), picture.item(1), picture.unitPriceFen(1), picture.quantity(1)})
                .containsExactly(Shop.OFFER, Shop.ITEM, Shop.PRICE_FEN, 1);
        assertThat(text(picture.share())).isEqualTo("S-1");
        assertThat(new long[] {
                    picture.attribution().store(),
                    picture.attribution().guide(),
                    picture.attribution().group(),
                    picture.attribution().inviter()
                })
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void theShortestHoldOfItsLinesIsTheOrders() {
        shop.sell(offer(101).of(11).held(60), 5).sell(offer(102).of(11).held(600), 5);

        assertThat(shop.place(order("a").of(Shop.OFFER, 1).of(101, 1).of(102, 1))
                        .picture()
                        .payByMs())
                .isEqualTo(shop.nowMs() + 60_000);
    }

    @Test
    void aUnitCostsWhatItsWindowSaysFromItsFirstToBeforeItsLastMoment() {
        final long from = shop.nowMs() + 10;
        final long to = shop.nowMs() + 20;
        shop.sell(offer(101).at(900).during(from, to, 500).during(to, to + 10, 0), 5);

        assertThat(priceOf("before", 101)).isEqualTo(900);
        shop.pass(10);
        assertThat(priceOf("first", 101)).isEqualTo(500);
        shop.pass(9);
        assertThat(priceOf("last", 101)).isEqualTo(500);
        shop.pass(1);
        assertThat(priceOf("next window", 101)).isZero();
        shop.pass(10);
        assertThat(priceOf("behind", 101)).isEqualTo(900);
    }

    @Test
    void theTotalThatTheViewerSawIsAccepted() {
        assertThat(shop.place(order("a").expecting(Shop.PRICE_FEN)).outcome()).isEqualTo(Outcome.RESERVED);
    }

    @Test
    void aFreeOrderIsNoOrderWithoutAnExpectedTotal() {
        shop.sell(offer(101).at(0), 5);

        assertThat(shop.place(order("a").of(101, 1).expecting(0)).outcome()).isEqualTo(Outcome.RESERVED);
        assertThat(shop.place(order("b").of(Shop.OFFER, 1).expecting(0)).outcome())
                .isEqualTo(Outcome.PRICE_CHANGED);
    }

    @Test
    void anEndedRoomStillSells() {
        shop.changeRoomState(Shop.ROOM, RoomState.ENDED);

        assertThat(shop.place(order("a")).outcome()).isEqualTo(Outcome.RESERVED);
    }

    @Test
    void theLastUnitsOfAnItemCanBeTakenByLinesOfSeveralOffers() {
        shop.sell(offer(101), 0);

        final Decision decision = shop.place(order("a").of(Shop.OFFER, 40).of(101, 60));

        assertThat(decision.outcome()).isEqualTo(Outcome.RESERVED);
        assertThat(decision.stockSize()).isEqualTo(1);
        assertThat(shop.item().available()).isZero();
    }

    @Test
    void anOrderHasAsManyLinesAndUnitsAsTheProtocolAllows() {
        shop.sell(offer(101).of(11).at(ProtocolLimits.MAX_PRICE_FEN), 1_600_000);
        final OrderBuilder order = order("a");
        for (int i = 0; i < ProtocolLimits.MAX_LINES; i++) {
            order.of(101, ProtocolLimits.MAX_QUANTITY);
        }

        final Decision decision = shop.place(order);

        assertThat(decision.outcome()).isEqualTo(Outcome.RESERVED);
        assertThat(decision.picture().totalFen()).isEqualTo(1_600_000L * ProtocolLimits.MAX_PRICE_FEN);
    }

    @Test
    void aShapeThatNoGatewaySendsIsInvalidAndNotRemembered() {
        final OrderBuilder tooLong = order("a");
        for (int i = 0; i <= ProtocolLimits.MAX_LINES; i++) {
            tooLong.of(Shop.OFFER, 1);
        }
        assertInvalid(tooLong);
        assertInvalid(order("a").by(0));
        assertInvalid(order("a").by(-1));
        assertInvalid(order("a").of(Shop.OFFER, 0));
        assertInvalid(order("a").of(Shop.OFFER, ProtocolLimits.MAX_QUANTITY + 1));
        assertInvalid(order("a").expecting(-2));
        assertInvalid(order("a").touchedBy(0, 0, 0, -1));
        assertInvalid(order("a").withCoupon("c".repeat(ProtocolLimits.MAX_COUPON_BYTES + 1)));
        assertInvalid(order("a").sharedBy("s".repeat(ProtocolLimits.MAX_SHARE_BYTES + 1)));
        assertInvalid(order(""));
        assertInvalid(order("a b"));
        assertInvalid(order("k".repeat(ProtocolLimits.MAX_KEY_BYTES + 1)));

        assertThat(shop.place(order("a")).outcome()).isEqualTo(Outcome.RESERVED);
    }

    @Test
    void theLongestKeyAndShareCodeAreTaken() {
        final String share = "s".repeat(ProtocolLimits.MAX_SHARE_BYTES);

        final Decision decision =
                shop.place(order("k".repeat(ProtocolLimits.MAX_KEY_BYTES)).sharedBy(share));

        assertThat(text(decision.picture().share())).isEqualTo(share);
    }

    private void assertInvalid(final OrderBuilder order) {
        final Decision decision = shop.place(order);
        assertThat(decision.outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(decision.order()).isZero();
        assertThat(shop.item().held()).isZero();
    }

    private long priceOf(final String key, final long offer) {
        return shop.place(order(key.replace(' ', '-')).of(offer, 1)).picture().unitPriceFen(0);
    }

    private static String text(final Ascii ascii) {
        return ascii.bytes().getStringWithoutLengthAscii(0, ascii.length());
    }
}
