package io.sluice.engine.core;

import static io.sluice.engine.core.CampaignBuilder.CAMPAIGN;
import static io.sluice.engine.core.CampaignBuilder.campaign;
import static io.sluice.engine.core.CouponShop.LATITUDE_E6;
import static io.sluice.engine.core.CouponShop.LONGITUDE_E6;
import static io.sluice.engine.core.OrderBuilder.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RoomState;
import org.junit.jupiter.api.Test;

/** Who may claim. */
class AudienceTest {
    private static final long VIEWER = Shop.VIEWER;
    private static final int KILOMETRE = 1_000;
    /** A kilometre is 8,993 of them, on the core's ball to some centimetres. */
    private static final int LESS_NORTH_E6 = 8_990;

    private static final int MORE_NORTH_E6 = 8_996;
    private static final int MINUTE = 60;

    private final CouponShop shop = CouponShop.open();

    @Test
    void everybodyIsAnybody() {
        shop.giving(campaign());

        assertThat(shop.claimed(12_345)).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void newcomersAreMembersForNoLongerThanThat() {
        shop.giving(campaign().toNewcomers(100));
        joined(VIEWER, 100);
        joined(8, 101);

        assertThat(shop.claimed(VIEWER)).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.claimed(8)).isEqualTo(Outcome.NOT_ELIGIBLE);
    }

