package io.sluice.engine.core;

import static io.sluice.engine.core.CommissionShop.moved;
import static io.sluice.engine.core.PlanBuilder.ofBrand;
import static io.sluice.engine.core.PlanBuilder.ofOffer;
import static io.sluice.engine.protocol.Payee.GROUP_OWNER;
import static io.sluice.engine.protocol.Payee.GUIDE;
import static io.sluice.engine.protocol.Payee.HOST;
import static io.sluice.engine.protocol.Payee.INVITER;
import static io.sluice.engine.protocol.Payee.SECOND_INVITER;
import static io.sluice.engine.protocol.Payee.STORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.BindingMode;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.Payee;
import org.junit.jupiter.api.Test;

/** What is earned of an order when it is paid. A unit of the shop's offer costs 5,000 fen. */
class CommissionTest {
    private static final long CHEAP = 101;

    private final CommissionShop shop = CommissionShop.open();

    @Test
    void everyPayeeEarnsAPartOfWhatALineCosts() {
        shop.following(ofBrand()
                .sharing(STORE, 100)
                .sharing(GUIDE, 500)
                .sharing(GROUP_OWNER, 200)
                .sharing(INVITER, 300)
                .sharing(SECOND_INVITER, 150)
                .sharing(HOST, 50));

        final Decision paid = shop.buy(shop.order().of(Shop.OFFER, 2));

        assertThat(moved(paid))
                .containsOnly(
                        entry(STORE, 100L),
                        entry(GUIDE, 500L),
                        entry(GROUP_OWNER, 200L),
                        entry(INVITER, 300L),
                        entry(SECOND_INVITER, 150L),
                        entry(HOST, 50L));
        final CommissionMoves moves = paid.commission();
        assertThat(moves.who(STORE)).isEqualTo(BrandShop.STORE);
        assertThat(moves.who(GUIDE)).isEqualTo(BrandShop.GUIDE);
        assertThat(moves.who(GROUP_OWNER)).isEqualTo(CommissionShop.OWNER);
        assertThat(moves.who(INVITER)).isEqualTo(CommissionShop.INVITER);
        assertThat(moves.who(SECOND_INVITER)).isEqualTo(CommissionShop.SECOND_INVITER);
        assertThat(moves.who(HOST)).isEqualTo(BrandShop.OTHER_GUIDE);
    }

    @Test
    void aFixedPartIsForEachUnit() {
        shop.following(ofBrand().paying(GUIDE, 30));

        assertThat(moved(shop.buy(shop.order().of(Shop.OFFER, 3)))).containsOnly(entry(GUIDE, 90L));
    }

    @Test
    void aPartAndAFixedPartAreAdded() {
        final PlanRequest both = ofBrand().build().addShare(GUIDE.code(), 1_000, 30, 0);
        assertThat(shop.put(both).outcome()).isEqualTo(Outcome.ACCEPTED);

        assertThat(moved(shop.buy(shop.order()))).containsOnly(entry(GUIDE, 530L));
    }

    @Test
    void aFenThatIsLeftGoesToWhoLostMostByRounding() {
        shop.selling(CHEAP, 11, 100)
                .following(
                        ofBrand().sharing(STORE, 3_333).sharing(INVITER, 3_334).sharing(HOST, 3_333));

        assertThat(moved(shop.buy(shop.order().of(CHEAP, 1))))
                .containsOnly(entry(STORE, 33L), entry(INVITER, 34L), entry(HOST, 33L));
    }

    @Test
    void ofEqualsTheFirstGetsTheFenThatIsLeft() {
        shop.selling(CHEAP, 11, 101).following(ofBrand().sharing(HOST, 5_000).sharing(GUIDE, 5_000));

        assertThat(moved(shop.buy(shop.order().of(CHEAP, 1)))).containsOnly(entry(GUIDE, 51L), entry(HOST, 50L));
    }

