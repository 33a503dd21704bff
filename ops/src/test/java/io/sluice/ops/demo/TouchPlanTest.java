package io.sluice.ops.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TouchPlanTest {
    private static final long FIRST_VIEWER = 1_000;

    @Test
    void aGroupsTouchNamesItsGuideAndTheGuidesStore() throws IOException {
        final DemoBrand brand = DemoBrand.load();
        final TouchPlan plan = new TouchPlan(brand);
        final Map<Long, Long> guideOfGroup = new HashMap<>();
        final Map<Long, Long> storeOfGuide = new HashMap<>();
        brand.groups().forEach(group -> guideOfGroup.put(group.id(), group.guide()));
        brand.guides().forEach(guide -> storeOfGuide.put(guide.id(), guide.store()));

        for (long viewer = FIRST_VIEWER; viewer < FIRST_VIEWER + 500; viewer++) {
            final Touch touch = plan.touch(viewer, FIRST_VIEWER);
            if (touch.group() > 0) {
                assertThat(touch.guide()).isEqualTo(guideOfGroup.get(touch.group()));
                assertThat(touch.store()).isEqualTo(storeOfGuide.get(touch.guide()));
            }
        }
    }

    @Test
    void aViewerAlwaysCameTheSameWayAndWasInvitedByAnEarlierOne() throws IOException {
        final TouchPlan plan = new TouchPlan(DemoBrand.load());

        for (long viewer = FIRST_VIEWER; viewer < FIRST_VIEWER + 500; viewer++) {
            final Touch touch = plan.touch(viewer, FIRST_VIEWER);
            assertThat(plan.touch(viewer, FIRST_VIEWER)).isEqualTo(touch);
            if (touch.inviter() > 0) {
                assertThat(touch.inviter()).isBetween(FIRST_VIEWER, viewer - 1);
            }
        }
    }
}
