package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM in a live room: everybody is told, nothing is lost, and the next start goes on from there. */
class StopIT {
    private static final int GOING_AWAY = 1_001;
    private static final long VIEWER = 60_000;

    @TempDir
    private Path data;

    @Test
    void aStopSaysGoodbyeAndTheNextStartGoesOnFromThere() {
        final JsonObject order;
        final String token;
        final DemoProcess restart;
        try (DemoProcess demo = DemoProcess.start(data)) {
            SaleRoom.open(demo.shop(), 10);
            final List<LiveViewer> viewers = new ArrayList<>();
            for (long viewer = VIEWER; viewer < VIEWER + 8; viewer++) {
                viewers.add(LiveViewer.join(demo.shop(), viewer, SaleRoom.ROOM));
            }
            final LiveViewer buyer = viewers.get(0);
            token = buyer.token();
            order = buyer.order("before-the-stop", SaleRoom.order(1))
                    .join()
                    .expect(201)
                    .body();

            demo.process().terminate();

            assertThat(viewers).allSatisfy(StopIT::isToldToComeBack);
            assertThat(demo.process().exitCode()).as(demo.process().err()).isZero();
            assertThat(demo.process().out())
                    .containsPattern("audit: \\d+ commands, 1 orders, \\d+ units sold, 0 oversold, "
                            + "journal sequence \\d+, 0 faults");
            assertThat(data.resolve("snapshots")).isNotEmptyDirectory();
            restart = demo.startAgain();
        }
        try (restart) {
            final String id = order.getString("order");
            assertThat(restart.shop().get("/orders/" + id, token).expect(200).body())
                    .isEqualTo(order);
            assertThat(restart.shop()
                            .order(token, SaleRoom.ROOM, "before-the-stop", SaleRoom.order(1))
                            .join()
                            .expect(200)
                            .body())
                    .isEqualTo(order);
            final ShopAnswer next = restart.shop()
                    .order(token, SaleRoom.ROOM, "after-the-stop", SaleRoom.order(1))
                    .join()
                    .expect(201);
            assertThat(next.body().getLong("sequence")).isGreaterThan(order.getLong("sequence"));
            assertThat(Verdict.of(data).orders()).isEqualTo(2);
        }
    }

    private static void isToldToComeBack(final LiveViewer viewer) {
        final JsonObject bye = viewer.await("bye");
        assertThat(bye.getString("reason")).isEqualTo("STOPPING");
        assertThat(bye.getLong("reconnectAfterMs")).isNotNegative();
        assertThat(viewer.closeCode()).isEqualTo(GOING_AWAY);
    }
}
