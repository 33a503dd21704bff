package io.sluice.engine.core;

import static io.sluice.engine.core.BrandShop.DAY_MS;
import static io.sluice.engine.core.BrandShop.ELSEWHERE;
import static io.sluice.engine.core.BrandShop.GROUP;
import static io.sluice.engine.core.BrandShop.GUIDE;
import static io.sluice.engine.core.BrandShop.ONLINE;
import static io.sluice.engine.core.BrandShop.OTHER_GUIDE;
import static io.sluice.engine.core.BrandShop.STORE;
import static io.sluice.engine.core.OrderBuilder.order;
import static io.sluice.engine.core.TouchBuilder.joined;
import static io.sluice.engine.core.TouchBuilder.servedBy;
import static io.sluice.engine.core.TouchBuilder.shareOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.BindingMode;
import org.junit.jupiter.api.Test;

/** What is filled in where the rule that decides leaves something open, in the order of {@code docs/REFERRALS.md}. */
class AttributionFillInTest {
    private static final long FRIEND = 8;
    private static final long FRIENDS_FRIEND = 9;

    private final BrandShop brand = BrandShop.ruledBy(AttributionRule.CARRIED, AttributionRule.LAST_TOUCH);

    @Test
    void aGroupWithoutAGuideGetsItsOwn() {
        assertWho(carrying(0, 0, GROUP, 0), STORE, GUIDE, GROUP);
    }

    @Test
    void aGuideWhoHasLeftBringsNothing() {
        brand.leaves(GUIDE);

        assertWho(carrying(0, 0, GROUP, 0), STORE, 0, GROUP);
        assertWho(carrying(ONLINE, GUIDE, 0, 0), ONLINE, 0, 0);
        assertThat(carrying(0, GUIDE, 0, 0).rule()).isEqualTo(AttributionRule.NOBODY);
    }

    @Test
    void aGuideWhoIsTheBuyerBringsNothing() {
        brand.putGuide(GUIDE, Shop.VIEWER, STORE, ONLINE);

        assertWho(carrying(0, 0, GROUP, 0), STORE, 0, GROUP);
        assertThat(carrying(0, GUIDE, 0, 0).rule()).isEqualTo(AttributionRule.NOBODY);
    }

    @Test
    void withoutAStoreItIsTheGroupsIfTheGuideWorksThereElseTheHomeStore() {
        brand.putGroup(22, ONLINE, GUIDE);

        assertWho(carrying(0, GUIDE, 22, 0), ONLINE, GUIDE, 22);
        assertWho(carrying(0, OTHER_GUIDE, 22, 0), ELSEWHERE, OTHER_GUIDE, 22);
        assertWho(carrying(0, GUIDE, 0, 0), STORE, GUIDE, 0);
    }

    @Test
    void aStoreTheGuideHasLeftGivesWayToTheHomeStore() {
        brand.noted(servedBy(GUIDE).store(ONLINE));
        brand.putGuide(GUIDE, 0, STORE);

        assertWho(brand.attribution(), STORE, GUIDE, 0);
    }

    @Test
    void withoutAGroupItIsTheOneTheViewerIsInWhateverTheRule() {
        brand.noted(joined(GROUP));

        assertWho(carrying(0, OTHER_GUIDE, 0, 0), ELSEWHERE, OTHER_GUIDE, GROUP);
        brand.shop().pass(2 * DAY_MS);
        final Attribution nobody = brand.attribution();
        assertThat(nobody.rule()).isEqualTo(AttributionRule.NOBODY);
        assertWho(nobody, 0, 0, GROUP);
    }

    @Test
    void aCodeThatNamesOnlyAnInviterLeadsToTheInvitersGuide() {
        brand.noted(servedBy(GUIDE).store(ONLINE).of(FRIEND));

        final Attribution carried = carrying(0, 0, 0, FRIEND);
        assertThat(carried.rule()).isEqualTo(AttributionRule.CARRIED);
        assertWho(carried, ONLINE, GUIDE, 0);
        final long touch = brand.noted(shareOf(FRIEND));
        assertWho(brand.attribution(), ONLINE, GUIDE, 0);
        assertThat(brand.attribution().touchSequence()).isEqualTo(touch);
    }

    @Test
    void anInviterLeadsNowhereOnceTheInvitersBindingIsOver() {
        brand.noted(servedBy(GUIDE).of(FRIEND));
        brand.shop().pass(DAY_MS);

        assertThat(carrying(0, 0, 0, FRIEND).rule()).isEqualTo(AttributionRule.NOBODY);
    }

    @Test
    void theInviterIsTheCodesElseTheViewersOwnAndTheSecondIsThatOnes() {
        brand.brings(FRIENDS_FRIEND, FRIEND).brings(FRIEND, Shop.VIEWER).brings(5, 4);

        assertInviters(brand.attribution(), FRIEND, FRIENDS_FRIEND);
        assertInviters(carrying(0, 0, 0, 4), 4, 5);
        assertInviters(carrying(STORE, 0, 0, FRIENDS_FRIEND), FRIENDS_FRIEND, 0);
    }

    @Test
    void whoCarriesTheirOwnCodeOrOneOfWhomTheyBroughtIsBroughtByTheirOwnInviter() {
        brand.brings(FRIEND, Shop.VIEWER).brings(Shop.VIEWER, 4).brings(4, 5);

        assertInviters(carrying(0, 0, 0, Shop.VIEWER), FRIEND, 0);
        assertInviters(carrying(0, 0, 0, 5), FRIEND, 0);
    }

    @Test
    void suchACodeLeadsToNobodysGuideEither() {
        brand.noted(servedBy(GUIDE));
        brand.putPolicy(BindingMode.NEVER, 0, 0, AttributionRule.CARRIED);
        brand.putViewers(new ViewersRequest().add(4, 0, OTHER_GUIDE, 0, Shop.VIEWER));

        assertThat(carrying(0, 0, 0, Shop.VIEWER).rule()).isEqualTo(AttributionRule.NOBODY);
        assertThat(carrying(0, 0, 0, 4).rule()).isEqualTo(AttributionRule.NOBODY);
    }

    /** Else who brought each other would send each other's orders to their own guides. */
    @Test
    void aTouchOfWhomTheBuyerBroughtLeadsToNobodysGuide() {
        brand.noted(shareOf(FRIENDS_FRIEND));
        brand.noted(servedBy(GUIDE).of(FRIEND));
        brand.noted(shareOf(FRIEND));
        assertThat(carrying(0, 0, 0, 0).guide()).isEqualTo(GUIDE);

        brand.noted(shareOf(Shop.VIEWER).of(FRIEND));

        assertThat(carrying(0, 0, 0, 0).rule()).isEqualTo(AttributionRule.NOBODY);
    }

    private Attribution carrying(final long store, final long guide, final long group, final long inviter) {
        return brand.attribution(order("k").touchedBy(store, guide, group, inviter));
    }

    private static void assertWho(final Attribution attribution, final long store, final long guide, final long group) {
        assertThat(new long[] {attribution.store(), attribution.guide(), attribution.group()})
                .containsExactly(store, guide, group);
    }

    private static void assertInviters(final Attribution attribution, final long inviter, final long second) {
        assertThat(new long[] {attribution.inviter(), attribution.secondInviter()})
                .containsExactly(inviter, second);
    }
}
