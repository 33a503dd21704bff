package io.sluice.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.sluice.gateway.admission.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry on an event loop that goes on when the test says so: what is posted while a round is on its way. */
class RoomRegistryTest {
    private static final int VIEWERS = 3 * TickFanOut.VIEWERS_A_TURN;

    @TempDir
    private Path data;

    private final ConcurrentLinkedQueue<Runnable> eventLoop = new ConcurrentLinkedQueue<>();
    private final List<EmbeddedChannel> channels = new ArrayList<>();
    private LiveFixture fixture;
    private RoomRegistry registry;
    private int ran;

    @BeforeEach
    void letThemIn() {
        fixture = new LiveFixture(data, new RoomOptions()).sell(1);
        registry = new RoomRegistry(fixture.rooms, eventLoop::add);
        for (int viewer = 1; viewer <= VIEWERS; viewer++) {
            join(viewer);
        }
        await().until(() -> {
            runAll();
            return channels.stream()
                    .noneMatch(channel -> channel.outboundMessages().isEmpty());
        });
        channels.forEach(RoomRegistryTest::drain);
    }

    @AfterEach
    void close() {
        channels.forEach(RoomRegistryTest::drain);
        fixture.close();
    }

    @Test
    void whatIsPostedWaitsForTheRoundUntilThatIsTooMuch() {
        registry.post(round(1));
        post(RoomRegistry.MAX_POSTED - 1);
        runAll();
        assertThat(told()).as("in the first turn").isEqualTo(TickFanOut.VIEWERS_A_TURN);
        assertThat(ran).as("while the round is on its way").isZero();

        post(1);
        runAll();

        assertThat(told()).isEqualTo(VIEWERS - TickFanOut.VIEWERS_A_TURN);
        assertThat(ran).isEqualTo(RoomRegistry.MAX_POSTED);
    }

    @Test
    void theTurnThatAFinishedRoundLeftBehindIsNoTurnOfTheNext() {
        registry.post(round(1));
        post(RoomRegistry.MAX_POSTED);
        registry.post(round(2));
        runAll();
        assertThat(told()).isEqualTo(VIEWERS + TickFanOut.VIEWERS_A_TURN);

        channels.get(TickFanOut.VIEWERS_A_TURN).runScheduledPendingTasks();
        runAll();

        assertThat(told()).as("one more turn of the second round").isEqualTo(TickFanOut.VIEWERS_A_TURN);
    }

    private void join(final long viewer) {
        final ViewerSocket socket = new ViewerSocket(null);
        final LiveViewer joined = new LiveViewer(
                registry, socket, fixture.rooms.room(Commands.ROOM), viewer, "w**", Long.MAX_VALUE, Role.VIEWER);
        socket.belongsTo(joined);
        channels.add(new EmbeddedChannel(socket));
        registry.join(joined);
    }

    private static TickRound round(final long number) {
        final TickRound round = new TickRound(number, 0);
        round.add(Commands.ROOM, Unpooled.wrappedBuffer(new byte[] {1}));
        return round;
    }

    private void post(final int tasks) {
        for (int i = 0; i < tasks; i++) {
            registry.post(() -> ran++);
        }
    }

    private void runAll() {
        for (Runnable next = eventLoop.poll(); next != null; next = eventLoop.poll()) {
            next.run();
        }
    }

    /** Ticks that came since the last call. */
    private int told() {
        return channels.stream().mapToInt(RoomRegistryTest::drain).sum();
    }

    private static int drain(final EmbeddedChannel channel) {
        int frames = 0;
        for (ByteBuf frame = channel.readOutbound(); frame != null; frame = channel.readOutbound()) {
            frame.release();
            frames++;
        }
        return frames;
    }
}
