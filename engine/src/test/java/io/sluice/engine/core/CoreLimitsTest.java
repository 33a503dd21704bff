package io.sluice.engine.core;

import static io.sluice.engine.core.OrderBuilder.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.engine.protocol.Outcome;
import org.junit.jupiter.api.Test;

/** The core's limits, and what an order meets at them. */
class CoreLimitsTest {
    @Test
    void ordersAreRefusedAtTheirLimit() {
        final Shop shop = Shop.open(LimitsBuilder.limits().orders(1));
        final long order = shop.reserve(order("a"));
        shop.cancel(Shop.VIEWER, order);

        assertThat(shop.place(order("b")).outcome()).isEqualTo(Outcome.CAPACITY);
        assertThat(shop.place(order("a")).outcome()).isEqualTo(Outcome.REPEATED);
    }

    @Test
    void pairsOfViewerAndOfferAreRefusedAtTheirLimitAndFreedWithTheirUnits() {
        final Shop shop = Shop.open(LimitsBuilder.limits().viewerOffers(1));
        final long order = shop.reserve(order("a"));
        assertThat(shop.place(order("b").by(8)).outcome()).isEqualTo(Outcome.CAPACITY);

        shop.cancel(Shop.VIEWER, order);
        assertThat(shop.place(order("b").by(8)).outcome()).isEqualTo(Outcome.RESERVED);
    }

    @Test
    void aLimitOutOfItsRangeIsNamed() {
        assertNamed("maxRooms=0", LimitsBuilder.limits().rooms(0));
        assertNamed("maxItems=0", LimitsBuilder.limits().items(0));
        assertNamed("maxOffers=0", LimitsBuilder.limits().offers(0));
        assertNamed("maxOrders=0", LimitsBuilder.limits().orders(0));
        assertNamed("maxKeys=0", LimitsBuilder.limits().keys(0));
        assertNamed("maxKeys=536870913", LimitsBuilder.limits().keys((1 << 29) + 1));
        assertNamed("maxViewerOffers=0", LimitsBuilder.limits().viewerOffers(0));
        assertNamed("maxMutes=0", LimitsBuilder.limits().mutes(0));
        assertNamed("reservedOrders=-1", LimitsBuilder.limits().reserved(-1));
    }

    @Test
    void aKeyIsKeptForADayAtLeast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CoreLimits(1, 1, 1, 1, 1, 1, 1, CoreLimits.MIN_KEY_RETENTION_MS - 1, 1, 1, 1))
                .withMessageContaining("keyRetentionMs=86399999");
        assertThat(CoreLimits.MIN_KEY_RETENTION_MS).isEqualTo(24L * 60 * 60 * 1_000);
    }

    private static void assertNamed(final String name, final LimitsBuilder limits) {
        assertThatIllegalArgumentException().isThrownBy(limits::build).withMessageContaining(name);
    }
}
