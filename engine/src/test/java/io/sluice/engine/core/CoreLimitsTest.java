package io.sluice.engine.core;

import static io.sluice.engine.core.OrderBuilder.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.engine.protocol.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The core's limits, and what an order meets at them. */
class CoreLimitsTest {
    @Test
    void ordersAreRefusedAtTheirLimit() {
        final Shop shop = Shop.open(LimitsBuilder.limits().orders(1));
        final long order = shop.reserve(order("a"));
        shop.cancel(Shop.VIEWER, order);

        assertThat(shop.place(order("b")).outcome()).isEqualTo(Outcome.CAPACITY);
        assertThat(shop.place(order("a")).outcome()).isEqualTo(Outcome.REPEATED);
    }

    @Test
    void pairsOfViewerAndOfferAreRefusedAtTheirLimitAndFreedWithTheirUnits() {
        final Shop shop = Shop.open(LimitsBuilder.limits().viewerOffers(1));
        final long order = shop.reserve(order("a"));
        assertThat(shop.place(order("b").by(8)).outcome()).isEqualTo(Outcome.CAPACITY);

        shop.cancel(Shop.VIEWER, order);
        assertThat(shop.place(order("b").by(8)).outcome()).isEqualTo(Outcome.RESERVED);
    }

    @Test
    void aCoreBeginsWithTheLimitsThatAreDocumented() {
        assertThat(new FlashCore(CoreReserves.NONE).limits()).isEqualTo(CoreLimits.DEFAULT);
    }

    @Test
    void limitsThatAreOutOfRangeAreRefusedAndChangeNothing() {
        final Shop shop = Shop.open();
        final CoreLimits before = shop.core().limits();

        assertThat(shop.changeLimits(null).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.core().limits()).isEqualTo(before);
    }

    @Test
    void aRaisedLimitTakesWhatTheOldOneRefused() {
        final Shop shop = Shop.open(
                LimitsBuilder.limits().rooms(1).items(1).offers(1).mutes(1).keys(1));
        shop.place(order("a"));
        shop.mute(1, -1);
        assertThat(everyLimitMet(shop)).containsOnly(Outcome.CAPACITY);

        shop.changeLimits(LimitsBuilder.limits().build());

        assertThat(everyLimitMet(shop)).containsOnly(Outcome.ACCEPTED, Outcome.RESERVED);
        assertThat(shop.place(order("a")).outcome()).isEqualTo(Outcome.REPEATED);
    }

