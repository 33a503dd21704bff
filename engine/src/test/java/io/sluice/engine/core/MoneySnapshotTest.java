package io.sluice.engine.core;

import static io.sluice.engine.core.PlanBuilder.ofBrand;
import static io.sluice.engine.core.PlanBuilder.ofCategory;
import static io.sluice.engine.core.PlanBuilder.ofOffer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.sluice.engine.protocol.ItemKind;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.Payee;
import io.sluice.engine.protocol.PayoutState;
import org.junit.jupiter.api.Test;

/** Commission, plans, classes and payouts in a saved state. */
class MoneySnapshotTest {
    private static final int NO_CODE = 77;

    private final CommissionShop shop = CommissionShop.open();

    @Test
    void allOfItIsTheSameAfterwards() {
        final long order = lived();
        final CommissionShop reloaded = shop.reloaded();

        assertThat(reloaded.core().stateHash()).isEqualTo(shop.core().stateHash());
        assertThat(reloaded.shop().item().kind()).isEqualTo(ItemKind.TIP);
        for (final CommissionShop each : new CommissionShop[] {shop, reloaded}) {
            assertThat(CommissionShop.moved(each.giveBack(order, Shop.OFFER, 1)))
                    .containsOnly(entry(Payee.GUIDE, -300L));
            assertThat(CommissionShop.moved(each.buy(each.order().of(Shop.OFFER, 1))))
                    .containsOnly(entry(Payee.GUIDE, 300L));
            assertThat(each.put(ofBrand()).detail()).isEqualTo(4);
            assertThat(each.openPayout(3, 5).outcome()).isEqualTo(Outcome.PAYOUT_PENDING);
            assertThat(each.changePayoutState(2, PayoutState.PAID).outcome()).isEqualTo(Outcome.ACCEPTED);
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
    void everyCommandThatChangesSomethingChangesTheHash() {
        shop.openPayout(9, 0);
        final long[] hashes = {
            hash(),
            after(shop.classify(Shop.ITEM, 5)),
            after(shop.classify(Shop.ITEM, 5, ItemKind.TIP)),
            after(shop.put(ofBrand())),
            after(shop.put(ofBrand())),
            after(shop.changePayoutState(9, PayoutState.CANCELLED)),
            after(shop.openPayout(10, 7)),
            after(shop.put(ofOffer(Shop.OFFER).sharing(Payee.HOST, 1)))
        };

        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    void refusalsChangeNothing() {
        lived();
        final long before = hash();

        assertThat(after(shop.put(ofOffer(999)))).isEqualTo(before);
        assertThat(after(shop.classify(99, 1))).isEqualTo(before);
        assertThat(after(shop.openPayout(3, 0))).isEqualTo(before);
        assertThat(after(shop.changePayoutState(3, PayoutState.PAID))).isEqualTo(before);
    }

    /** So a state from before there was any of it has the bytes and the hash that it always had. */
    @Test
    void whereThereIsNoneOfItNotAByteIsSavedOfIt() {
        shop.buy(shop.order());
        final StateHash before = shop.core().digest();
        shop.classify(Shop.ITEM, 5);
        assertThat(hash()).isNotEqualTo(before.value());

        shop.classify(Shop.ITEM, 0);

        assertThat(shop.core().digest().bytes()).isEqualTo(before.bytes());
        assertThat(hash()).isEqualTo(before.value());
    }

    @Test
    void howMuchWasReservedIsNoPartOfIt() {
        lived();

        assertThat(shop.shop().reloaded(new CoreReserves(9_000, 10, 10)).core().stateHash())
                .isEqualTo(hash());
    }

    @Test
    void aPlanOfNothingThereIsIsRefused() {
        final StateBytes state = new StateBytes();
        state.putInt(NO_CODE);

        assertThatThrownBy(() -> CommissionPlan.load(state)).hasMessage("a commission plan of nothing there is");
    }

    @Test
    void aPayoutInNoStateThereIsIsRefused() {
        final StateBytes state = new StateBytes();
        state.putLong(7);
        state.putLong(0);
        state.putLong(0);
        state.putInt(NO_CODE);

        assertThatThrownBy(() -> Payout.load(state)).hasMessage("payout=7 is in no state there is");
    }

    @Test
    void anItemOfNoKindThereIsIsRefused() {
        final StateBytes state = new StateBytes();
        state.putLong(5);
        state.putInt(NO_CODE);

        assertThatThrownBy(() -> shop.core().catalogue().loadClasses(state))
                .hasMessage("item=10 is of no kind there is");
    }

    /** Something of everything; answers an order of 3 units for each of which the guide earned 300 fen. */
    private long lived() {
        shop.classify(Shop.ITEM, 5, ItemKind.TIP);
        shop.following(ofBrand().frozenFor(7).sharing(Payee.GUIDE, 100))
                .following(ofCategory(5).sharing(Payee.STORE, 100))
                .following(ofOffer(Shop.OFFER).sharing(Payee.GUIDE, 600));
        final long order = shop.buy(shop.order().of(Shop.OFFER, 4)).order();
        shop.giveBack(order, Shop.OFFER, 1);
        shop.openPayout(1, 3);
        shop.changePayoutState(1, PayoutState.CANCELLED);
        shop.openPayout(2, 4);
        shop.changePayoutState(2, PayoutState.APPROVED);
        return order;
    }

    private long after(final Decision decision) {
        assertThat(decision.sequence()).isPositive();
        return hash();
    }

    private long hash() {
        return shop.core().stateHash();
    }
}