    @Test
    void severalFenThatAreLeftGoToAsManyPayees() {
        shop.selling(CHEAP, 11, 3)
                .following(ofBrand()
                        .sharing(STORE, 2_500)
                        .sharing(GUIDE, 2_500)
                        .sharing(INVITER, 2_500)
                        .sharing(HOST, 2_500));

        assertThat(moved(shop.buy(shop.order().of(CHEAP, 1))))
                .containsOnly(entry(STORE, 1L), entry(GUIDE, 1L), entry(INVITER, 1L));
    }

    @Test
    void noMoreIsGivenThanTheSharesAreTogether() {
        shop.selling(CHEAP, 11, 99).following(ofBrand().sharing(STORE, 100).sharing(GUIDE, 100));

        assertThat(moved(shop.buy(shop.order().of(CHEAP, 1)))).containsOnly(entry(STORE, 1L));
    }

    @Test
    void aPayeeWhoIsNobodyGetsNothingAndNobodyGetsItInstead() {
        shop.following(ofBrand().sharing(GUIDE, 1_000).sharing(INVITER, 1_000).paying(SECOND_INVITER, 5));
        final OrderBuilder uninvited = shop.order().touchedBy(BrandShop.STORE, BrandShop.GUIDE, BrandShop.GROUP, 0);

        final Decision paid = shop.buy(uninvited);

        assertThat(moved(paid)).containsOnly(entry(GUIDE, 500L));
        assertThat(paid.commission().who(INVITER)).isZero();
        assertThat(paid.commission().who(SECOND_INVITER)).isZero();
    }

    @Test
    void aCapIsOfOneOrderAndEarlierLinesCount() {
        shop.selling(CHEAP, 11, 100).following(ofBrand().sharing(GUIDE, 1_000, 704));
        final OrderBuilder order = shop.order().of(Shop.OFFER, 1).of(CHEAP, 1).of(Shop.OFFER, 1);

        final Decision paid = shop.buy(order);

        assertThat(moved(paid, 0)).containsOnly(entry(GUIDE, 500L));
        assertThat(moved(paid, 1)).containsOnly(entry(GUIDE, 10L));
        assertThat(moved(paid, 2)).containsOnly(entry(GUIDE, 194L));
        assertThat(moved(shop.buy(shop.order()))).containsOnly(entry(GUIDE, 500L));
    }

    @Test
    void aCapIsOfOnePayee() {
        shop.following(ofBrand().sharing(GUIDE, 1_000, 70).sharing(HOST, 1_000));

        assertThat(moved(shop.buy(shop.order()))).containsOnly(entry(GUIDE, 70L), entry(HOST, 500L));
    }

    @Test
    void theCapOfALinesPlanCountsWhatEarlierLinesEarnedByAnother() {
        shop.selling(CHEAP, 11, 100)
                .following(ofBrand().sharing(GUIDE, 1_000))
                .following(ofOffer(CHEAP).sharing(GUIDE, 5_000, 499));

        final Decision paid = shop.buy(shop.order().of(Shop.OFFER, 1).of(CHEAP, 1));

        assertThat(moved(paid, 0)).containsOnly(entry(GUIDE, 500L));
        assertThat(moved(paid, 1)).isEmpty();
    }

    @Test
    void aCapHoldsFixedPartsAsWell() {
        shop.following(ofBrand().paying(GUIDE, 300, 400));

        assertThat(moved(shop.buy(shop.order().of(Shop.OFFER, 2)))).containsOnly(entry(GUIDE, 400L));
    }

    @Test
    void whatALineCannotBearIsCutFromTheLastPayees() {
        shop.selling(CHEAP, 11, 100)
                .following(ofBrand()
                        .paying(HOST, 50)
                        .paying(SECOND_INVITER, 30)
                        .paying(STORE, 60)
                        .paying(GUIDE, 30));

        assertThat(moved(shop.buy(shop.order().of(CHEAP, 1))))
                .containsOnly(entry(STORE, 60L), entry(GUIDE, 30L), entry(SECOND_INVITER, 10L));
    }

    @Test
    void capsComeBeforeTheCut() {
        shop.selling(CHEAP, 11, 100).following(ofBrand().paying(STORE, 95, 20).paying(HOST, 90));

        assertThat(moved(shop.buy(shop.order().of(CHEAP, 1)))).containsOnly(entry(STORE, 20L), entry(HOST, 80L));
    }

