package io.sluice.engine.core;

import static io.sluice.engine.core.CampaignBuilder.CAMPAIGN;
import static io.sluice.engine.core.CampaignBuilder.campaign;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.Outcome;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A claim with two faults is answered for the one that the documented order names first. The order is read from
 * {@code docs/COUPONS.md}; every pair of it is tried that there can be.
 */
class ClaimLadderTest {
    private static final long VIEWER = Shop.VIEWER;
    private static final String KEY = "key";
    private static final int NOT_MUCH_FEN = 1;

    @Test
    void everyRungIsTried() {
        assertThat(ladder())
                .containsExactly(
                        Outcome.COMMAND_INVALID,
                        Outcome.CAMPAIGN_UNKNOWN,
                        Outcome.REPEATED,
                        Outcome.CAPACITY,
                        Outcome.CLAIM_NOT_OPEN,
                        Outcome.CLAIM_CLOSED,
                        Outcome.NOT_ELIGIBLE,
                        Outcome.TOO_FAR,
                        Outcome.CLAIM_LIMIT,
                        Outcome.POINTS_TOO_FEW,
                        Outcome.COUPONS_GONE);
    }

    @Test
    void aClaimWithoutAFaultIsAccepted() {
        assertThat(answerTo(EnumSet.noneOf(Outcome.class))).isEqualTo(Outcome.ACCEPTED);
    }

    @ParameterizedTest
    @MethodSource("ladder")
    void aClaimWithOneFaultIsAnsweredForIt(final Outcome fault) {
        assertThat(answerTo(EnumSet.of(fault))).isEqualTo(fault);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aClaimWithTwoFaultsIsAnsweredForTheFirst(final Outcome first, final Outcome second) {
        assertThat(answerTo(EnumSet.of(first, second))).isEqualTo(first);
    }

    @Test
    void aClaimWithEveryFaultIsAnsweredForTheFirst() {
        final List<Outcome> ladder = ladder();
        for (int first = 0; first < ladder.size(); first++) {
            final Set<Outcome> faults = EnumSet.copyOf(ladder.subList(first, ladder.size()));
            if (faults.contains(Outcome.NOT_ELIGIBLE)) {
                faults.remove(Outcome.TOO_FAR);
            }
            assertThat(answerTo(faults)).isEqualTo(ladder.get(first));
        }
    }

    private static List<Outcome> ladder() {
        return OutcomesPage.ladder("COUPONS.md", "## A claim").stream()
                .map(Outcome::valueOf)
                .toList();
    }

    /** A campaign is for one kind of people: nobody is too far away who is not meant. */
    private static Stream<Arguments> pairs() {
        final List<Outcome> ladder = ladder();
        return IntStream.range(0, ladder.size()).boxed().flatMap(first -> ladder.stream()
                .skip(first + 1L)
                .filter(second -> ladder.get(first) != Outcome.NOT_ELIGIBLE || second != Outcome.TOO_FAR)
                .map(second -> Arguments.of(ladder.get(first), second)));
    }

    /** Everything that has to have happened before happens while the campaign is without a fault. */
    private static Outcome answerTo(final Set<Outcome> faults) {
        final CouponShop shop = CouponShop.open().giving(campaign().each(2)).giving(campaign(51));
        if (faults.contains(Outcome.REPEATED)) {
            assertThat(shop.claim(VIEWER, KEY).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
        if (faults.contains(Outcome.CLAIM_LIMIT)) {
            shop.coupon();
        }
        if (faults.contains(Outcome.CAPACITY)) {
            shop.coupon(8, 51);
            shop.shop().changeLimits(LimitsBuilder.limits().orders(1).build());
        }
        shop.giving(faultyCampaign(faults, shop.shop().nowMs()));
        return shop.claim(
                        VIEWER,
                        faults.contains(Outcome.CAMPAIGN_UNKNOWN) ? 99 : CAMPAIGN,
                        faults.contains(Outcome.COMMAND_INVALID) ? "" : KEY)
                .outcome();
    }

    private static CampaignBuilder faultyCampaign(final Set<Outcome> faults, final long nowMs) {
        final CampaignBuilder campaign = campaign();
        if (faults.contains(Outcome.CLAIM_NOT_OPEN)) {
            campaign.raining();
        }
        if (faults.contains(Outcome.CLAIM_CLOSED)) {
            campaign.claimed(0, nowMs);
        }
        if (faults.contains(Outcome.NOT_ELIGIBLE)) {
            campaign.to(Audience.LISTED);
        } else if (faults.contains(Outcome.TOO_FAR)) {
            campaign.near(BrandShop.STORE, 1);
        }
        if (faults.contains(Outcome.POINTS_TOO_FEW)) {
            campaign.costing(1);
        }
        if (faults.contains(Outcome.COUPONS_GONE)) {
            campaign.within(NOT_MUCH_FEN);
        }
        return campaign;
    }
}
