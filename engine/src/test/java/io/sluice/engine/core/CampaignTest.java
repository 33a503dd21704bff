package io.sluice.engine.core;

import static io.sluice.engine.core.CampaignBuilder.CAMPAIGN;
import static io.sluice.engine.core.CampaignBuilder.campaign;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Campaigns as operators put them, and the lists of whom they are for. */
class CampaignTest {
    private static final int MOST = ProtocolLimits.MAX_OFFERS_OF_CAMPAIGN;
    private static final int MOST_LISTED = ProtocolLimits.MAX_LISTED_A_COMMAND;

    private final CouponShop shop = CouponShop.open();

    @Test
    void aNewOneIsKeptWithItsTerms() {
        assertThat(shop.put(campaign().taking(2_000, 800).of(Shop.OFFER).comingBack(), "券")
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);

        assertThat(shop.campaign().title()).asString().isEqualTo("券");
        assertThat(shop.campaign().terms().basisPoints()).isEqualTo(2_000);
        assertThat(shop.campaign().terms().discountFen()).isEqualTo(800);
        assertThat(shop.campaign().terms().offer(0)).isEqualTo(Shop.OFFER);
        assertThat(shop.campaign().terms().comesBack()).isTrue();
        assertThat(shop.campaign().claimed()).isZero();
    }

    @Test
    void whatOneIsPutWithIsAllThatHoldsAndWhatWasTakenStaysTaken() {
        shop.giving(campaign().of(Shop.OFFER).near(BrandShop.STORE, 5)).giving(campaign());
        shop.coupon();

        shop.giving(campaign().within(5).many(1));

        assertThat(shop.campaign().terms().offers()).isZero();
        assertThat(shop.campaign().terms().audience().kind()).isEqualTo(Audience.EVERYBODY);
        assertThat(shop.campaign().claimed()).isEqualTo(1);
        assertThat(shop.campaign().takenFen()).isEqualTo(CampaignBuilder.DISCOUNT_FEN);
        assertThat(shop.claimed(8)).isEqualTo(Outcome.COUPONS_GONE);
    }

