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
import static io.sluice.engine.core.TouchBuilder.scan;
import static io.sluice.engine.core.TouchBuilder.servedBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.BindingMode;
import org.junit.jupiter.api.Test;

/** Which rule decides who brought an order. What the rule leaves open is in {@link AttributionFillInTest}. */
class AttributionTest {
    @Test
    void beforeTheFirstPolicyAnOrderHasWhatItCarriedAsItCame() {
        final Attribution attribution = BrandShop.open().attribution(order("k").touchedBy(91, 92, 93, 94));

        assertDecided(attribution, AttributionRule.CARRIED, 91, 92, 93, 0);
        assertThat(attribution.inviter()).isEqualTo(94);
        assertThat(attribution.policyVersion()).isZero();
    }

    @Test
    void theCodeThatAnOrderCarriesDecides() {
        final Attribution attribution = BrandShop.ruledBy(AttributionRule.CARRIED)
                .attribution(order("k").touchedBy(ONLINE, GUIDE, GROUP, 0));

        assertDecided(attribution, AttributionRule.CARRIED, ONLINE, GUIDE, GROUP, 0);
        assertThat(attribution.policyVersion()).isEqualTo(1);
    }

    @Test
    void aCodeThatNamesOnlyWhomThereIsNotDecidesNothing() {
        assertNobody(BrandShop.ruledBy(AttributionRule.CARRIED)
                .attribution(order("k").touchedBy(99, 99, 99, 0)));
    }

    @Test
    void theGuideDecidesWhomTheViewerIsBoundToUntilTheBindingEnds() {
        final BrandShop brand = BrandShop.ruledBy(AttributionRule.GUIDE_BINDING);
        final long touch = brand.noted(servedBy(GUIDE).store(ONLINE));

        brand.shop().pass(DAY_MS - 1);
        assertDecided(brand.attribution(), AttributionRule.GUIDE_BINDING, ONLINE, GUIDE, 0, touch);
        brand.shop().pass(1);
        assertNobody(brand.attribution());
    }

    @Test
    void theGuideOfABindingHasToBeAtWorkAndAnotherThanTheBuyer() {
        final BrandShop brand = BrandShop.ruledBy(AttributionRule.GUIDE_BINDING);
        brand.noted(servedBy(GUIDE));

        brand.putGuide(GUIDE, Shop.VIEWER, STORE);
        assertNobody(brand.attribution());
        brand.putGuide(GUIDE, 0, STORE);
        brand.leaves(GUIDE);
        assertNobody(brand.attribution());
    }

    @Test
    void theGroupDecidesThatTheViewerIsIn() {
        final BrandShop brand = BrandShop.ruledBy(AttributionRule.GROUP);
        final long touch = brand.noted(joined(GROUP));
        brand.noted(servedBy(OTHER_GUIDE));

        assertDecided(brand.attribution(), AttributionRule.GROUP, STORE, GUIDE, GROUP, touch);
    }

    @Test
    void theLastTouchDecidesWithinItsWindow() {
        final BrandShop brand = BrandShop.ruledBy(AttributionRule.LAST_TOUCH);
        brand.noted(servedBy(GUIDE));
        final long last = brand.noted(scan().store(ELSEWHERE));

        brand.shop().pass(DAY_MS);
        assertDecided(brand.attribution(), AttributionRule.LAST_TOUCH, ELSEWHERE, 0, 0, last);
        brand.shop().pass(1);
        assertNobody(brand.attribution());
    }

    @Test
    void aLastTouchThatNamesNobodyDecidesNothingAndIsTheLastAllTheSame() {
        final BrandShop brand = BrandShop.ruledBy(AttributionRule.LAST_TOUCH);
        brand.noted(servedBy(GUIDE));
        brand.noted(scan());

        assertNobody(brand.attribution());
    }

    @Test
    void theRoomsHostDecides() {
        final BrandShop brand = BrandShop.ruledBy(AttributionRule.ROOM_HOST);
        assertNobody(brand.attribution());

        final long hosted = brand.host(Shop.ROOM, 0, OTHER_GUIDE).sequence();
        assertDecided(brand.attribution(), AttributionRule.ROOM_HOST, ELSEWHERE, OTHER_GUIDE, 0, hosted);
        brand.leaves(OTHER_GUIDE);
        assertDecided(brand.attribution(), AttributionRule.ROOM_HOST, ELSEWHERE, 0, 0, hosted);
        brand.host(Shop.ROOM, 0, 0);
        assertNobody(brand.attribution());
    }

    @Test
    void nobodyBroughtAnOrderToWhichNoRuleApplies() {
        assertNobody(BrandShop.ruledBy(
                        AttributionRule.CARRIED,
                        AttributionRule.GUIDE_BINDING,
                        AttributionRule.GROUP,
                        AttributionRule.LAST_TOUCH,
                        AttributionRule.ROOM_HOST)
                .attribution());
    }

    @Test
    void theFirstRuleThatAppliesDecidesInThePolicysOrder() {
        final AttributionRule[] rules = {
            AttributionRule.LAST_TOUCH,
            AttributionRule.GROUP,
            AttributionRule.ROOM_HOST,
            AttributionRule.GUIDE_BINDING,
            AttributionRule.CARRIED
        };
        final BrandShop brand = BrandShop.ruledBy(rules);
        brand.noted(joined(GROUP));
        brand.noted(scan().store(ELSEWHERE));
        brand.host(Shop.ROOM, ONLINE, 0);

        for (int first = 0; first < rules.length; first++) {
            final AttributionRule[] turned = new AttributionRule[rules.length];
            for (int i = 0; i < rules.length; i++) {
                turned[i] = rules[(first + i) % rules.length];
            }
            brand.putPolicy(BindingMode.NEVER, DAY_MS, DAY_MS, turned);
            assertThat(brand.attribution(order("k").touchedBy(STORE, 0, 0, 0)).rule())
                    .isEqualTo(rules[first]);
        }
    }

    @Test
    void anOrderKeepsWhatDecidedItWhateverThePolicyIsSince() {
        final BrandShop brand = BrandShop.ruledBy(AttributionRule.GUIDE_BINDING);
        final long touch = brand.noted(servedBy(GUIDE));
        brand.attribution();
        brand.putPolicy(BindingMode.NEVER, 0, 0, AttributionRule.CARRIED);
        brand.leaves(GUIDE);

        final Attribution found = brand.shop().find(1).picture().attribution();
        assertDecided(found, AttributionRule.GUIDE_BINDING, STORE, GUIDE, 0, touch);
        assertThat(found.policyVersion()).isEqualTo(1);
        assertThat(brand.attribution().policyVersion()).isEqualTo(2);
    }

    private static void assertNobody(final Attribution attribution) {
        assertDecided(attribution, AttributionRule.NOBODY, 0, 0, 0, 0);
    }

    private static void assertDecided(
            final Attribution attribution,
            final AttributionRule rule,
            final long store,
            final long guide,
            final long group,
            final long touchSequence) {
        assertThat(attribution.rule()).isEqualTo(rule);
        assertThat(new long[] {attribution.store(), attribution.guide(), attribution.group()})
                .containsExactly(store, guide, group);
        assertThat(attribution.touchSequence()).isEqualTo(touchSequence);
    }
}
