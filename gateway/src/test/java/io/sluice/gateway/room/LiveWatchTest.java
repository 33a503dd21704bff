package io.sluice.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sluice.engine.protocol.RoomState;
import io.sluice.gateway.admission.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveWatchTest {
    private static final long LI = 42;
    private static final long WANG = 43;

    @TempDir
    private Path data;

    private LiveFixture fixture;

    @BeforeEach
    void open() {
        fixture = new LiveFixture(data, new RoomOptions().idleMs(3_600_000)).sell(10);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void theEngineIsToldForHowLongAViewerWatchedOverHoweverManyConnections() {
        final TestViewer first = fixture.join(LI);
        final TestViewer second = fixture.join(LI);
        fixture.tick();
        fixture.pass(20_000);
        first.leave();
        await().until(() -> fixture.rooms.connections() == 1);
        fixture.pass(10_000);
        second.leave();
        await().until(() -> fixture.rooms.connections() == 0);
        fixture.tick();
        fixture.awaitHeard();

        assertThat(fixture.watched()).hasSize(1);
        assertThat(fixture.watched().get(0)).matches("room 7: 42 3[0-9]s");
    }

    @Test
    void theEndOfTheRoomIsToldOfAllWhoAreThere() {
        fixture.join(LI);
        fixture.join(WANG);
        fixture.tick();
        fixture.pass(40_000);
        fixture.give(Commands.changeRoomState(RoomState.ENDED));
        fixture.awaitHeard();
        fixture.tick();
        fixture.awaitHeard();

        assertThat(fixture.watched()).hasSize(2).allMatch(entry -> entry.matches("room 7: 4[23] 4[0-9]s"));
    }

    /** With room for the time of two viewers, of which one gets free between the two connections. */
    @Test
    void aConnectionThatFoundNoRoomEndsNobodysTime(@TempDir final Path anothers) {
        fixture.close();
        fixture = new LiveFixture(anothers, new RoomOptions().idleMs(3_600_000).maxConnections(1)).sell(10);
        final TestViewer neighbour = fixture.join(WANG);
        fixture.join(44);
        final TestViewer uncounted = fixture.join(LI);
        await().until(() -> fixture.count(RoomCounter.WATCH_SHED) == 1);
        neighbour.leave();
        await().until(() -> fixture.rooms.connections() == 2);
        fixture.pass(WatchingTime.SWEEP_MS);
        fixture.tick();
        fixture.pass(WatchingTime.SWEEP_MS);
        fixture.tick();
        fixture.join(LI);
        uncounted.leave();
        await().until(() -> fixture.rooms.connections() == 2);
        fixture.pass(WatchingTime.NOTE_MS);
        fixture.tick();
        fixture.awaitHeard();

        assertThat(fixture.watched()).anyMatch(entry -> entry.matches("room 7: 42 6[0-9]s"));
    }

    @Test
    void whoWorksHereAndLooksOnIsNoViewer() {
        for (final Role role : Role.STAFF) {
            fixture.join(role, 1 + role.ordinal());
        }
        fixture.tick();
        fixture.pass(120_000);
        fixture.tick();
        fixture.awaitHeard();

        assertThat(fixture.watched()).isEmpty();
    }
}