    @Test
    void aLineThatCostsNothingEarnsNobodyAnything() {
        shop.selling(CHEAP, 11, 0).following(ofBrand().paying(GUIDE, 30));

        assertThat(moved(shop.buy(shop.order().of(CHEAP, 1)))).isEmpty();
    }

    /** The dearest line there may be, whose cost times a share in basis points does not fit. */
    @Test
    void theDearestLineIsSharedOutToTheFen() {
        final long dearFen = 1_000_000_000_000L;
        shop.selling(CHEAP, 11, dearFen)
                .following(ofBrand().sharing(STORE, 3_333).sharing(GUIDE, 6_667).paying(HOST, dearFen));

        final Decision paid = shop.buy(shop.order().of(CHEAP, 100_000));

        assertThat(moved(paid))
                .containsOnly(entry(STORE, 33_330_000_000_000_000L), entry(GUIDE, 66_670_000_000_000_000L));
    }

    @Test
    void anOwnerEarnsNothingOfWhatTheyBuyThemselves() {
        shop.ownedBy(Shop.VIEWER)
                .following(ofBrand().sharing(GROUP_OWNER, 1_000).sharing(GUIDE, 100));

        final Decision paid = shop.buy(shop.order());

        assertThat(moved(paid)).containsOnly(entry(GUIDE, 50L));
        assertThat(paid.commission().who(GROUP_OWNER)).isZero();
    }

    @Test
    void aHostEarnsNothingOfWhatTheyBuyThemselves() {
        shop.brand().putGuide(BrandShop.OTHER_GUIDE, Shop.VIEWER, BrandShop.ELSEWHERE);
        shop.following(ofBrand().sharing(HOST, 1_000));

        assertThat(moved(shop.buy(shop.order()))).isEmpty();
        assertThat(moved(shop.buy(shop.order().by(8)))).containsOnly(entry(HOST, 500L));
    }

    @Test
    void aGuideWhoProvesToBeTheBuyerBeforeThePaymentEarnsNothing() {
        shop.following(ofBrand().sharing(GUIDE, 1_000));
        final long order = shop.shop().reserve(shop.order());
        shop.brand().putGuide(BrandShop.GUIDE, Shop.VIEWER, BrandShop.STORE, BrandShop.ONLINE);

        final Decision paid = shop.pay(order);

        assertThat(moved(paid)).isEmpty();
        assertThat(paid.commission().who(GUIDE)).isZero();
        assertThat(paid.picture().attribution().guide()).isEqualTo(BrandShop.GUIDE);
    }

    @Test
    void aHostWhoHasLeftEarnsNothing() {
        shop.following(ofBrand().sharing(HOST, 1_000)).brand().leaves(BrandShop.OTHER_GUIDE);

        assertThat(moved(shop.buy(shop.order()))).isEmpty();
    }

    @Test
    void theHostEarnsAlsoOfAnOrderThatIsPutDownToNobody() {
        shop.following(ofBrand().sharing(HOST, 1_000).sharing(STORE, 1_000));

        assertThat(moved(shop.buy(shop.order().touchedBy(0, 0, 0, 0)))).containsOnly(entry(HOST, 500L));
    }

    @Test
    void anOrderThatNoPolicyDecidedEarnsNobodyAnything() {
        final BrandShop brand = BrandShop.open();
        final long order = brand.shop()
                .reserve(OrderBuilder.order("k").touchedBy(BrandShop.STORE, BrandShop.GUIDE, BrandShop.GROUP, 41));
        brand.putPolicy(BindingMode.NEVER, 0, 0, AttributionRule.CARRIED);
        brand.shop().decide(decision -> brand.core()
                .putCommissionPlan(ofBrand().sharing(GUIDE, 1_000).build(), decision));

        final Decision paid = brand.shop().pay(order, Shop.PRICE_FEN, "pay");

        assertThat(paid.outcome()).isEqualTo(Outcome.PAID);
        assertThat(paid.commission().size()).isZero();
        assertThat(brand.core().commissions.isEmpty()).isTrue();
    }