    @Test
    void whoIsNoMemberIsNoNewcomer() {
        shop.giving(campaign().toNewcomers(ProtocolLimits.MAX_POLICY_MS));
        shop.brand().brings(9, 8);

        final Decision refused = shop.claim(8, "k");

        assertThat(refused.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
        assertThat(refused.detail()).isEqualTo(Audience.NEWCOMERS.code());
        assertThat(shop.claimed(12_345)).isEqualTo(Outcome.NOT_ELIGIBLE);
    }

    @Test
    void whoHasPaidIsNoNewcomerAlsoWhenItWasRefunded() {
        shop.giving(campaign().toNewcomers(100));
        joined(VIEWER, 1);
        joined(8, 1);
        shop.giveBack(shop.shop().buy(order("bought").by(8)));
        shop.shop().buy(order("kept"));

        assertThat(shop.claimed(VIEWER)).isEqualTo(Outcome.NOT_ELIGIBLE);
        assertThat(shop.claimed(8)).isEqualTo(Outcome.NOT_ELIGIBLE);
    }

    @Test
    void ordersThatNobodyPaidCountForNothing() {
        shop.giving(campaign().toNewcomers(CampaignBuilder.DAY_MS));
        joined(VIEWER, 0);
        shop.shop().reserve(order("held"));
        shop.shop().cancel(VIEWER, shop.shop().reserve(order("cancelled")));
        shop.shop().expired(order("expired"));

        assertThat(shop.claimed(VIEWER)).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void theNewestHundredOrdersAreLookedAt() {
        shop.giving(campaign().toNewcomers(100).each(2));
        joined(VIEWER, 1);
        shop.shop().buy(order("bought"));
        for (int i = 1; i < 100; i++) {
            shop.shop().cancel(VIEWER, shop.shop().reserve(order("cancelled-" + i)));
        }

        assertThat(shop.claimed(VIEWER)).isEqualTo(Outcome.NOT_ELIGIBLE);

        shop.shop().cancel(VIEWER, shop.shop().reserve(order("one-more")));
        assertThat(shop.claimed(VIEWER)).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void nearbyIsWhoSaysSo() {
        shop.giving(campaign().near(BrandShop.STORE, KILOMETRE));

        assertThat(claimedAt(8, LATITUDE_E6 + LESS_NORTH_E6).outcome()).isEqualTo(Outcome.ACCEPTED);

        final Decision tooFar = claimedAt(9, LATITUDE_E6 + MORE_NORTH_E6);
        assertThat(tooFar.outcome()).isEqualTo(Outcome.TOO_FAR);
        assertThat(tooFar.detail()).isEqualTo(KILOMETRE);
    }

    @Test
    void whoSaysNothingOfWhereIsTooFar() {
        shop.giving(campaign().near(BrandShop.STORE, KILOMETRE));

        assertThat(shop.claimed(8)).isEqualTo(Outcome.TOO_FAR);
    }

    @Test
    void aCouponThatAPositionBroughtIsMarkedAndNoOtherIs() {
        shop.giving(campaign().near(BrandShop.STORE, KILOMETRE)).giving(campaign(51));
        claimedAt(VIEWER, LATITUDE_E6);
        shop.claim(VIEWER, 51, LATITUDE_E6, LONGITUDE_E6, "other");

        assertThat(shop.coupons(VIEWER).isByPosition(1)).isTrue();
        assertThat(shop.coupons(VIEWER).isByPosition(0)).isFalse();
    }

    @Test
    void nobodyIsNearAStoreThatIsNowhereAnyMore() {
        final int nowhere = ProtocolLimits.NO_POSITION;
        shop.giving(campaign().near(BrandShop.STORE, ProtocolLimits.MAX_RADIUS_METRES));
        shop.brand().putStore(BrandShop.STORE, nowhere, nowhere, "Moved");

        assertThat(claimedAt(VIEWER, LATITUDE_E6).outcome()).isEqualTo(Outcome.TOO_FAR);
    }

    @Test
    void watchersAreThoseWhoWatchedForLongEnough() {
        shop.giving(campaign().toWhoWatched(Shop.ROOM, MINUTE));
        shop.watch(Shop.ROOM, VIEWER, MINUTE - 1);
        shop.watch(Shop.ROOM, VIEWER, 1);
        shop.watch(Shop.ROOM, 8, MINUTE - 1);
        shop.shop().changeRoomState(Shop.ROOM, RoomState.ENDED);

        assertThat(shop.claimed(VIEWER)).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.claimed(8)).isEqualTo(Outcome.NOT_ELIGIBLE);
        assertThat(shop.claimed(9)).isEqualTo(Outcome.NOT_ELIGIBLE);
    }

    @Test
    void watchersAreNoneBeforeTheEnd() {
        shop.giving(campaign().toWhoWatched(Shop.ROOM, MINUTE));
        shop.watch(Shop.ROOM, VIEWER, MINUTE);

        assertThat(shop.claimed(VIEWER)).isEqualTo(Outcome.NOT_ELIGIBLE);
    }

    @Test
    void whatWasWatchedElsewhereCountsForNothing() {
        anotherRoom();
        shop.giving(campaign().toWhoWatched(Shop.ROOM, MINUTE));
        shop.watch(2, VIEWER, MINUTE);
        shop.shop().changeRoomState(Shop.ROOM, RoomState.ENDED);

        assertThat(shop.claimed(VIEWER)).isEqualTo(Outcome.NOT_ELIGIBLE);
    }

    @Test
    void whoBoughtInTheRoomIsNoWatcherWhoBoughtElsewhereIs() {
        anotherRoom();
        shop.giving(campaign().toWhoWatched(Shop.ROOM, MINUTE));
        shop.watch(Shop.ROOM, VIEWER, MINUTE);
        shop.watch(Shop.ROOM, 8, MINUTE);
        shop.shop().buy(order("here"));
        shop.shop().buy(order("there").by(8).in(2).of(102, 1));
        shop.shop().changeRoomState(Shop.ROOM, RoomState.ENDED);

        assertThat(shop.claimed(VIEWER)).isEqualTo(Outcome.NOT_ELIGIBLE);
        assertThat(shop.claimed(8)).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aRoomIsWatchedOnceItIsLive() {
        shop.shop().putRoom(2);

        assertThat(shop.watch(2, VIEWER, 5).outcome()).isEqualTo(Outcome.ROOM_NOT_OPEN);
        assertThat(shop.watch(3, VIEWER, 5).outcome()).isEqualTo(Outcome.ROOM_UNKNOWN);
        assertThat(shop.watch(3, 0, 5).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.watch(Shop.ROOM, VIEWER, 0).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.watch(Shop.ROOM, VIEWER, ProtocolLimits.MAX_WATCHED_SECONDS + 1)
                        .outcome())
                .isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.watch(Shop.ROOM, VIEWER, ProtocolLimits.MAX_WATCHED_SECONDS)
                        .detail())
                .isEqualTo(1);
    }

    /** The last seconds are told of when the room has ended already. */
    @Test
    void aRoomThatHasEndedWasWatched() {
        shop.shop().changeRoomState(Shop.ROOM, RoomState.ENDED);

        assertThat(shop.watch(Shop.ROOM, VIEWER, 5).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void thereIsRoomForSoManyWhoWatch() {
        final CouponShop small = CouponShop.open(LimitsBuilder.limits().viewers(1));
        assertThat(small.watch(Shop.ROOM, VIEWER, 5).outcome()).isEqualTo(Outcome.ACCEPTED);

        assertThat(small.watch(Shop.ROOM, 8, 5).outcome()).isEqualTo(Outcome.CAPACITY);
    }

    @Test
    void listedIsWhoIsOnTheListOfThatCampaign() {
        shop.giving(campaign().to(Audience.LISTED)).giving(campaign(51).to(Audience.LISTED));
        shop.invite(51, 8);
        shop.invite(CAMPAIGN, VIEWER, 9, 9);

        assertThat(shop.claimed(VIEWER)).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.claimed(9)).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.claimed(8)).isEqualTo(Outcome.NOT_ELIGIBLE);
    }

    private Decision claimedAt(final long viewer, final int latitudeE6) {
        return shop.claim(viewer, CAMPAIGN, latitudeE6, LONGITUDE_E6, "key");
    }

    private void joined(final long viewer, final long agoMs) {
        assertThat(shop.brand()
                        .putViewers(new ViewersRequest().add(viewer, shop.shop().nowMs() - agoMs, 0, 0, 0))
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    private void anotherRoom() {
        shop.shop().putRoom(2);
        shop.shop().changeRoomState(2, RoomState.LIVE);
        shop.shop().sell(OfferBuilder.offer(102).in(2).of(12), 10);
    }
}
