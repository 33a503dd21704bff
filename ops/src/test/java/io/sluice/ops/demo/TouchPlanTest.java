package io.sluice.ops.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TouchPlanTest {
    private static final long FIRST_VIEWER = 1_000;

    @Test
    void everyCodeThatIsNoViewersIsTheBrands() throws IOException {
        final DemoBrand brand = DemoBrand.load();
        final TouchPlan plan = new TouchPlan(brand);
        final Set<Touch> known = new HashSet<>(TouchPlan.ofBrand(brand));

        assertThat(known).hasSize(1_330);
        for (long viewer = FIRST_VIEWER; viewer < FIRST_VIEWER + 500; viewer++) {
            final Touch touch = plan.touch(viewer, FIRST_VIEWER);
            assertThat(touch.isNone() || touch.source() == Touch.Source.VIEWER || known.contains(touch))
                    .isTrue();
        }
    }

    @Test
    void aViewerAlwaysCameTheSameWayAndWasInvitedByAnEarlierOne() throws IOException {
        final TouchPlan plan = new TouchPlan(DemoBrand.load());

        for (long viewer = FIRST_VIEWER; viewer < FIRST_VIEWER + 500; viewer++) {
            final Touch touch = plan.touch(viewer, FIRST_VIEWER);
            assertThat(plan.touch(viewer, FIRST_VIEWER)).isEqualTo(touch);
            if (touch.source() == Touch.Source.VIEWER) {
                assertThat(touch.id()).isBetween(FIRST_VIEWER, viewer - 1);
            }
        }
    }

    @Test
    void someInvitersWereInvitedThemselves() throws IOException {
        final TouchPlan plan = new TouchPlan(DemoBrand.load());
        int longest = 0;
        for (long viewer = FIRST_VIEWER; viewer < FIRST_VIEWER + 500; viewer++) {
            int hands = 0;
            for (Touch touch = plan.touch(viewer, FIRST_VIEWER);
                    touch.source() == Touch.Source.VIEWER;
                    touch = plan.touch(touch.id(), FIRST_VIEWER)) {
                hands++;
            }
            longest = Math.max(longest, hands);
        }

        assertThat(longest).isGreaterThanOrEqualTo(3);
    }
}
