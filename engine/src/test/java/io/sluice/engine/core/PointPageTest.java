package io.sluice.engine.core;

import static io.sluice.engine.core.CampaignBuilder.campaign;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.ProtocolLimits;
import org.junit.jupiter.api.Test;

/** What a viewer sees of points. */
class PointPageTest {
    private static final long VIEWER = PointShop.VIEWER;

    private final PointShop shop = PointShop.open();

    @Test
    void whoHasNoneSeesNone() {
        final PointPage page = shop.page(VIEWER);

        assertThat(page.balance()).isZero();
        assertThat(page.size()).isZero();
        assertThat(page.hasMore()).isFalse();
    }

    @Test
    void everyMoveSaysWhyHowManyWhenAndInWhichRecord() {
        shop.bringing(PointReason.PURCHASE, 5, 0, 1_000);
        final Decision paid = shop.buy(shop.units(2));
        shop.pass(10).coupons().giving(campaign().costing(2));
        final Decision claim = shop.coupons().claim(VIEWER, "k");
        final Decision refund = shop.coupons().giveBack(paid.order());

        final PointPage page = shop.page(VIEWER);

        assertThat(page.balance()).isEqualTo(-2);
        assertThat(shop.movesOf(VIEWER)).containsExactly("TAKEN_BACK -5", "SPENT -2", "PURCHASE 5");
        assertThat(page.record(0)).isEqualTo(refund.sequence());
        assertThat(page.order(0)).isEqualTo(paid.order());
        assertThat(page.record(1)).isEqualTo(claim.sequence());
        assertThat(page.order(1)).isZero();
        assertThat(page.timeMs(1)).isEqualTo(claim.timeMs());
        assertThat(page.expiresAtMs(1)).isZero();
        assertThat(page.record(2)).isEqualTo(paid.sequence());
        assertThat(page.order(2)).isEqualTo(paid.order());
        assertThat(page.timeMs(2)).isEqualTo(paid.timeMs());
        assertThat(page.expiresAtMs(2)).isEqualTo(paid.timeMs() + 1_000);
    }

    @Test
    void aPageGoesOnBeforeItsLastMove() {
        shop.given(1).given(2).bringing(PointReason.COMMENT, 9);
        shop.shop().comment(8, Shop.ROOM);
        shop.given(3);

        final PointPage first = shop.page(VIEWER, 0, 2);
        assertThat(first.size()).isEqualTo(2);
        assertThat(first.hasMore()).isTrue();
        assertThat(first.points(1)).isEqualTo(2);

        final PointPage second = shop.page(VIEWER, first.number(1), 2);
        assertThat(second.size()).isEqualTo(1);
        assertThat(second.hasMore()).isFalse();
        assertThat(second.points(0)).isEqualTo(1);
        assertThat(second.balance()).isEqualTo(6);
    }

    @Test
    void beforeAnothersMoveOrOneThatThereIsNotThereIsNone() {
        shop.given(1).bringing(PointReason.COMMENT, 9);
        shop.shop().comment(8, Shop.ROOM);

        assertThat(shop.page(VIEWER, shop.page(8).number(0), 5).size()).isZero();
        for (final long before : new long[] {Long.MIN_VALUE, -1, 3, Long.MAX_VALUE}) {
            assertThat(shop.page(VIEWER, before, 5).size()).isZero();
        }
    }

    @Test
    void aPageHasNoMoreThanThereMayBe() {
        shop.bringing(PointReason.COMMENT, 1);
        for (int i = 0; i <= ProtocolLimits.MAX_POINT_PAGE; i++) {
            shop.comment();
        }

        assertThat(shop.page(VIEWER, 0, 255).size()).isEqualTo(ProtocolLimits.MAX_POINT_PAGE);
        assertThat(shop.page(VIEWER, 0, 0).size()).isZero();
        assertThat(shop.page(VIEWER, 0, 0).hasMore()).isTrue();
    }

    @Test
    void lookingChangesNothing() {
        shop.given(5, 1_000);
        final long before = shop.core().stateHash();
        shop.pass(1_000).page(VIEWER);

        assertThat(shop.core().stateHash()).isEqualTo(before);
    }
}
