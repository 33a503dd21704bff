package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Viewers are found by their ids, whoever was looked for just before. */
class ViewerTableTest {
    private static final int VIEWERS = 3_000;
    private static final int LIMIT = 10_000;

    private final ViewerTable table = new ViewerTable(0, LIMIT);
    private final Viewer viewer = new Viewer();

    @Test
    void everyViewerIsFoundAgainWhoeverWasFoundBetween() {
        for (long id = 1; id <= VIEWERS; id++) {
            table.meet(id, viewer).newestOrder(id);
        }
        for (long id = 1; id <= VIEWERS; id++) {
            final long other = 1 + id * 7 % VIEWERS;
            assertThat(table.newestOrderOf(id)).isEqualTo(id);
            assertThat(table.newestOrderOf(other)).isEqualTo(other);
            assertThat(table.newestOrderOf(id)).isEqualTo(id);
        }
        assertThat(table.find(VIEWERS + 1, viewer)).isNull();
    }

    @Test
    void twoViewersOfOneHashAreTwo() {
        final Map<Integer, Long> byHash = new HashMap<>();
        long second = 1;
        Long first = byHash.put(ViewerTable.hashOf(second), second);
        while (first == null) {
            second++;
            first = byHash.put(ViewerTable.hashOf(second), second);
        }
        table.meet(first, viewer).newestOrder(1);
        assertThat(table.find(second, viewer)).isNull();
        table.meet(second, viewer).newestOrder(2);

        assertThat(table.newestOrderOf(first)).isEqualTo(1);
        assertThat(table.newestOrderOf(second)).isEqualTo(2);
        table.likely(ViewerTable.hashOf(second));
        assertThat(table.newestOrderOf(second)).isEqualTo(2);
        assertThat(table.newestOrderOf(first)).isEqualTo(1);
    }
}
