package io.sluice.engine.core;

import static io.sluice.engine.core.BrandShop.DAY_MS;
import static io.sluice.engine.core.BrandShop.GUIDE;
import static io.sluice.engine.core.OrderBuilder.order;
import static io.sluice.engine.core.TouchBuilder.scan;
import static io.sluice.engine.core.TouchBuilder.servedBy;
import static io.sluice.engine.core.TouchBuilder.shareOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.BindingMode;
import io.sluice.engine.protocol.ProtocolLimits;
import org.junit.jupiter.api.Test;

/** What is shown of a viewer. */
class ViewerPictureTest {
    private final BrandShop brand = BrandShop.binding(BindingMode.FIRST_TOUCH);

    @Test
    void nothingIsShownOfAViewerWhoNeverCameOrOnlyOrdered() {
        brand.attribution(order("k").by(5));

        for (final long viewer : new long[] {0, -1, 4, 5}) {
            assertThat(brand.picture(viewer).viewer()).isZero();
            assertThat(brand.picture(viewer).hands()).isZero();
        }
    }

    @Test
    void aPictureForgetsTheOneBefore() {
        brand.noted(shareOf(6).guide(GUIDE).of(5));
        final ViewerPicture picture = brand.picture(5);
        assertThat(picture.hands()).isEqualTo(1);

        brand.core().findViewer(4, picture);

        assertThat(picture)
                .usingRecursiveComparison()
                .ignoringFields("own", "inviters", "invitedAts")
                .isEqualTo(new ViewerPicture());
    }

    @Test
    void aBindingIsShownAlsoWhenItIsOver() {
        brand.noted(servedBy(GUIDE).of(5));
        final long untilMs = brand.shop().nowMs() + DAY_MS;
        brand.shop().pass(2 * DAY_MS);

        assertThat(brand.picture(5).guide()).isEqualTo(GUIDE);
        assertThat(brand.picture(5).boundUntilMs()).isEqualTo(untilMs);
    }

    @Test
    void theTrailShowsWhoInvitedWhomAndSinceWhen() {
        final long first = brand.noted(shareOf(7).of(6));
        final long second = brand.noted(shareOf(6).of(5));

        final ViewerPicture viewer = brand.picture(5);
        assertThat(viewer.inviter()).isEqualTo(6);
        assertThat(viewer.invitedAt()).isEqualTo(second);
        assertThat(viewer.hands()).isEqualTo(2);
        assertThat(new long[] {viewer.hand(0), viewer.hand(1)}).containsExactly(6, 7);
        assertThat(new long[] {viewer.handInvitedAt(0), viewer.handInvitedAt(1)})
                .containsExactly(first, 0);
        assertThat(viewer.hasMore()).isFalse();
    }

    @Test
    void aTrailGoesOnBehindItsHundredthHand() {
        final int most = ProtocolLimits.MAX_TRAIL;
        for (int hand = 1; hand <= most; hand++) {
            brand.noted(scan().of(1_000 + hand).by(999 + hand));
        }
        assertThat(brand.picture(1_000 + most).hands()).isEqualTo(most);
        assertThat(brand.picture(1_000 + most).hasMore()).isFalse();

        brand.noted(scan().of(1_000).by(999));

        final ViewerPicture longer = brand.picture(1_000 + most);
        assertThat(longer.hands()).isEqualTo(most);
        assertThat(longer.hasMore()).isTrue();
        assertThat(longer.hand(most - 1)).isEqualTo(1_000);
        assertThat(brand.picture(longer.hand(most - 1)).hand(0))
                .as("asked for the last hand, the trail goes on")
                .isEqualTo(999);
    }
}
