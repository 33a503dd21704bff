package io.sluice.engine.core;

import static io.sluice.engine.core.CommissionShop.moved;
import static io.sluice.engine.core.PlanBuilder.ofBrand;
import static io.sluice.engine.core.PlanBuilder.ofCategory;
import static io.sluice.engine.core.PlanBuilder.ofOffer;
import static io.sluice.engine.protocol.Payee.GUIDE;
import static io.sluice.engine.protocol.Payee.HOST;
import static io.sluice.engine.protocol.Payee.STORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.sluice.engine.protocol.ItemKind;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.Payee;
import io.sluice.engine.protocol.PlanScope;
import io.sluice.engine.protocol.ProtocolLimits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What operators say of commission, and which plan an offer follows. What is earned by it is in {@link CommissionTest}. */
class CommissionPlanTest {
    private static final long CATEGORY = 900;
    private static final long OTHER_CATEGORY = 901;

    private final CommissionShop shop = CommissionShop.open();

    @Test
    void anOfferFollowsItsOwnPlanBeforeItsCategorysBeforeTheBrands() {
        shop.following(ofBrand().sharing(GUIDE, 100));
        assertThat(moved(shop.buy(shop.order()))).containsOnly(entry(GUIDE, 50L));

        shop.classify(Shop.ITEM, CATEGORY);
        shop.following(ofCategory(CATEGORY).sharing(GUIDE, 200));
        assertThat(moved(shop.buy(shop.order()))).containsOnly(entry(GUIDE, 100L));

        shop.following(ofOffer(Shop.OFFER).sharing(GUIDE, 300));
        assertThat(moved(shop.buy(shop.order()))).containsOnly(entry(GUIDE, 150L));
    }

    @Test
    void theNearestPlanIsFollowedWhole() {
        shop.following(ofBrand().sharing(GUIDE, 100).sharing(HOST, 100))
                .following(ofOffer(Shop.OFFER).sharing(STORE, 100));

        assertThat(moved(shop.buy(shop.order()))).containsOnly(entry(STORE, 50L));
    }

    @Test
    void anItemThatIsPutIntoAnotherCategoryFollowsThatOnes() {
        shop.following(ofBrand().sharing(GUIDE, 100))
                .following(ofCategory(CATEGORY).sharing(GUIDE, 200));
        shop.classify(Shop.ITEM, CATEGORY);
        shop.classify(Shop.ITEM, OTHER_CATEGORY);
        assertThat(moved(shop.buy(shop.order()))).containsOnly(entry(GUIDE, 50L));

        shop.following(ofCategory(OTHER_CATEGORY).sharing(GUIDE, 400));
        assertThat(moved(shop.buy(shop.order()))).containsOnly(entry(GUIDE, 200L));
        shop.classify(Shop.ITEM, 0);
        assertThat(moved(shop.buy(shop.order()))).containsOnly(entry(GUIDE, 50L));
    }

    @Test
    void linesOfOneOrderMayFollowDifferentPlans() {
        shop.selling(101, 11, 1_000)
                .following(ofBrand().frozenFor(1).sharing(GUIDE, 100))
                .following(ofOffer(101).frozenFor(2).sharing(HOST, 100));

        final Decision paid = shop.buy(shop.order().of(Shop.OFFER, 1).of(101, 1));

        assertThat(moved(paid, 0)).containsOnly(entry(GUIDE, 50L));
        assertThat(moved(paid, 1)).containsOnly(entry(HOST, 10L));
        assertThat(paid.commission().payableAtMs(1) - paid.commission().payableAtMs(0))
                .isEqualTo(1);
    }

    @Test
    void eachChangeOfAnyPlanIsTheNextVersionAndSaysWhich() {
        assertThat(shop.put(ofBrand().sharing(GUIDE, 100)).detail()).isEqualTo(1);
        assertThat(shop.put(ofOffer(Shop.OFFER).sharing(GUIDE, 200)).detail()).isEqualTo(2);
        assertThat(shop.put(ofBrand().frozenFor(9).paying(HOST, 7, 70)).detail())
                .isEqualTo(3);

        final List<CommissionPlan> plans = plans();
        assertThat(plans).extracting(CommissionPlan::version).containsExactly(3, 2);
        assertThat(plans).extracting(CommissionPlan::scope).containsExactly(PlanScope.BRAND, PlanScope.OFFER);
        assertThat(plans).extracting(CommissionPlan::target).containsExactly(0L, Shop.OFFER);
        assertThat(plans.get(0).returnWindowMs()).isEqualTo(9);
        assertThat(plans.get(0).basisPoints(GUIDE)).isZero();
        assertThat(plans.get(0).fixedFen(HOST)).isEqualTo(7);
        assertThat(plans.get(0).capFen(HOST)).isEqualTo(70);
    }

    @Test
    void aPlanForAnOfferThereIsNotIsRefused() {
        assertThat(shop.put(ofOffer(999).sharing(GUIDE, 100)).outcome()).isEqualTo(Outcome.OFFER_UNKNOWN);
    }

