package io.sluice.engine.core;

import static io.sluice.engine.core.OrderBuilder.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.Outcome;
import org.junit.jupiter.api.Test;

/** Looking ahead changes nothing, whatever is expected and however much of it. */
class ForesightTest {
    private static final int MORE_THAN_IS_KEPT = 1_000;
    private static final int LONG_TRAIL = 50;

    @Test
    void whoeverInvitedWhomIsLookedAtAndStays() {
        final BrandShop shop = BrandShop.ruledBy(AttributionRule.LAST_TOUCH);
        final ViewersRequest chain = new ViewersRequest();
        for (long viewer = 1; viewer <= LONG_TRAIL; viewer++) {
            chain.clear().add(viewer, 1, 0, 0, viewer - 1);
            shop.core().putViewers(chain, new Decision().begin(LONG_TRAIL + viewer, 1));
        }
        final long before = shop.core().stateHash();

        final Foresight foresight = shop.core().foresight();
        for (long viewer = 1; viewer <= LONG_TRAIL; viewer++) {
            foresight.onKey(viewer, viewer);
            foresight.onCode(0, 0, viewer);
        }
        foresight.look();

        assertThat(shop.core().stateHash()).isEqualTo(before);
        final ViewerPicture picture = new ViewerPicture();
        shop.core().findViewer(LONG_TRAIL, picture);
        assertThat(picture.hands()).isEqualTo(LONG_TRAIL - 1);
    }

    @Test
    void whatIsLookedAtStaysAsItIs() {
        final Shop shop = Shop.open();
        final long bought = shop.buy(order("bought"));
        final long before = shop.core().stateHash();

        final Foresight foresight = shop.core().foresight();
        for (int i = 0; i < MORE_THAN_IS_KEPT; i++) {
            foresight.onKey(i, i * 31L);
            foresight.onLine(i, Shop.OFFER);
            foresight.onReference(-i);
            foresight.onCode(i, -i, i);
            foresight.onCoupon(i - 1L);
            foresight.onReturn(bought - i);
            foresight.onOrder(bought + i - MORE_THAN_IS_KEPT / 2);
        }
        foresight.look();
        foresight.onOrder(Long.MIN_VALUE);
        foresight.onOrder(Long.MAX_VALUE);
        foresight.look();

        assertThat(shop.core().stateHash()).isEqualTo(before);
        assertThat(shop.place(order("bought")).outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(shop.place(order("more")).order()).isEqualTo(bought + 1);
    }
}