    @Test
    void withoutAnyPlanNobodyEarnsAnything() {
        assertThat(shop.buy(shop.order()).commission().size()).isZero();
    }

    @Test
    void thePlanThatHoldsWhenAnOrderIsPaidDecides() {
        shop.following(ofBrand().sharing(GUIDE, 1_000));
        final long order = shop.shop().reserve(shop.order());
        shop.following(ofBrand().sharing(GUIDE, 200));

        final Decision paid = shop.pay(order);

        assertThat(moved(paid)).containsOnly(entry(GUIDE, 100L));
        assertThat(paid.commission().planVersion(0)).isEqualTo(2);
    }

    @Test
    void itIsPayableAReturnWindowAfterThePayment() {
        shop.following(ofBrand().frozenFor(7 * BrandShop.DAY_MS).sharing(GUIDE, 1_000));
        final long order = shop.shop().reserve(shop.order());
        shop.shop().pass(5_000);

        assertThat(shop.pay(order).commission().payableAtMs(0))
                .isEqualTo(Shop.OPENING_MS + 5_000 + 7 * BrandShop.DAY_MS);
    }

    @Test
    void anOrderThatIsPaidLateEarnsAsOneThatIsPaidInTime() {
        shop.following(ofBrand().frozenFor(10).sharing(GUIDE, 1_000));
        final long order = shop.shop().expired(shop.order());

        final Decision paid = shop.pay(order);

        assertThat(paid.outcome()).isEqualTo(Outcome.PAID_LATE);
        assertThat(moved(paid)).containsOnly(entry(GUIDE, 500L));
        assertThat(paid.commission().payableAtMs(0)).isEqualTo(shop.shop().nowMs() + 10);
    }

    @Test
    void onlyThePaymentItselfMovesCommission() {
        shop.following(ofBrand().sharing(GUIDE, 1_000));
        final long order = shop.buy(shop.order()).order();

        assertThat(shop.pay(order, "pay-" + order).outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(shop.pay(order, "pay-" + order).commission().size()).isZero();
        assertThat(shop.pay(order, "other").outcome()).isEqualTo(Outcome.REFUND_DUE);
        assertThat(shop.pay(order, "other").commission().size()).isZero();
        assertThat(shop.shop().find(order).commission().size()).isZero();
    }

    @Test
    void aLineThatNoPlanIsForIsLeftOut() {
        shop.selling(CHEAP, 11, 100).following(ofOffer(CHEAP).sharing(GUIDE, 1_000));

        final Decision paid = shop.buy(shop.order().of(Shop.OFFER, 1).of(CHEAP, 2));

        assertThat(moved(paid)).containsOnly(entry(GUIDE, 20L));
        assertThat(paid.commission().line(0)).isEqualTo(1);
    }

    @Test
    void aPlanWithoutSharesPaysNobodyAndSaysSo() {
        shop.following(ofBrand().sharing(GUIDE, 1_000)).following(ofOffer(Shop.OFFER));

        final Decision paid = shop.buy(shop.order());

        assertThat(moved(paid)).isEmpty();
        assertThat(paid.commission().planVersion(0)).isEqualTo(2);
    }

    @Test
    void anOrderOfAsManyLinesAsThereMayBeEarnsOfEach() {
        shop.following(ofBrand().sharing(GUIDE, 1_000));
        final OrderBuilder order = shop.order();
        for (int i = 0; i < 16; i++) {
            order.of(Shop.OFFER, 1);
        }

        final Decision paid = shop.buy(order);

        assertThat(paid.commission().size()).isEqualTo(16);
        for (int line = 0; line < 16; line++) {
            assertThat(paid.commission().line(line)).isEqualTo(line);
            assertThat(moved(paid, line)).containsOnly(entry(GUIDE, 500L));
        }
    }

    @Test
    void thePayeesAreCutInTheOrderTheyAreListedIn() {
        assertThat(Payee.ALL).containsExactly(STORE, GUIDE, GROUP_OWNER, INVITER, SECOND_INVITER, HOST);
    }
}