    @ParameterizedTest
    @MethodSource("atTheEdge")
    void termsAtTheEdgeOfWhatThereMayBeAreTaken(final CampaignBuilder campaign) {
        assertThat(shop.put(campaign).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    static Stream<CampaignBuilder> atTheEdge() {
        return Stream.of(
                campaign().taking(1),
                campaign().taking(ProtocolLimits.MAX_PRICE_FEN).within(Long.MAX_VALUE),
                campaign().taking(ProtocolLimits.WHOLE_BASIS_POINTS, 1),
                campaign().above(ProtocolLimits.MAX_PRICE_FEN),
                campaign().within(1),
                campaign().many(ProtocolLimits.MAX_COUPONS_OF_CAMPAIGN),
                campaign().each(ProtocolLimits.MAX_COUPONS_PER_VIEWER),
                campaign().claimed(0, 1),
                campaign().goodFor(1),
                campaign().goodFor(ProtocolLimits.MAX_POLICY_MS),
                campaign().toNewcomers(ProtocolLimits.MAX_POLICY_MS),
                campaign().near(BrandShop.STORE, ProtocolLimits.MAX_RADIUS_METRES),
                campaign().toWhoWatched(Shop.ROOM, ProtocolLimits.MAX_WATCHED_SECONDS),
                campaign().of(LongStream.generate(() -> Shop.OFFER).limit(MOST).toArray()),
                campaign(ProtocolLimits.MAX_ID));
    }

    @ParameterizedTest
    @MethodSource("beyondTheEdge")
    void termsBeyondItAreInvalid(final CampaignBuilder campaign) {
        final long before = shop.core().stateHash();

        assertThat(shop.put(campaign).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.core().stateHash()).isEqualTo(before);
    }

    static Stream<CampaignBuilder> beyondTheEdge() {
        return Stream.of(
                campaign().taking(0),
                campaign().taking(ProtocolLimits.MAX_PRICE_FEN + 1),
                campaign().taking(-1, 1),
                campaign().taking(ProtocolLimits.WHOLE_BASIS_POINTS + 1, 1),
                campaign().above(-1),
                campaign().above(ProtocolLimits.MAX_PRICE_FEN + 1),
                campaign().within(0),
                campaign().many(0),
                campaign().many(ProtocolLimits.MAX_COUPONS_OF_CAMPAIGN + 1),
                campaign().each(0),
                campaign().each(ProtocolLimits.MAX_COUPONS_PER_VIEWER + 1),
                campaign().claimed(-1, 5),
                campaign().claimed(5, 5),
                campaign().goodFor(0),
                campaign().goodFor(ProtocolLimits.MAX_POLICY_MS + 1),
                campaign().under(null),
                campaign().to(null),
                campaign().toNewcomers(0),
                campaign().toNewcomers(ProtocolLimits.MAX_POLICY_MS + 1),
                campaign().near(BrandShop.STORE, 0),
                campaign().near(BrandShop.STORE, ProtocolLimits.MAX_RADIUS_METRES + 1),
                campaign().toWhoWatched(Shop.ROOM, 0),
                campaign().toWhoWatched(Shop.ROOM, ProtocolLimits.MAX_WATCHED_SECONDS + 1),
                campaign()
                        .of(LongStream.generate(() -> Shop.OFFER)
                                .limit(MOST + 1)
                                .toArray()),
                campaign(0),
                campaign(ProtocolLimits.MAX_ID + 1));
    }

    @Test
    void aTitleIsThereAndNotTooLong() {
        assertThat(shop.put(campaign(), "").outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.put(campaign(), "t".repeat(ProtocolLimits.MAX_TITLE_BYTES))
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.put(campaign(), "t".repeat(ProtocolLimits.MAX_TITLE_BYTES + 1))
                        .outcome())
                .isEqualTo(Outcome.COMMAND_INVALID);
    }

    @Test
    void itIsForOffersThatThereAre() {
        final Decision refused = shop.put(campaign().of(Shop.OFFER, 999));

        assertThat(refused.outcome()).isEqualTo(Outcome.OFFER_UNKNOWN);
        assertThat(refused.line()).isEqualTo(1);
        assertThat(refused.detail()).isEqualTo(999);
        assertThat(shop.campaign()).isNull();
    }

    @Test
    void itIsForAStoreThatThereIsAndThatIsSomewhere() {
        final int nowhere = ProtocolLimits.NO_POSITION;
        shop.brand().putStore(BrandShop.ONLINE, nowhere, nowhere, "Online");

        for (final long store : new long[] {0, 99, BrandShop.ONLINE}) {
            final Decision refused = shop.put(campaign().near(store, 100));
            assertThat(refused.outcome()).isEqualTo(Outcome.STORE_UNKNOWN);
            assertThat(refused.detail()).isEqualTo(store);
        }
    }

    @Test
    void itIsForARoomThatThereIs() {
        assertThat(shop.put(campaign().toWhoWatched(9, 5)).outcome()).isEqualTo(Outcome.ROOM_UNKNOWN);
    }

    @Test
    void whoeverWatchesOrIsNearComesBeforeWhatItIsFor() {
        assertThat(shop.put(campaign().near(99, 5).of(999)).outcome()).isEqualTo(Outcome.STORE_UNKNOWN);
        assertThat(shop.put(campaign().toWhoWatched(9, 5).of(999)).outcome()).isEqualTo(Outcome.ROOM_UNKNOWN);
    }

    @Test
    void thereIsRoomForSoManyAndTheOldOnesCanBeChangedThen() {
        for (long id = 1; id <= ProtocolLimits.MAX_CAMPAIGNS; id++) {
            shop.giving(campaign(id));
        }

        assertThat(shop.put(campaign(ProtocolLimits.MAX_CAMPAIGNS + 1L).of(999)).outcome())
                .isEqualTo(Outcome.CAPACITY);
        assertThat(shop.put(campaign(5)).outcome()).isEqualTo(Outcome.ACCEPTED);
        final List<Long> visited = new ArrayList<>();
        shop.core().coupons().forEachCampaign(campaign -> visited.add(campaign.id()));
        assertThat(visited).hasSize(ProtocolLimits.MAX_CAMPAIGNS).isSorted();
    }

    @Test
    void aListIsOfACampaign() {
        assertThat(shop.invite(CAMPAIGN, 7).outcome()).isEqualTo(Outcome.CAMPAIGN_UNKNOWN);
    }

    @Test
    void aListIsOfOneViewerAtLeastAndOfSoManyAtMost() {
        shop.giving(campaign());

        assertThat(shop.invite(CAMPAIGN).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.invite(CAMPAIGN, viewers(MOST_LISTED + 1)).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.invite(CAMPAIGN, viewers(MOST_LISTED)).detail()).isEqualTo(MOST_LISTED);
        assertThat(shop.invite(CAMPAIGN, 7, 0).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.invite(CAMPAIGN, 7, ProtocolLimits.MAX_ID + 1).outcome())
                .isEqualTo(Outcome.COMMAND_INVALID);
    }

    @Test
    void aListIsTakenAsAWholeOrNotAtAll() {
        final CouponShop small = CouponShop.open(LimitsBuilder.limits().viewers(3));
        small.giving(campaign().to(Audience.LISTED));
        assertThat(small.invite(CAMPAIGN, 1, 2).outcome()).isEqualTo(Outcome.ACCEPTED);

        assertThat(small.invite(CAMPAIGN, 7, 8).outcome()).isEqualTo(Outcome.CAPACITY);
        assertThat(small.claimed(7)).isEqualTo(Outcome.NOT_ELIGIBLE);
        assertThat(small.invite(CAMPAIGN, 7).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(small.claimed(7)).isEqualTo(Outcome.ACCEPTED);
    }

    private static long[] viewers(final int count) {
        return LongStream.rangeClosed(1, count).toArray();
    }
}