    @Test
    void aCategoryNeedsNoItemToHaveAPlan() {
        assertThat(shop.put(ofCategory(CATEGORY).sharing(GUIDE, 100)).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void sharesOfTheWholeAreTakenAndSharesOfMoreAreNot() {
        assertThat(shop.put(ofBrand().sharing(GUIDE, 6_000).sharing(HOST, 4_000))
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
        final Decision refused =
                shop.put(ofBrand().sharing(GUIDE, 6_000).sharing(HOST, 4_000).sharing(STORE, 1));

        assertThat(refused.outcome()).isEqualTo(Outcome.PLAN_OVER_WHOLE);
        assertThat(refused.detail()).isEqualTo(10_001);
        assertThat(plans().get(0).version()).isEqualTo(1);
    }

    @Test
    void asManyPlansAsThereMayBeCanStillBeChanged() {
        for (int category = 1; category <= ProtocolLimits.MAX_PLANS; category++) {
            shop.core()
                    .putCommissionPlan(
                            ofCategory(category).build(),
                            new Decision().begin(category, shop.shop().nowMs()));
        }

        assertThat(shop.put(ofBrand()).outcome()).isEqualTo(Outcome.CAPACITY);
        assertThat(shop.put(ofCategory(7).sharing(GUIDE, 1)).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.put(ofOffer(999)).outcome()).isEqualTo(Outcome.OFFER_UNKNOWN);
        assertThat(shop.put(ofBrand().sharing(GUIDE, 9_999).sharing(HOST, 9_999))
                        .outcome())
                .isEqualTo(Outcome.PLAN_OVER_WHOLE);
    }

    @Test
    void aPlanWithSeveralFaultsIsRefusedForTheFirst() {
        final PlanBuilder tooMuch = ofOffer(999).sharing(GUIDE, 9_999).sharing(HOST, 9_999);

        assertThat(shop.put(tooMuch).outcome()).isEqualTo(Outcome.OFFER_UNKNOWN);
        assertThat(shop.put(tooMuch.frozenFor(-1)).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
    }

    @Test
    void aPlanIsOfTheBrandOrOfSomethingThatItNames() {
        assertInvalid(request(PlanScope.BRAND, 7, 0));
        assertInvalid(request(PlanScope.OFFER, 0, 0));
        assertInvalid(request(PlanScope.CATEGORY, 0, 0));
        assertInvalid(request(PlanScope.CATEGORY, -1, 0));
        assertInvalid(request(PlanScope.CATEGORY, ProtocolLimits.MAX_ID + 1, 0));
        assertInvalid(request(null, 0, 0));
    }

    @Test
    void itsReturnWindowHasLimits() {
        assertInvalid(request(PlanScope.BRAND, 0, -1));
        assertInvalid(request(PlanScope.BRAND, 0, ProtocolLimits.MAX_POLICY_MS + 1));
        assertThat(shop.put(request(PlanScope.BRAND, 0, ProtocolLimits.MAX_POLICY_MS))
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void itNamesNoPayeeTwiceAndNoneThatThereIsNot() {
        assertInvalid(brand().addShare(GUIDE.code(), 1, 0, 0).addShare(GUIDE.code(), 1, 0, 0));
        assertInvalid(brand().addShare(0, 1, 0, 0));
        assertInvalid(brand().addShare(Payee.ALL.size() + 1, 1, 0, 0));
    }

    @Test
    void itHasNoMoreSharesThanThereArePayees() {
        final PlanRequest request = brand();
        Payee.ALL.forEach(payee -> request.addShare(payee.code(), 1, 1, 1));
        assertThat(shop.put(request).outcome()).isEqualTo(Outcome.ACCEPTED);

        assertThat(shop.put(request.addShare(GUIDE.code(), 1, 1, 1)).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
    }

    @Test
    void itsAmountsHaveLimits() {
        final int whole = ProtocolLimits.WHOLE_BASIS_POINTS;
        final long dearest = ProtocolLimits.MAX_PRICE_FEN;
        assertInvalid(brand().addShare(GUIDE.code(), -1, 0, 0));
        assertInvalid(brand().addShare(GUIDE.code(), whole + 1, 0, 0));
        assertInvalid(brand().addShare(GUIDE.code(), 0, -1, 0));
        assertInvalid(brand().addShare(GUIDE.code(), 0, dearest + 1, 0));
        assertInvalid(brand().addShare(GUIDE.code(), 0, 0, -1));
        assertInvalid(brand().addShare(GUIDE.code(), 0, 0, dearest + 1));
        assertThat(shop.put(brand().addShare(GUIDE.code(), whole, dearest, dearest))
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void anItemIsClassifiedAsSomethingThereIs() {
        assertThat(shop.classify(Shop.ITEM, CATEGORY, ItemKind.TIP).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.shop().item().category()).isEqualTo(CATEGORY);
        assertThat(shop.shop().item().kind()).isEqualTo(ItemKind.TIP);

        assertThat(shop.classify(Shop.ITEM, CATEGORY, null).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.classify(Shop.ITEM, -1).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.classify(99, -1).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.classify(99, CATEGORY).outcome()).isEqualTo(Outcome.ITEM_UNKNOWN);
    }

    private void assertInvalid(final PlanRequest request) {
        assertThat(shop.put(request).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(plans()).isEmpty();
    }

    private List<CommissionPlan> plans() {
        final List<CommissionPlan> plans = new ArrayList<>();
        shop.core().commissionPlans().forEach(plans::add);
        return plans;
    }

    private static PlanRequest brand() {
        return request(PlanScope.BRAND, 0, 0);
    }

    private static PlanRequest request(final PlanScope scope, final long target, final long returnWindowMs) {
        return new PlanRequest().set(scope, target, returnWindowMs);
    }
}
