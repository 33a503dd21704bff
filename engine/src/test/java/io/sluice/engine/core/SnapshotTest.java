package io.sluice.engine.core;

import static io.sluice.engine.core.OfferBuilder.offer;
import static io.sluice.engine.core.OrderBuilder.order;
import static io.sluice.engine.core.RefundBuilder.refund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.BindingMode;
import io.sluice.engine.protocol.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A core that took a saved state is the core that saved it. */
class SnapshotTest {
    private static final long LIMITED = 101;

    private final Shop shop = lived();

    @Test
    void aLoadedStateHasTheHashOfTheSavedOne() {
        assertThat(reloaded().core().stateHash()).isEqualTo(shop.core().stateHash());
    }

    @Test
    void loadingTakesAllThatWasSaved() {
        final StateBytes state = new StateBytes();
        shop.core().save(state);
        new FlashCore(CoreReserves.NONE).load(state);

        assertThat(state.isUsedUp()).isTrue();
    }

    @Test
    void anEmptyCoreIsSavedAndLoadedToo() {
        final Shop empty = Shop.empty(LimitsBuilder.limits());

        assertThat(empty.reloaded().core().stateHash()).isEqualTo(empty.core().stateHash());
    }

    @Test
    void aTextThatSaysItIsLongerThanTextsGetIsRefusedBeforeMemoryIsAskedFor() {
        final StateBytes state = new StateBytes();
        state.putInt(Integer.MAX_VALUE);

        assertThatThrownBy(() -> Text.load(state)).hasMessage("a text of 2147483647 bytes");
    }

    @Test
    void howMuchWasReservedIsNoPartOfTheState() {
        assertThat(shop.reloaded(new CoreReserves(5_000, 5_000, 5_000)).core().stateHash())
                .isEqualTo(shop.core().stateHash());
    }

    @Test
    void theLimitsOfViewersHoldAfterwards() {
        final Decision decision = reloaded().place(order("more").of(LIMITED, 2));

        assertThat(decision.outcome()).isEqualTo(Outcome.LIMIT_REACHED);
        assertThat(decision.detail()).isEqualTo(1);
    }

