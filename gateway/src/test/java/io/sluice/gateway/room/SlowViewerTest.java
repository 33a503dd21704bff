package io.sluice.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowViewerTest {
    private static final long SLOW = 42;
    private static final long QUICK = 43;
    private static final int OFFERS = 200;
    private static final String EMPTY_PING = "\u0089\u0000";

    @TempDir
    private Path data;

    private LiveFixture fixture;

    @BeforeEach
    void sellManyThings() {
        fixture = new LiveFixture(data, new RoomOptions().maxOwnFrames(8)).sell(10);
        for (int i = 1; i <= OFFERS; i++) {
            fixture.give(Commands.putOffer(Commands.OFFER + i, 0, LiveFixture.HOLD_SECONDS));
        }
        fixture.awaitHeard();
        fixture.tick();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void whoDoesNotReadLosesTicksAndOthersDoNot() {
        final TestViewer slow = fixture.join(SLOW);
        final TestViewer quick = fixture.join(QUICK);
        final int ticks = fallBehind(slow);

        for (int i = 0; i < ticks; i++) {
            quick.next("tick");
        }
        assertThat(fixture.count(RoomCounter.TICKS_OFFERED))
                .isEqualTo(fixture.count(RoomCounter.TICKS_SENT) + fixture.count(RoomCounter.TICKS_SLOWED));
        assertThat(fixture.count(RoomCounter.TICKS_BEHIND)).isPositive();
        slow.readAgain();
    }

    @Test
    void whoHasCaughtUpGetsAWholePictureAndThenTicksAgain() {
        final TestViewer slow = fixture.join(SLOW);
        fallBehind(slow);
        fixture.give(Commands.restock(90));
        fixture.awaitHeard();
        slow.readAgain();
        final long pictures = fixture.count(RoomCounter.PICTURES_SENT);
        await().until(() -> {
            fixture.pass(1_000);
            fixture.tick();
            return fixture.count(RoomCounter.PICTURES_SENT) > pictures;
        });

        final JsonNode picture = slow.await("room");
        assertThat(picture.get("offers").get(0).get("available").asLong()).isEqualTo(100);
        fixture.give(Commands.restock(1));
        fixture.awaitHeard();
        fixture.tick();
        assertThat(stockOf(slow)).isEqualTo(101);
    }

    @Test
    void whoIsStuckForTooLongIsLetGo() {
        final TestViewer slow = fixture.join(SLOW);
        fallBehind(slow);
        fixture.pass(1_000);
        fixture.tick();
        fixture.pass(RoomOptions.DEFAULT_STUCK_MS + 1);
        fixture.tick();

        await().until(() -> fixture.rooms.connections() == 0);
        assertThat(fixture.count(RoomCounter.CLOSED_SLOW)).isEqualTo(1);
        slow.readAgain();
        assertThat(slow.closeCode()).isEqualTo(4413);
    }

    @Test
    void whoLetsAnswersToItsOwnFramesPileUpIsLetGo() {
        final TestViewer slow = fixture.join(SLOW);
        fallBehind(slow);
        for (int i = 0; i < 12; i++) {
            fixture.give(Commands.placeOrder(SLOW, "k" + i, 1));
        }

        await().until(() -> fixture.rooms.connections() == 0);
        slow.readAgain();
        assertThat(slow.await("order").get("state").asText()).isEqualTo("RESERVED");
        assertThat(slow.await("bye").get("reason").asText()).isEqualTo("TOO_SLOW");
        assertThat(slow.closeCode()).isEqualTo(4413);
    }

    @Test
    void anEventLoopThatFellBehindGivesItsViewersAFreshPicture() {
        final TestViewer viewer = fixture.join(QUICK);
        final CountDownLatch busy = new CountDownLatch(1);
        fixture.blockServer(busy);
        for (int i = 0; i <= RoomOptions.DEFAULT_MAX_WAITING_TICKS; i++) {
            fixture.give(Commands.restock(1));
            fixture.awaitHeard();
            fixture.tick();
        }
        assertThat(fixture.count(RoomCounter.ROUNDS_MISSED)).isEqualTo(1);
        busy.countDown();
        for (int i = 0; i < RoomOptions.DEFAULT_MAX_WAITING_TICKS; i++) {
            viewer.next("tick");
        }
        fixture.give(Commands.restock(1));
        fixture.awaitHeard();
        fixture.tick();

        final JsonNode picture = viewer.next("room");
        assertThat(picture.get("offers").get(0).get("available").asLong())
                .isEqualTo(10 + RoomOptions.DEFAULT_MAX_WAITING_TICKS + 2);
    }

    @Test
    void whoGetsAPictureAheadOfAMissedRoundGetsAnother() {
        final CountDownLatch tickerBusy = new CountDownLatch(1);
        fixture.blockTicker(tickerBusy);
        fixture.tickLater();
        final TestViewer viewer = fixture.connect(QUICK, null, Long.MAX_VALUE);
        await().until(() -> fixture.count(RoomCounter.CONNECTIONS_OPENED) == 1);
        final CountDownLatch serverBusy = new CountDownLatch(1);
        fixture.blockServer(serverBusy);
        tickerBusy.countDown();
        for (int i = 1; i <= RoomOptions.DEFAULT_MAX_WAITING_TICKS; i++) {
            fixture.give(Commands.restock(1));
            fixture.awaitHeard();
            fixture.tick();
        }
        assertThat(fixture.count(RoomCounter.ROUNDS_MISSED)).isEqualTo(1);
        serverBusy.countDown();
        viewer.next("room");

        fixture.pass(1_000);
        fixture.tick();
        assertThat(viewer.await("room").get("offers").get(0).get("available").asLong())
                .isEqualTo(10 + RoomOptions.DEFAULT_MAX_WAITING_TICKS);
    }

    @Test
    void whoAsksWhileARoundIsOnItsWayIsAnsweredBeforeTheRoundGetsThere() throws IOException {
        joinOneTurn();
        final List<String> heard = new ArrayList<>();
        try (RawFrames last = RawFrames.connect(fixture.port(), QUICK)) {
            await().until(() -> fixture.count(RoomCounter.PICTURES_SENT) == TickFanOut.VIEWERS_A_TURN + 1);
            final CountDownLatch busy = new CountDownLatch(1);
            fixture.blockServer(busy);
            tickWithStock();
            last.send(RawFrames.input(RawFrames.TEXT, "{\"t\":\"ping\"}".getBytes(StandardCharsets.US_ASCII)));
            busy.countDown();
            last.hear(heard);
        }

        assertThat(heard).hasSize(2).last().asString().startsWith("{\"t\":\"pong\"");
    }

    @Test
    void whoLeavesWhileARoundIsOnItsWayTakesNobodysTickAndGivesNobodyTwo() {
        joinOneTurn();
        final TestViewer leaving = fixture.join(SLOW);
        final TestViewer last = fixture.join(QUICK);
        final CountDownLatch busy = new CountDownLatch(1);
        fixture.blockServer(busy);
        tickWithStock();
        leaving.leave();
        busy.countDown();
        assertThat(last.next("tick").get("stock").get("1001").asLong()).isEqualTo(11);
        tickWithStock();

        assertThat(last.next("tick").get("stock").get("1001").asLong()).isEqualTo(12);
    }

    @Test
    void whoAnswersNoPingIsIdleAndLetGo() {
        final Supplier<String> heard = fixture.connectMutely(SLOW);
        await().until(() -> heard.get().contains("\"t\":\"room\""));
        fixture.pass(RoomOptions.DEFAULT_IDLE_MS / 2);
        fixture.tick();
        await().until(() -> heard.get().contains(EMPTY_PING));
        assertThat(fixture.rooms.connections()).isEqualTo(1);
        fixture.pass(RoomOptions.DEFAULT_IDLE_MS / 2);
        fixture.tick();

        await().until(() -> heard.get().contains("{\"t\":\"bye\",\"reason\":\"IDLE\"}"));
        assertThat(fixture.count(RoomCounter.CLOSED_IDLE)).isEqualTo(1);
    }

    @Test
    void whoFloodsTheServerWithPingsOfTheTransportIsLetGo() {
        final TestViewer viewer = fixture.join(QUICK);
        for (int i = 0; i < 2 * LiveViewer.PINGS_AT_ONCE; i++) {
            viewer.pingTransport();
        }

        assertThat(viewer.next("bye").get("reason").asText()).isEqualTo("TOO_FAST");
        assertThat(viewer.closeCode()).isEqualTo(4429);
    }

    @Test
    void whoAnswersPingsStays() {
        fixture.join(SLOW);
        for (int i = 0; i < 4; i++) {
            final long heard = fixture.count(RoomCounter.PONGS_HEARD);
            fixture.pass(RoomOptions.DEFAULT_IDLE_MS / 2);
            fixture.tick();
            await().until(() -> fixture.count(RoomCounter.PONGS_HEARD) > heard);
        }

        assertThat(fixture.rooms.connections()).isEqualTo(1);
    }

    /** As many as a round writes to before the loop reads again. */
    private void joinOneTurn() {
        for (int i = 0; i < TickFanOut.VIEWERS_A_TURN; i++) {
            fixture.join(1_000 + i);
        }
    }

    private void tickWithStock() {
        fixture.give(Commands.restock(1));
        fixture.awaitHeard();
        fixture.tick();
    }

    /** Stops one viewer's reading and goes on with large ticks until one was left out; how many there were. */
    private int fallBehind(final TestViewer viewer) {
        viewer.stopReading();
        int ticks = 0;
        while (fixture.count(RoomCounter.TICKS_SLOWED) == 0) {
            fixture.give(Commands.putItem("蛋糕" + ticks));
            fixture.awaitHeard();
            final long offered = fixture.count(RoomCounter.TICKS_OFFERED);
            fixture.tick();
            await().until(() -> fixture.count(RoomCounter.TICKS_OFFERED) > offered);
            ticks++;
        }
        return ticks;
    }

    /** What the next tick with stock says is left. */
    private static long stockOf(final TestViewer viewer) {
        JsonNode tick = viewer.await("tick");
        while (!tick.has("stock")) {
            tick = viewer.await("tick");
        }
        return tick.get("stock").get("1001").asLong();
    }
}
