package io.sluice.engine.core;

import static io.sluice.engine.core.CommissionShop.moved;
import static io.sluice.engine.core.PlanBuilder.ofBrand;
import static io.sluice.engine.core.PlanBuilder.ofOffer;
import static io.sluice.engine.protocol.Payee.GUIDE;
import static io.sluice.engine.protocol.Payee.HOST;
import static io.sluice.engine.protocol.Payee.STORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.Payee;
import org.junit.jupiter.api.Test;

/** What a refund takes back of what was earned. */
class CommissionRefundTest {
    private static final long CHEAP = 101;
    private static final int ORDERS = 3_000;

    private final CommissionShop shop = CommissionShop.open().selling(CHEAP, 11, 100);

    /** Of 10 fen for 3 units, 6.67 are of two units and 3.33 of one. */
    @Test
    void unitByUnitTheFenAreTakenBackToTheLast() {
        shop.following(ofBrand().sharing(GUIDE, 334).sharing(HOST, 333));
        final Decision paid = shop.buy(shop.order().of(CHEAP, 3));
        assertThat(moved(paid)).containsOnly(entry(GUIDE, 10L), entry(HOST, 10L));

        assertThat(moved(shop.giveBack(paid.order(), CHEAP, 1))).containsOnly(entry(GUIDE, -4L), entry(HOST, -4L));
        assertThat(moved(shop.giveBack(paid.order(), CHEAP, 1))).containsOnly(entry(GUIDE, -3L), entry(HOST, -3L));
        assertThat(moved(shop.giveBack(paid.order(), CHEAP, 1))).containsOnly(entry(GUIDE, -3L), entry(HOST, -3L));
    }

    /** Two units of a fen each, all of it earned: of the one that is kept no two payees may keep a fen each. */
    @Test
    void noMoreIsKeptThanTheUnitsThatAreKeptCost() {
        shop.selling(102, 12, 1).following(ofBrand().sharing(GUIDE, 5_000).sharing(HOST, 5_000));
        final Decision paid = shop.buy(shop.order().of(102, 2));
        assertThat(moved(paid)).containsOnly(entry(GUIDE, 1L), entry(HOST, 1L));

        assertThat(moved(shop.giveBack(paid.order(), 102, 1))).containsOnly(entry(GUIDE, -1L), entry(HOST, -1L));
        assertThat(moved(shop.giveBack(paid.order(), 102, 1))).isEmpty();
    }

    @Test
    void severalUnitsAtOnceTakeBackWhatTheyWouldOneByOne() {
        shop.following(ofBrand().sharing(GUIDE, 334));
        final long order = shop.buy(shop.order().of(CHEAP, 3)).order();

        assertThat(moved(shop.giveBack(order, CHEAP, 2))).containsOnly(entry(GUIDE, -7L));
        assertThat(moved(shop.giveBack(order, CHEAP, 1))).containsOnly(entry(GUIDE, -3L));
    }

    @Test
    void aRefundOfTheWholeOrderTakesBackEverything() {
        shop.following(ofBrand().sharing(STORE, 1_000).paying(GUIDE, 7));
        final long order = shop.buy(shop.order().of(Shop.OFFER, 1).of(CHEAP, 2)).order();

        final Decision refunded = shop.giveBack(order);

        assertThat(moved(refunded, 0)).containsOnly(entry(STORE, -500L), entry(GUIDE, -7L));
        assertThat(moved(refunded, 1)).containsOnly(entry(STORE, -20L), entry(GUIDE, -14L));
    }

    @Test
    void onlyTheLineThatIsRefundedLosesAnything() {
        shop.following(ofBrand().sharing(STORE, 1_000));
        final long order = shop.buy(shop.order().of(Shop.OFFER, 1).of(CHEAP, 2)).order();

        final Decision refunded = shop.giveBack(order, CHEAP, 1);

        assertThat(moved(refunded)).containsOnly(entry(STORE, -10L));
        assertThat(refunded.commission().line(0)).isEqualTo(1);
    }