    @Test
    void keysAndReferencesAreRememberedAfterwards() {
        final Shop reloaded = reloaded();

        assertThat(reloaded.place(order("bought").of(LIMITED, 3)).outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(reloaded.place(order("refused").of(Shop.OFFER, 101)).cause()).isEqualTo(Outcome.SOLD_OUT);
        assertThat(reloaded.pay(99, 5, "for-nothing").cause()).isEqualTo(Outcome.REFUND_DUE);
        assertThat(reloaded.refund(refund(1, "one-back").of(LIMITED, 1).writtenOff())
                        .cause())
                .isEqualTo(Outcome.REFUNDED);
    }

    @Test
    void ordersMutesAndOffersAreThereAfterwards() {
        final Shop reloaded = reloaded();

        assertThat(reloaded.core().newestOrderBefore(Shop.VIEWER, Long.MAX_VALUE))
                .isEqualTo(shop.core().orders());
        assertThat(reloaded.comment(9, Shop.ROOM).outcome()).isEqualTo(Outcome.VIEWER_MUTED);
        assertThat(reloaded.room().pinnedOffer()).isEqualTo(LIMITED);
        assertThat(reloaded.place(order("new")).order()).isEqualTo(shop.core().orders() + 1);
    }

    @Test
    void everyViewersOrdersAreChainedAsBefore() {
        final Shop many = Shop.open();
        for (int i = 0; i < 300; i++) {
            many.place(order("k" + i).by(1 + i * i % 17));
        }
        final Shop reloaded = many.reloaded();

        for (long viewer = 1; viewer <= 17; viewer++) {
            assertThat(ordersOf(viewer, reloaded)).isEqualTo(ordersOf(viewer, many));
        }
    }

    private static List<Long> ordersOf(final long viewer, final Shop shop) {
        final List<Long> orders = new ArrayList<>();
        long order = shop.core().newestOrderBefore(viewer, Long.MAX_VALUE);
        while (order != 0) {
            orders.add(order);
            order = shop.core().newestOrderBefore(viewer, order);
        }
        return orders;
    }

    @Test
    void thePairsInUseAreTheSameAfterwards() {
        final Shop small = Shop.open(LimitsBuilder.limits().viewerOffers(2));
        small.refund(refund(small.buy(order("a").by(1)), "r"));
        small.buy(order("b").by(2));
        final Shop reloaded = small.reloaded();

        assertThat(reloaded.place(order("c").by(3)).outcome()).isEqualTo(Outcome.RESERVED);
        assertThat(reloaded.place(order("d").by(4)).outcome()).isEqualTo(Outcome.CAPACITY);
    }

    @Test
    void everyCommandThatChangesSomethingChangesTheHash() {
        final Shop other = reloaded();
        final long[] hashes = {
            other.core().stateHash(),
            after(other, other.like(Shop.ROOM, 1)),
            after(other, other.pin(Shop.ROOM, 0)),
            after(other, other.mute(9, 0)),
            after(other, other.restock(Shop.ITEM, 1)),
            after(other, other.closeOffer(Shop.ROOM, Shop.OFFER)),
            after(other, other.putItem(Shop.ITEM, "Other", "")),
            after(other, other.place(order("late"))),
            after(other, other.pay(98, 1, "nothing-again")),
            after(other, other.changeLimits(LimitsBuilder.limits().mutes(99).build()))
        };

        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    void theLimitsAreTheSameAfterwardsAlsoThoseBelowWhatIsInUse() {
        final CoreLimits narrow = LimitsBuilder.limits()
                .keys(1)
                .orders(1)
                .viewerOffers(1)
                .mutes(1)
                .build();
        shop.changeLimits(narrow);
        final Shop reloaded = reloaded();

        assertThat(reloaded.core().limits()).isEqualTo(narrow);
        assertThat(reloaded.core().stateHash()).isEqualTo(shop.core().stateHash());
        assertThat(reloaded.place(order("bought").of(LIMITED, 3)).outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(reloaded.place(order("new")).outcome()).isEqualTo(Outcome.CAPACITY);
    }

    @Test
    void howTheKeysTableHasGoneRoundIsNoPartOfTheState() {
        final Shop small = Shop.open(LimitsBuilder.limits().keys(3));
        for (int day = 0; day < 5; day++) {
            small.place(order("k" + day).of(Shop.OFFER, 1));
            small.pass(CoreLimits.MIN_KEY_RETENTION_MS / 2);
        }
        final Shop reloaded = small.reloaded();
        small.place(order("k5"));
        reloaded.place(order("k5"));

        assertThat(reloaded.core().stateHash()).isEqualTo(small.core().stateHash());
        assertThat(reloaded.place(order("k4").of(Shop.OFFER, 1)).outcome()).isEqualTo(Outcome.REPEATED);
    }

    @Test
    void theOldestRefusalIsForgottenFirstAfterwardsToo() {
        final Shop small = Shop.open(LimitsBuilder.limits().refusedKeys(2));
        for (int i = 0; i < 5; i++) {
            small.place(order("k" + i).in(99));
        }
        final Shop reloaded = small.reloaded();
        small.place(order("k5").in(99));
        reloaded.place(order("k5").in(99));

        assertThat(reloaded.core().stateHash()).isEqualTo(small.core().stateHash());
        assertThat(reloaded.place(order("k4").in(99)).outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(reloaded.place(order("k3").in(99)).outcome()).isEqualTo(Outcome.ROOM_UNKNOWN);
    }

    @Test
    void aBrandAndWhoBelongsToWhomAreTheSameAfterwards() {
        final BrandShop brand = livedBrand();
        final BrandShop reloaded = brand.reloaded();

        assertThat(reloaded.core().stateHash()).isEqualTo(brand.core().stateHash());
        for (final long viewer : new long[] {Shop.VIEWER, 8, 9}) {
            assertThat(reloaded.picture(viewer))
                    .usingRecursiveComparison()
                    .ignoringFields("own")
                    .isEqualTo(brand.picture(viewer));
        }
        for (long number = 1; number <= brand.core().orders(); number++) {
            assertThat(reloaded.shop().find(number).picture().attribution())
                    .usingRecursiveComparison()
                    .isEqualTo(brand.shop().find(number).picture().attribution());
        }
        assertThat(reloaded.attribution(order("next").touchedBy(0, 0, 0, 8)))
                .usingRecursiveComparison()
                .isEqualTo(brand.attribution(order("next").touchedBy(0, 0, 0, 8)));
        assertThat(reloaded.core().stateHash()).isEqualTo(brand.core().stateHash());
    }

    @Test
    void everyCommandOfTheBrandThatChangesSomethingChangesTheHash() {
        final BrandShop brand = BrandShop.open();
        final long[] hashes = {
            brand.core().stateHash(),
            after(brand.shop(), brand.putStore(BrandShop.STORE, 1, 2, "Other")),
            after(brand.shop(), brand.putGuide(BrandShop.GUIDE, 9, BrandShop.STORE)),
            after(brand.shop(), brand.putGroup(BrandShop.GROUP, BrandShop.STORE, BrandShop.GUIDE, 9, "Other")),
            after(brand.shop(), brand.host(Shop.ROOM, BrandShop.STORE, 0)),
            after(brand.shop(), brand.putPolicy(BindingMode.NEVER, 1, 2, AttributionRule.GROUP)),
            after(brand.shop(), brand.note(TouchBuilder.scan())),
            after(brand.shop(), brand.putViewers(new ViewersRequest().add(9, 1, 0, 0, 0))),
            after(brand.shop(), brand.shop().place(order("k"))),
            after(
                    brand.shop(),
                    brand.shop().changeLimits(LimitsBuilder.limits().viewers(99).build()))
        };

        assertThat(hashes).doesNotHaveDuplicates();
    }

    /** Viewers are not saved while there is no more to know of them than their orders: they are met again in their order. */
    @Test
    void viewersWhoOnlyOrderedAreMetInTheOrderInWhichTheyWereMet() {
        final BrandShop brand = BrandShop.open();
        for (final long viewer : new long[] {9, 3, 9, 5, 3}) {
            brand.attribution(order("k").by(viewer));
        }
        final BrandShop reloaded = brand.reloaded();
        brand.noted(TouchBuilder.scan().of(4));
        reloaded.noted(TouchBuilder.scan().of(4));

        assertThat(reloaded.core().stateHash()).isEqualTo(brand.core().stateHash());
        assertThat(reloaded.reloaded().core().stateHash())
                .isEqualTo(brand.core().stateHash());
    }

    @Test
    void aPartThatIsNotKnownIsRefused() {
        final StateBytes state = new StateBytes();
        shop.core().save(state);
        state.putInt(77);

        assertThatThrownBy(() -> new FlashCore(CoreReserves.NONE).load(state))
                .hasMessage("section=77 of the state is not known");
    }

    @Test
    void aPolicyThatNoCommandMakesIsRefused() {
        final StateBytes state = new StateBytes();
        state.putInt(1);
        state.putInt(BindingMode.NEVER.code());
        state.putLong(0);
        state.putLong(0);
        state.putInt(1);
        state.putInt(AttributionRule.NOBODY.code());

        assertThatThrownBy(() -> new AttributionPolicy().load(state))
                .hasMessage("a policy that no command makes, version=1");
    }

    private static long after(final Shop shop, final Decision decision) {
        assertThat(decision.sequence()).isPositive();
        return shop.core().stateHash();
    }

    private Shop reloaded() {
        return shop.reloaded();
    }

    /** A brand with something of everything. */
    private static BrandShop livedBrand() {
        final BrandShop brand = BrandShop.open(LimitsBuilder.limits().viewers(100));
        brand.attribution(order("before").touchedBy(1, 2, 3, 4));
        brand.host(Shop.ROOM, 0, BrandShop.OTHER_GUIDE);
        brand.putPolicy(BindingMode.FIRST_TOUCH, 0, 5_000, AttributionRule.GUIDE_BINDING, AttributionRule.ROOM_HOST);
        brand.putViewers(new ViewersRequest().add(8, 1, BrandShop.GUIDE, BrandShop.GROUP, 9));
        brand.noted(TouchBuilder.shareOf(8).store(BrandShop.ONLINE));
        brand.noted(TouchBuilder.joined(BrandShop.GROUP));
        brand.attribution();
        brand.attribution(order("friend").by(8));
        brand.attribution(order("stranger").by(50));
        brand.leaves(BrandShop.OTHER_GUIDE);
        return brand;
    }

    /** A shop with something of everything. */
    private static Shop lived() {
        final Shop shop = Shop.open().sell(offer(LIMITED).limitedTo(3).during(0, Shop.OPENING_MS * 2, 10), 0);
        final long bought = shop.buy(order("bought").of(LIMITED, 3));
        shop.refund(refund(bought, "one-back").of(LIMITED, 1).writtenOff());
        shop.place(order("refused").of(Shop.OFFER, 101));
        shop.expired(order("expired").by(8));
        shop.cancel(8, shop.reserve(order("cancelled").by(8)));
        shop.pay(99, 5, "for-nothing");
        shop.mute(9, -1);
        shop.mute(10, 5);
        shop.pin(Shop.ROOM, LIMITED);
        shop.like(Shop.ROOM, 3);
        shop.reserve(order("held").sharedBy("S").touchedBy(1, 2, 3, 4));
        return shop;
    }
}
