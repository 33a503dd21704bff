package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** In which store it counts what a guide brings. */
class GuideTest {
    private final Store home = new Store(1, 1);
    private final Store other = new Store(2, 2);
    private final Store strange = new Store(3, 3);
    private final Guide guide = new Guide(7, 1);

    GuideTest() {
        guide.describe(Text.EMPTY, 0, true, new Store[] {home, other});
    }

    @Test
    void itCountsInTheNamedStoreIfTheGuideWorksThere() {
        assertThat(guide.storeFor(null, null)).isSameAs(home);
        assertThat(guide.storeFor(home, null)).isSameAs(home);
        assertThat(guide.storeFor(other, null)).isSameAs(other);
        assertThat(guide.storeFor(strange, null)).isSameAs(home);
    }

    @Test
    void elseItCountsInTheGroupsStoreIfTheGuideWorksThere() {
        assertThat(guide.storeFor(null, groupOf(other))).isSameAs(other);
        assertThat(guide.storeFor(null, groupOf(strange))).isSameAs(home);
        assertThat(guide.storeFor(home, groupOf(other))).isSameAs(home);
    }

    private Group groupOf(final Store store) {
        final Group group = new Group(9, 1);
        group.describe(Text.EMPTY, store, guide, 0);
        return group;
    }
}
