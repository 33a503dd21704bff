package io.sluice.engine.core;

import static io.sluice.engine.core.CampaignBuilder.CAMPAIGN;
import static io.sluice.engine.core.CampaignBuilder.campaign;
import static io.sluice.engine.core.OfferBuilder.offer;
import static io.sluice.engine.core.PointShop.moved;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.CouponState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.PointReason;
import org.junit.jupiter.api.Test;

/** Packs, their vouchers and points in a saved state. */
class PointSnapshotTest {
    private static final long VIEWER = PointShop.VIEWER;
    private static final long PLAIN = 101;
    private static final long PRICED = 51;

    private final PointShop shop = PointShop.open();

    PointSnapshotTest() {
        shop.shop().sell(offer(PLAIN).of(11), 100);
    }

    @Test
    void allOfItIsTheSameAfterwards() {
        lived();
        final PointShop reloaded = shop.reloaded();

        assertThat(reloaded.core().stateHash()).isEqualTo(shop.core().stateHash());
        for (final long viewer : new long[] {VIEWER, 8, 9}) {
            assertThat(reloaded.page(viewer)).usingRecursiveComparison().isEqualTo(shop.page(viewer));
        }
        for (final PointReason reason : PointReason.values()) {
            assertThat(reloaded.core().points().rule(reason))
                    .isEqualTo(shop.core().points().rule(reason));
        }
    }

    @Test
    void itGoesOnAsItWouldHave() {
        final long pack = lived();
        final PointShop reloaded = shop.reloaded();

        for (final PointShop each : new PointShop[] {shop, reloaded}) {
            assertThat(moved(each.comment())).containsExactly("7 COMMENT 1 has 33");
            assertThat(moved(each.comment())).isEmpty();
            assertThat(each.award(VIEWER, PointReason.GIFT, "kept").outcome()).isEqualTo(Outcome.REPEATED);
            assertThat(moved(each.buy(each.coupons().order().of(PLAIN, 1).touchedBy(0, 0, 0, 8))))
                    .isEmpty();
            assertThat(each.coupons().claim(VIEWER, PRICED, "k").outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(each.coupons().putPack(Shop.OFFER, CAMPAIGN, 2).outcome())
                    .isEqualTo(Outcome.REPEATED);
            assertThat(each.coupons().ordered(each.units(3))).isEqualTo(Outcome.PACK_SIZE);
            assertThat(each.coupons().giveBack(pack, Shop.OFFER, 2).detail()).isEqualTo(1);
            assertThat(moved(each.coupons().giveBack(pack))).containsExactly("7 TAKEN_BACK -2 has 1");
            assertThat(each.coupons().stateOf(2)).isEqualTo(CouponState.VOID);
            assertThat(each.pass(1_000).balance()).isEqualTo(0);
        }
        assertThat(reloaded.core().stateHash()).isEqualTo(shop.core().stateHash());
    }

    @Test
    void loadingTakesAllThatWasSaved() {
        lived();
        final StateBytes state = new StateBytes();
        shop.core().save(state);
        new FlashCore(CoreReserves.NONE).load(state);

        assertThat(state.isUsedUp()).isTrue();
    }

    @Test
    void setAsideMemoryIsNotSeen() {
        lived();

        assertThat(shop.shop()
                        .reloaded(new CoreReserves(5_000, 5_000, 5_000))
                        .core()
                        .stateHash())
                .isEqualTo(shop.core().stateHash());
    }

    @Test
    void everyCommandThatChangesSomethingChangesTheHash() {
        shop.coupons()
                .giving(campaign().to(Audience.BUYERS))
                .giving(campaign(PRICED).costing(1));
        final long[] hashes = {
            shop.core().stateHash(),
            after(shop.putRule(PointReason.COMMENT, 1, 2, 0)),
            after(shop.putRule(PointReason.COMMENT, 1, 2, 1_000)),
            after(shop.putRule(PointReason.REFERRAL, 1, 0, 0)),
            after(shop.comment()),
            after(shop.comment()),
            after(shop.coupons().claim(VIEWER, PRICED, "k")),
            after(shop.coupons().putPack(Shop.OFFER, CAMPAIGN, 2)),
            after(shop.coupons().putPack(PLAIN, CAMPAIGN, 2))
        };

        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    void refusalsAndRepetitionsChangeNothing() {
        lived();
        final long before = shop.core().stateHash();

        assertThat(after(shop.putRule(PointReason.SPENT, 1, 0, 0))).isEqualTo(before);
        assertThat(after(shop.putRule(
                        PointReason.COMMENT,
                        rule(PointReason.COMMENT).points(),
                        rule(PointReason.COMMENT).dailyCap(),
                        rule(PointReason.COMMENT).validMs())))
                .isEqualTo(before);
        assertThat(after(shop.award(VIEWER, PointReason.GIFT, "kept"))).isEqualTo(before);
        assertThat(after(shop.coupons().putPack(Shop.OFFER, CAMPAIGN, 2))).isEqualTo(before);
        assertThat(after(shop.coupons().putPack(Shop.OFFER, CAMPAIGN, 3))).isEqualTo(before);
    }

    /** So a state from before there was any of it has the bytes and the hash that it always had. */
    @Test
    void whereThereIsNoneOfItNotAByteIsSavedOfIt() {
        final StateHash before = shop.core().digest();
        shop.award(VIEWER, PointReason.GIFT, "k");
        shop.putRule(PointReason.QUIZ, 0, 0, 0);
        shop.coupons().putPack(Shop.OFFER, CAMPAIGN, 2);

        assertThat(shop.core().digest().value()).isEqualTo(before.value());
        assertThat(shop.core().digest().bytes()).isEqualTo(before.bytes());
    }

    @Test
    void aRuleAloneIsSaved() {
        shop.bringing(PointReason.COMMENT, 3);

        assertThat(moved(shop.reloaded().comment())).containsExactly("7 COMMENT 3 has 3");
    }

    @Test
    void pointsAreSavedAlsoWhenNoRuleBringsAnyMore() {
        shop.given(5).bringing(PointReason.GIFT, 0);

        assertThat(shop.reloaded().balance()).isEqualTo(5);
    }

    /** Something of everything; answers a paid pack of 2 vouchers, 1 and 2, of which the first is used. */
    private long lived() {
        shop.coupons()
                .giving(campaign().to(Audience.BUYERS).of(PLAIN))
                .giving(campaign(PRICED).costing(30).each(5))
                .packing(Shop.OFFER, 2);
        shop.bringing(PointReason.COMMENT, 2, 3, 1_000)
                .bringing(PointReason.PURCHASE, 5, 0, 1_000)
                .bringing(PointReason.REFERRAL, 7)
                .bringing(PointReason.SHARE, 1);
        final long pack = shop.buy(shop.units(2).touchedBy(0, 0, 0, 8)).order();
        shop.bringing(PointReason.PURCHASE, 0);
        shop.buy(shop.coupons().order(1).of(PLAIN, 1));
        shop.share(8, 9);
        shop.comment();
        shop.bringing(PointReason.GIFT, 25, 0, 1_000);
        shop.award(VIEWER, PointReason.GIFT, "kept");
        return pack;
    }

    private PointRule rule(final PointReason reason) {
        return shop.core().points().rule(reason);
    }

    private long after(final Decision decision) {
        assertThat(decision.sequence()).isPositive();
        return shop.core().stateHash();
    }
}