    @Test
    void aLimitBelowWhatIsInUseTakesNothingAwayAndNothingMore() {
        final Shop shop = Shop.open();
        shop.putRoom(8);
        shop.sell(OfferBuilder.offer(108).of(18), 1);
        shop.place(order("a"));
        shop.place(order("b"));
        shop.mute(1, -1);
        shop.mute(3, -1);

        shop.changeLimits(LimitsBuilder.limits()
                .rooms(1)
                .items(1)
                .offers(1)
                .mutes(1)
                .keys(1)
                .build());

        assertThat(everyLimitMet(shop)).containsOnly(Outcome.CAPACITY);
        assertThat(shop.place(order("a")).outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(shop.place(order("b")).outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(shop.comment(3, Shop.ROOM).outcome()).isEqualTo(Outcome.VIEWER_MUTED);
        assertThat(shop.putRoom(8).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aLimitBelowWhatIsInUseTakesMoreAsSoonAsLessIsInUse() {
        final Shop shop = Shop.open();
        final long first = shop.reserve(order("a"));
        final long second = shop.reserve(order("b").by(8));
        shop.changeLimits(LimitsBuilder.limits().viewerOffers(1).build());

        shop.cancel(Shop.VIEWER, first);
        assertThat(shop.place(order("c").by(9)).outcome()).isEqualTo(Outcome.CAPACITY);
        shop.cancel(8, second);
        assertThat(shop.place(order("c").by(9)).outcome()).isEqualTo(Outcome.RESERVED);
    }

    @Test
    void aViewerWhoseMuteHasEndedNeedsRoomForAnother() {
        final Shop shop = Shop.open();
        shop.mute(1, 5);
        shop.mute(2, -1);
        shop.mute(3, -1);
        shop.changeLimits(LimitsBuilder.limits().mutes(2).build());

        assertThat(shop.mute(1, 9).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.pass(9).mute(1, 9).outcome()).isEqualTo(Outcome.CAPACITY);
    }

    @Test
    void aRetentionIsThatOfTheKeysThatAreThereToo() {
        final Shop shop = Shop.open(LimitsBuilder.limits().keys(1));
        shop.place(order("a"));
        shop.changeLimits(LimitsBuilder.limits()
                .keys(1)
                .retentionMs(2 * CoreLimits.MIN_KEY_RETENTION_MS)
                .build());

        shop.pass(2 * CoreLimits.MIN_KEY_RETENTION_MS - 1);
        assertThat(shop.place(order("b")).outcome()).isEqualTo(Outcome.CAPACITY);
        assertThat(shop.pass(1).place(order("b")).outcome()).isEqualTo(Outcome.RESERVED);
    }

    @Test
    void refusedKeysBeyondALoweredLimitAreForgottenByTheNextRefusal() {
        final Shop shop = Shop.open();
        for (int i = 0; i < 9; i++) {
            shop.place(order("k" + i).of(Shop.OFFER, 101));
        }
        shop.changeLimits(LimitsBuilder.limits().refusedKeys(2).build());

        assertThat(shop.place(order("k0").of(Shop.OFFER, 101)).outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(shop.place(order("k9").of(Shop.OFFER, 101)).outcome()).isEqualTo(Outcome.SOLD_OUT);
        assertThat(shop.place(order("k8").of(Shop.OFFER, 101)).outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(shop.place(order("k7").of(Shop.OFFER, 101)).outcome()).isEqualTo(Outcome.SOLD_OUT);
    }

    @Test
    void aLimitOutOfItsRangeIsNamed() {
        assertNamed("maxRooms=0", LimitsBuilder.limits().rooms(0));
        assertNamed("maxItems=0", LimitsBuilder.limits().items(0));
        assertNamed("maxOffers=0", LimitsBuilder.limits().offers(0));
        assertNamed("maxOrders=0", LimitsBuilder.limits().orders(0));
        assertNamed("maxKeys=0", LimitsBuilder.limits().keys(0));
        assertNamed("maxKeys=536870913", LimitsBuilder.limits().keys((1 << 29) + 1));
        assertNamed("maxViewerOffers=0", LimitsBuilder.limits().viewerOffers(0));
        assertNamed("maxMutes=0", LimitsBuilder.limits().mutes(0));
        assertNamed("maxRefusedKeys=0", LimitsBuilder.limits().refusedKeys(0));
        assertNamed("maxWriteOff=-1", LimitsBuilder.limits().writeOff(-1));
        assertNamed("maxRefusedKeys=536870913", LimitsBuilder.limits().refusedKeys((1 << 29) + 1));
    }

    @Test
    void aReserveOutOfItsRangeIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CoreReserves(-1, 0, 0))
                .withMessageContaining("reservedOrders=-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CoreReserves(0, (1 << 29) + 1, 0))
                .withMessageContaining("reservedKeys=536870913");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CoreReserves(0, 0, -1))
                .withMessageContaining("reservedViewerOffers=-1");
    }

    @Test
    void aKeyIsKeptForADayAtLeast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CoreLimits(1, 1, 1, 1, 1, CoreLimits.MIN_KEY_RETENTION_MS - 1, 1, 1, 1, 1, 0))
                .withMessageContaining("keyRetentionMs=86399999");
        assertThat(CoreLimits.MIN_KEY_RETENTION_MS).isEqualTo(24L * 60 * 60 * 1_000);
    }

    /** One command more at each limit but those of orders and pairs; all are of things the shop has not. */
    private static List<Outcome> everyLimitMet(final Shop shop) {
        return List.of(
                shop.putRoom(9).outcome(),
                shop.putItem(19).outcome(),
                shop.putOffer(OfferBuilder.offer(109)).outcome(),
                shop.mute(9, -1).outcome(),
                shop.place(order("more")).outcome());
    }

    private static void assertNamed(final String name, final LimitsBuilder limits) {
        assertThatIllegalArgumentException().isThrownBy(limits::build).withMessageContaining(name);
    }
}
