package io.sluice.engine.core;

import static io.sluice.engine.core.CampaignBuilder.CAMPAIGN;
import static io.sluice.engine.core.CampaignBuilder.campaign;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RoomState;
import org.junit.jupiter.api.Test;

/** Coupons that fall for a while, some at a time. */
class RainTest {
    private static final long SECOND_MS = 1_000;

    private final CouponShop shop = CouponShop.open();

    @Test
    void beforeTheFirstRainNoneCanBeClaimed() {
        shop.giving(campaign().raining());

        final Decision refused = shop.claim(7, "k");

        assertThat(refused.outcome()).isEqualTo(Outcome.CLAIM_NOT_OPEN);
        assertThat(refused.detail()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void asManyAreClaimedAsFall() {
        shop.giving(campaign().raining()).raining(2);

        assertThat(shop.campaign().rainLeft()).isEqualTo(2);
        assertThat(shop.claimed(7)).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.claimed(8)).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.claimed(9)).isEqualTo(Outcome.COUPONS_GONE);
        assertThat(shop.campaign().rainLeft()).isZero();
        assertThat(shop.campaign().claimed()).isEqualTo(2);
    }

    @Test
    void theyAreClaimedUntilTheRainEnds() {
        shop.giving(campaign().raining()).raining(5);
        final long untilMs = shop.shop().nowMs() + SECOND_MS;

        shop.shop().pass(SECOND_MS - 1);
        assertThat(shop.claimed(7)).isEqualTo(Outcome.ACCEPTED);

        shop.shop().pass(1);
        final Decision refused = shop.claim(8, "k");
        assertThat(refused.outcome()).isEqualTo(Outcome.CLAIM_CLOSED);
        assertThat(refused.detail()).isEqualTo(untilMs);
    }

    @Test
    void aRainEndsWithTheTimeToClaimAtTheLatest() {
        shop.giving(campaign().raining().claimed(0, shop.shop().nowMs() + 5)).raining(5);
        shop.shop().pass(5);

        final Decision refused = shop.claim(8, "k");

        assertThat(refused.outcome()).isEqualTo(Outcome.CLAIM_CLOSED);
        assertThat(refused.detail()).isEqualTo(shop.shop().nowMs());
    }

    @Test
    void aRainEndsWithItsShow() {
        shop.giving(campaign().raining()).raining(5);
        shop.shop().changeRoomState(Shop.ROOM, RoomState.ENDED);

        assertThat(shop.claimed(7)).isEqualTo(Outcome.CLAIM_CLOSED);
        assertThat(shop.campaign().rainLeft()).isEqualTo(5);
    }

    @Test
    void aRainBeforeTheTimeToClaimGivesNothingYet() {
        final long opensAtMs = shop.shop().nowMs() + 5;
        shop.giving(campaign().raining().claimed(opensAtMs, opensAtMs + 5)).raining(5);

        assertThat(shop.claim(7, "k").detail()).isEqualTo(opensAtMs);

        shop.shop().pass(5);
        assertThat(shop.claimed(7)).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void theNextRainBringsItsOwnCouponsAndThoseLeftOfTheLastAreLost() {
        shop.giving(campaign().raining()).raining(5);
        assertThat(shop.claimed(7)).isEqualTo(Outcome.ACCEPTED);
        shop.shop().pass(SECOND_MS);

        shop.raining(1);

        assertThat(shop.claimed(8)).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.claimed(9)).isEqualTo(Outcome.COUPONS_GONE);
    }

    @Test
    void whileItRainsThereIsNoOther() {
        shop.giving(campaign().raining()).raining(1);
        final long untilMs = shop.shop().nowMs() + SECOND_MS;

        final Decision refused = shop.rain(CAMPAIGN, Shop.ROOM, 5, SECOND_MS);

        assertThat(refused.outcome()).isEqualTo(Outcome.RAIN_FALLS);
        assertThat(refused.detail()).isEqualTo(untilMs);
    }

