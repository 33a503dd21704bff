package io.sluice.engine.core;

import static io.sluice.engine.core.CommissionShop.moved;
import static io.sluice.engine.core.PlanBuilder.ofBrand;
import static io.sluice.engine.protocol.Payee.GUIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.sluice.engine.protocol.ItemKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is found of commission and tips in a core that stands still. */
class FoundCommissionTest {
    private static final long ROSE = 101;
    private static final long ROSE_ITEM = 11;

    private final CommissionShop shop = CommissionShop.open().selling(ROSE, ROSE_ITEM, 100);

    @Test
    void anOrderThatIsFoundShowsWhatIsLeftOfItsCommission() {
        shop.following(ofBrand().sharing(GUIDE, 334));
        final Decision paid = shop.buy(shop.order().of(ROSE, 3));
        assertThat(moved(found(paid.order()))).containsOnly(entry(GUIDE, 10L));

        shop.giveBack(paid.order(), ROSE, 1);
        final Decision found = found(paid.order());
        assertThat(moved(found)).containsOnly(entry(GUIDE, 6L));
        assertThat(found.commission().who(GUIDE)).isEqualTo(BrandShop.GUIDE);
        assertThat(found.commission().payableAtMs(0))
                .isEqualTo(paid.commission().payableAtMs(0));

        shop.giveBack(paid.order());
        assertThat(moved(found(paid.order()))).isEmpty();
    }

    @Test
    void anOrderThatIsNotPaidShowsNone() {
        shop.following(ofBrand().sharing(GUIDE, 334));

        assertThat(found(shop.shop().reserve(shop.order())).commission().size()).isZero();
    }

    @Test
    void tipsArePaidLinesOfItemsThatAreTipsLessWhatWasRefunded() {
        final long first = shop.buy(shop.order().of(ROSE, 3).of(Shop.OFFER, 1)).order();
        final long second = shop.buy(shop.order().of(ROSE, 2)).order();
        shop.shop().reserve(shop.order().of(ROSE, 9));
        assertThat(tips()).isEmpty();

        shop.classify(ROSE_ITEM, 0, ItemKind.TIP);
        shop.giveBack(first, ROSE, 1);
        assertThat(tips()).containsExactly("1 7 200", "1 7 200");

        shop.giveBack(second);
        assertThat(tips()).containsExactly("1 7 200");
    }

    private Decision found(final long order) {
        return shop.shop().decide(decision -> {
            shop.core().findOrder(0, order, decision);
            shop.core().showCommission(decision);
        });
    }

    private List<String> tips() {
        final List<String> tips = new ArrayList<>();
        shop.core().forEachTip((room, viewer, fen) -> tips.add(room + " " + viewer + " " + fen));
        return tips;
    }
}
