package io.sluice.engine.core;

import static io.sluice.engine.core.OrderBuilder.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import org.junit.jupiter.api.Test;

/** Orders are found by their owner, and by whoever may ask for all. */
class FindOrderTest {
    private final Shop shop = Shop.open();

    @Test
    void anOrderIsFoundAsItStands() {
        final long order = shop.buy(order("k").of(Shop.OFFER, 2));

        final Decision decision = shop.find(Shop.VIEWER, order);

        assertThat(decision.outcome()).isEqualTo(Outcome.FOUND);
        assertThat(decision.picture().state()).isEqualTo(OrderState.PAID);
        assertThat(decision.picture().quantity(0)).isEqualTo(2);
    }

    @Test
    void anotherViewersOrderIsUnknownAndNothingOfItIsShown() {
        final long order = shop.reserve(order("k"));

        final Decision decision = shop.find(8, order);

        assertThat(decision.outcome()).isEqualTo(Outcome.ORDER_UNKNOWN);
        assertThat(decision.order()).isZero();
        assertThat(decision.picture().lines()).isZero();
    }

    @Test
    void withoutAViewerAnyOrderIsFound() {
        assertThat(shop.find(0, shop.reserve(order("k"))).outcome()).isEqualTo(Outcome.FOUND);
        assertThat(shop.find(0, 99).outcome()).isEqualTo(Outcome.ORDER_UNKNOWN);
    }

    @Test
    void aViewersOrdersAreWalkedFromTheNewest() {
        shop.reserve(order("a"));
        shop.reserve(order("b").by(8));
        shop.reserve(order("c"));
        shop.reserve(order("d").by(8));

        assertThat(shop.core().newestOrderBefore(Shop.VIEWER, Long.MAX_VALUE)).isEqualTo(3);
        assertThat(shop.core().newestOrderBefore(Shop.VIEWER, 3)).isEqualTo(1);
        assertThat(shop.core().newestOrderBefore(Shop.VIEWER, 1)).isZero();
        assertThat(shop.core().newestOrderBefore(9, Long.MAX_VALUE)).isZero();
    }

    @Test
    void aQueryChangesNothing() {
        final long order = shop.reserve(order("k"));
        final long hash = shop.core().stateHash();

        shop.find(order);
        shop.find(8, order);
        shop.core().newestOrderBefore(Shop.VIEWER, Long.MAX_VALUE);

        assertThat(shop.core().stateHash()).isEqualTo(hash);
    }
}