    @Test
    void aRainOfWhichNothingIsLeftMakesRoomForTheNext() {
        shop.giving(campaign().raining()).raining(1);
        assertThat(shop.claimed(7)).isEqualTo(Outcome.ACCEPTED);

        final Decision next = shop.rain(CAMPAIGN, Shop.ROOM, 1, 2 * SECOND_MS);

        assertThat(next.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(next.detail()).isEqualTo(shop.shop().nowMs() + 2 * SECOND_MS);
        assertThat(shop.claimed(8)).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aRainGivesNoMoreThanTheCampaignHas() {
        shop.giving(campaign().raining().many(1)).raining(5);

        assertThat(shop.claimed(7)).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.claimed(8)).isEqualTo(Outcome.COUPONS_GONE);
    }

    @Test
    void aCampaignWithoutRainNeedsNone() {
        shop.giving(campaign());

        assertThat(shop.rain(CAMPAIGN, Shop.ROOM, 1, SECOND_MS).outcome()).isEqualTo(Outcome.NO_RAIN);
        assertThat(shop.claimed(7)).isEqualTo(Outcome.ACCEPTED);
    }

    /** Each rain has all the faults that stand behind its own as well. */
    @Test
    void aRainIsRefusedForItsFirstFault() {
        shop.giving(campaign());
        shop.shop().putRoom(2);
        shop.shop().putRoom(3);
        shop.shop().changeRoomState(3, RoomState.LIVE);
        shop.shop().changeRoomState(3, RoomState.ENDED);

        assertThat(shop.rain(99, 9, 0, 1).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.rain(99, 9, 1, 0).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.rain(99, 9, 1, ProtocolLimits.MAX_RAIN_MS + 1).outcome())
                .isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.rain(99, 9, 1, 1).outcome()).isEqualTo(Outcome.CAMPAIGN_UNKNOWN);
        assertThat(shop.rain(CAMPAIGN, 9, 1, 1).outcome()).isEqualTo(Outcome.ROOM_UNKNOWN);
        assertThat(shop.rain(CAMPAIGN, 2, 1, 1).outcome()).isEqualTo(Outcome.ROOM_NOT_OPEN);
        assertThat(shop.rain(CAMPAIGN, 3, 1, 1).outcome()).isEqualTo(Outcome.ROOM_ENDED);
        assertThat(shop.rain(CAMPAIGN, Shop.ROOM, 1, 1).outcome()).isEqualTo(Outcome.NO_RAIN);
    }

    /** What falls falls, also when the campaign was changed meanwhile so that it would not rain any more. */
    @Test
    void aCampaignThatIsChangedToGiveAtOnceCountsNoDrops() {
        shop.giving(campaign().raining()).raining(1).giving(campaign());

        assertThat(shop.claimed(7)).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.claimed(8)).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.campaign().rainLeft()).isEqualTo(1);
        assertThat(shop.rain(CAMPAIGN, Shop.ROOM, 1, SECOND_MS).outcome()).isEqualTo(Outcome.NO_RAIN);
    }

    @Test
    void ofTheLongestRainTheLastMomentIsInTime() {
        shop.giving(campaign().raining());
        assertThat(shop.rain(CAMPAIGN, Shop.ROOM, 1, ProtocolLimits.MAX_RAIN_MS).outcome())
                .isEqualTo(Outcome.ACCEPTED);

        shop.shop().pass(ProtocolLimits.MAX_RAIN_MS - 1);

        assertThat(shop.claimed(7)).isEqualTo(Outcome.ACCEPTED);
    }

    /** In the order of their records, and one each: whoever comes twice, or is not meant, takes nobody's place. */
    @Test
    void ofAHundredThousandTheFirstThousandWhoMayHaveOneEach() {
        final int claims = 100_000;
        final int drops = 1_000;
        final int viewers = 30_000;
        final CouponShop big =
                CouponShop.open(LimitsBuilder.limits().orders(claims).viewers(claims));
        big.giving(campaign().raining().many(claims).within(Long.MAX_VALUE).toNewcomers(CampaignBuilder.DAY_MS))
                .raining(drops);
        for (long viewer = 1; viewer <= viewers; viewer += 2) {
            big.brand().putViewers(new ViewersRequest().add(viewer, big.shop().nowMs(), 0, 0, 0));
        }
        long first = 0;
        int given = 0;
        for (int i = 0; i < claims; i++) {
            final long viewer = 1 + (i * 7_919L) % viewers;
            final Decision decision = big.claim(viewer, i % 3 == 0 ? "again" : "key-" + i);
            final boolean isNew = decision.outcome() == Outcome.ACCEPTED;
            if (isNew) {
                assertThat(decision.detail()).isEqualTo(++given);
                assertThat(viewer % 2).isEqualTo(1);
            }
            first = isNew ? i : first;
        }

        // Every other claim was of a newcomer, and none of the first two thousand came twice.
        assertThat(given).isEqualTo(drops);
        assertThat(first).isEqualTo(2 * drops - 2);
        assertThat(big.campaign().claimed()).isEqualTo(drops);
        assertThat(big.campaign().takenFen()).isEqualTo(drops * CampaignBuilder.DISCOUNT_FEN);
    }
}