    @Test
    void aLineThatEarnedNobodyAnythingLosesNothing() {
        shop.following(ofOffer(CHEAP).sharing(STORE, 1_000));
        final long order = shop.buy(shop.order().of(Shop.OFFER, 1).of(CHEAP, 2)).order();

        assertThat(shop.giveBack(order, Shop.OFFER, 1).commission().size()).isZero();
    }

    @Test
    void anOrderFromBeforeThePlansLosesNothing() {
        final long order = shop.buy(shop.order()).order();
        shop.following(ofBrand().sharing(STORE, 1_000));

        assertThat(shop.giveBack(order).commission().size()).isZero();
    }

    /** Who earned it loses it, whoever would earn it today. */
    @Test
    void whatWasEarnedGoesBackAsItWasEarned() {
        shop.following(ofBrand().frozenFor(50).sharing(GUIDE, 1_000).sharing(HOST, 200));
        final Decision paid = shop.buy(shop.order());
        shop.following(ofBrand().sharing(STORE, 3_000)).hostedBy(BrandShop.GUIDE);
        shop.shop().pass(20);

        final Decision refunded = shop.giveBack(paid.order());

        assertThat(moved(refunded)).containsOnly(entry(GUIDE, -500L), entry(HOST, -100L));
        assertThat(refunded.commission().planVersion(0)).isEqualTo(1);
        assertThat(refunded.commission().payableAtMs(0))
                .isEqualTo(paid.commission().payableAtMs(0));
        for (final Payee payee : Payee.ALL) {
            assertThat(refunded.commission().who(payee))
                    .isEqualTo(paid.commission().who(payee));
        }
    }

    @Test
    void aRefundThatIsToldOfAgainTakesNothing() {
        shop.following(ofBrand().sharing(GUIDE, 1_000));
        final long order = shop.buy(shop.order().of(CHEAP, 2)).order();
        final RefundBuilder refund = RefundBuilder.refund(order, "r").of(CHEAP, 1);
        shop.shop().refund(refund);

        final Decision again = shop.shop().refund(refund);

        assertThat(again.outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(again.commission().size()).isZero();
    }

    @Test
    void aRefundThatIsRefusedTakesNothing() {
        shop.following(ofBrand().sharing(GUIDE, 1_000));
        final long order = shop.buy(shop.order().of(CHEAP, 2)).order();

        final Decision refused =
                shop.shop().refund(RefundBuilder.refund(order, "r").of(CHEAP, 3));

        assertThat(refused.outcome()).isEqualTo(Outcome.REFUND_EXCEEDS_LINE);
        assertThat(refused.commission().size()).isZero();
    }

    /** The product of all that a line may earn and of all its units does not fit. */
    @Test
    void theDearestLineGoesBackToTheFen() {
        final long all = 100_000;
        shop.selling(102, 12, 999_999_999_999L).following(ofBrand().sharing(GUIDE, 9_999));
        final Decision paid = shop.buy(shop.order().of(102, (int) all));
        final long earnedFen = moved(paid).get(GUIDE);

        final long first = -moved(shop.giveBack(paid.order(), 102, 99_999)).get(GUIDE);
        final long last = -moved(shop.giveBack(paid.order(), 102, 1)).get(GUIDE);

        assertThat(first + last).isEqualTo(earnedFen);
        assertThat(last).isBetween(earnedFen / all, earnedFen / all + 1);
    }

    @Test
    void eachOfManyOrdersFindsItsOwnAfterALoadAsBefore() {
        shop.following(ofBrand().sharing(GUIDE, 1_000));
        for (int i = 0; i < ORDERS; i++) {
            shop.buy(shop.order().by(50 + i % 9).of(CHEAP, 1 + i % 3).of(CHEAP, 1));
        }
        final CommissionShop reloaded = shop.reloaded();

        for (long order = 1; order <= ORDERS; order++) {
            final long units = 1 + (order - 1) % 3;
            for (final CommissionShop each : new CommissionShop[] {shop, reloaded}) {
                final Decision refunded = each.giveBack(order);
                assertThat(moved(refunded, 0)).containsOnly(entry(GUIDE, -10L * units));
                assertThat(moved(refunded, 1)).containsOnly(entry(GUIDE, -10L));
            }
        }
        assertThat(reloaded.core().stateHash()).isEqualTo(shop.core().stateHash());
    }
}
