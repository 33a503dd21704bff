package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.TouchKind;
import java.util.HashMap;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;
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
        assertThat(table.likelyRow(ViewerTable.hashOf(second))).isEqualTo(table.row(table.placeOf(first)));
        assertThat(table.newestOrderOf(second)).isEqualTo(2);
        assertThat(table.newestOrderOf(first)).isEqualTo(1);
    }

    @Test
    void whoInvitedWhomIsFoundByPlace() {
        final Viewer inviter = new Viewer();
        table.invite(table.know(7, viewer), 3, inviter, 11);

        assertThat(inviter.invited()).isEqualTo(1);
        assertThat(table.inviterAt(table.placeOf(7))).isEqualTo(3);
        assertThat(table.inviterPlaceAt(table.placeOf(7))).isEqualTo(table.placeOf(3));

        table.invite(table.know(7, viewer), 0, inviter, 12);

        assertThat(table.inviterAt(table.placeOf(7))).isZero();
        assertThat(table.inviterPlaceAt(table.placeOf(7))).isZero();
    }

    @Test
    void whatWasSavedIsFoundAgainWithThoseWhoInvited() {
        final Viewer inviter = new Viewer();
        for (long id = 1; id <= 2 * VIEWERS; id++) {
            table.invite(table.know(id, viewer), id % 3 == 0 ? 0 : 1 + id * 7 % VIEWERS, inviter, id);
        }
        final StateBytes state = new StateBytes();
        table.save(state);
        final ViewerTable loaded = new ViewerTable(0, LIMIT);
        loaded.load(state);
        loaded.index();

        assertThat(state.isUsedUp()).isTrue();
        for (long id = 1; id <= 2 * VIEWERS; id++) {
            final long invitedBy = id % 3 == 0 ? 0 : 1 + id * 7 % VIEWERS;
            assertThat(loaded.inviterOf(id)).isEqualTo(invitedBy);
            assertThat(loaded.inviterPlaceAt(loaded.placeOf(id)))
                    .isEqualTo(invitedBy == 0 ? 0 : loaded.placeOf(invitedBy));
            assertThat(loaded.find(id, viewer).invited())
                    .isEqualTo(table.find(id, inviter).invited());
        }
    }

    @Test
    void aViewerIsSavedAsTheFirstVersionDid() {
        table.know(9, viewer).newestOrder(2);
        viewer.memberSince(3);
        viewer.bind(6, 7, 4, 5);
        viewer.join(9, 8);
        viewer.invite(11, 99, 12);
        viewer.addInvited(10);
        final TouchRequest touch = new TouchRequest().set(9, TouchKind.JOINED, 0, 0, 0);
        touch.touch().set(0, 0, 0, 15);
        viewer.touch(touch, new Places().set(16, 17, 18), 13, 14);
        final UnsafeBuffer saved = new UnsafeBuffer(new byte[Viewer.BYTES]);
        viewer.save(saved, 0);

        final long[] longs = {
            9, 2, 3, 4, 5, 6 | 7L << 32, 8, 9 | 10L << 32, 11, 12, 13, 14, 15, 16 | 17L << 32, 18 | 4L << 32, 1
        };
        for (int i = 0; i < longs.length; i++) {
            assertThat(saved.getLong(i * Long.BYTES)).isEqualTo(longs[i]);
        }
    }

    @Test
    void bytesThatStandForNothingLeadToNobody() {
        final UnsafeBuffer saved = new UnsafeBuffer(new byte[Viewer.BYTES]);
        table.meet(9, viewer).save(saved, 0);
        saved.putInt(Viewer.BYTES - Integer.BYTES, 1_000_000);
        viewer.load(saved, 0);

        assertThat(table.inviterPlaceAt(table.placeOf(9))).isZero();
    }
}
