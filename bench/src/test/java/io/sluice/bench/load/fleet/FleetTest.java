package io.sluice.bench.load.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.bench.load.Count;
import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.OrderAttempt;
import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.ScenarioReader;
import io.sluice.bench.load.client.ServerAddress;
import io.sluice.bench.load.client.TestServer;
import io.sluice.bench.load.run.Access;
import io.sluice.bench.load.run.Played;
import io.sluice.bench.load.run.ServerWatch;
import io.sluice.bench.load.stage.StageException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A coordinator and its workers, here in one process; what passes between them goes over its wire. */
class FleetTest {
    private static final Secret SECRET = Secret.random();
    private static final InetAddress LOCAL = InetAddress.getLoopbackAddress();
    private static final String PICTURE = "{\"t\":\"room\",\"sequence\":1}";
    private static final String UPGRADE =
            "HTTP/1.1 101 Switching Protocols\r\n\r\n\u0001" + (char) PICTURE.length() + PICTURE;

    private final BlockingQueue<String> notices = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> aSecondIsIn = new CompletableFuture<>();
    private final Measurements figures = new Measurements(second -> aSecondIsIn.complete(null));
    private Fleet fleet;
    private CompletableFuture<Void> here;

    @AfterEach
    void close() {
        if (fleet != null) {
            fleet.close();
        }
    }

    @Test
    void aWorkerThatIsLostIsToldOfAndTheOtherGoesOn() throws Exception {
        final int port = gather(2);
        final Thread[] lost = new Thread[1];
        final CompletableFuture<Void> one = work(port, lost);
        final CompletableFuture<Void> other = work(port, new Thread[1]);

        final Played played = play(() -> lost[0].interrupt());

        assertThat(one).isCompletedExceptionally();
        other.get(5, TimeUnit.SECONDS);
        assertThat(played.missing())
                .singleElement()
                .asString()
                .matches(
                        "Worker [12] of 2 was lost at second [123], its connection ended: its figures until then are in;.*");
        assertThat(figures.seconds()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(figures.count(Count.JOINS)).isBetween(4L, 8L);
        assertThat(played.told().orders().stream().map(OrderAttempt::key)).doesNotHaveDuplicates();
        assertThat(played.told().orders())
                .isNotEmpty()
                .allMatch(attempt -> attempt.state() == OrderAttempt.State.RESERVED)
                .hasSizeLessThanOrEqualTo((int) figures.count(Count.ORDERS_SENT));
    }

    @Test
    void whatAllWorkersCountedAndWereToldIsTheCoordinators() throws Exception {
        final int port = gather(2);
        final CompletableFuture<Void> one = work(port, new Thread[1]);
        final CompletableFuture<Void> other = work(port, new Thread[1]);

        final Played played = play(() -> {});

        one.get(5, TimeUnit.SECONDS);
        other.get(5, TimeUnit.SECONDS);
        assertThat(played.missing()).isEmpty();
        assertThat(figures.count(Count.JOINS)).isEqualTo(8);
        assertThat(figures.count(Count.ORDERS_SENT)).isPositive();
        assertThat(played.told().orders())
                .hasSize((int) figures.count(Count.ORDERS_SENT))
                .allMatch(attempt -> attempt.state() == OrderAttempt.State.RESERVED);
        assertThat(played.told().orders().stream().map(OrderAttempt::key)).doesNotHaveDuplicates();
        assertThat(played.told().orders().stream().map(OrderAttempt::viewer).distinct())
                .hasSizeGreaterThan(4);
    }

    @Test
    void whoDoesNotKnowTheSecretIsRefused() throws Exception {
        final int port = gather(1);

        assertThatThrownBy(() -> new Worker("127.0.0.1", port, Secret.random()).run())
                .isInstanceOf(StageException.class)
                .hasMessageContaining("its secret is not the coordinator's");
        assertThat(notices).last().asString().contains("was refused: its secret is not the coordinator's");
        assertThat(here).isNotDone();
    }

    @Test
    void aWorkerOfAnotherVersionIsRefused() throws Exception {
        try (Socket socket = new Socket(LOCAL, gather(1))) {
            final byte[] answer =
                    "\u0001{\"version\":\"0\",\"nonce\":\"\",\"proof\":\"\"}".getBytes(StandardCharsets.UTF_8);
            final DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(answer.length);
            out.write(answer);

            assertThat(heard(socket)).contains("the worker is of version 0, the coordinator of " + Wire.VERSION);
        }
    }

    @Test
    void aFrameThatNoStrangerMaySendEndsTheConnection() throws Exception {
        try (Socket socket = new Socket(LOCAL, gather(1))) {
            new DataOutputStream(socket.getOutputStream()).writeInt(Wire.MOST_BYTES);

            heard(socket);
            assertThat(notices)
                    .last()
                    .asString()
                    .contains("a frame of " + Wire.MOST_BYTES + " bytes, where 1024 are the most");
        }
    }

    @Test
    void aPortHasOneCoordinator() throws Exception {
        final int port = gather(1);
        try (Fleet second = new Fleet(new Roster(port, 0, 1, SECRET, List.of()), notices::add)) {
            assertThatThrownBy(() -> second.gather().get(5, TimeUnit.SECONDS))
                    .hasRootCauseMessage("Address already in use")
                    .hasMessageContaining("port " + port + " cannot be listened on");
        }
    }

    @Test
    void whereNobodyListensAWorkerSaysSo() throws Exception {
        final int port = gather(1);
        goNow();

        assertThatThrownBy(() -> new Worker("127.0.0.1", port, SECRET).run())
                .isInstanceOf(StageException.class)
                .hasMessageContaining("no coordinator at 127.0.0.1:" + port);
    }

    @Test
    void aCoordinatorThatGoesEndsItsWorkers() throws Exception {
        final CompletableFuture<Void> worker = work(gather(1), new Thread[1]);
        here.get(5, TimeUnit.SECONDS);

        goNow();

        assertThatThrownBy(() -> worker.get(5, TimeUnit.SECONDS)).hasMessageContaining("the coordinator is gone");
    }

    @Test
    void itCanBeEndedBeforeAllAreThere() throws Exception {
        gather(1);

        fleet.end();

        assertThatThrownBy(() -> here.get(5, TimeUnit.SECONDS))
                .hasMessageContaining("ended before all workers were there");
    }

    private void goNow() {
        fleet.close();
        fleet = null;
    }

    private int gather(final int workers) throws InterruptedException {
        fleet = new Fleet(new Roster(0, 0, workers, SECRET, List.of()), notices::add);
        here = fleet.gather();
        final String waiting = notices.poll(5, TimeUnit.SECONDS);
        return Integer.parseInt(waiting.substring(waiting.lastIndexOf(' ') + 1));
    }

    private static CompletableFuture<Void> work(final int port, final Thread[] thread) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        new Worker("127.0.0.1", port, SECRET).run();
                    } catch (final StageException failed) {
                        throw new IllegalStateException(failed.getMessage(), failed);
                    }
                },
                work -> {
                    thread[0] = new Thread(work, "worker");
                    thread[0].start();
                });
    }

    private Played play(final Runnable afterASecond) throws Exception {
        final Scenario scenario = ScenarioReader.parse("""
                target: {offers: [{offer: 1}]}
                crowd: {viewers: 8, http-share: 1, pay-share: 0, cancel-share: 0, twice-share: 0}
                stages: [{lasts: 2s, joins: 100/s, orders: 50/s}]
                """);
        here.get(5, TimeUnit.SECONDS);
        try (TestServer server = new TestServer(FleetTest::answer);
                ServerWatch watch = new ServerWatch(null)) {
            final Access access =
                    new Access(ServerAddress.plain("127.0.0.1", server.port()), new byte[] {1}, viewer -> "t" + viewer);
            fleet.warmUp(scenario, access).get(10, TimeUnit.SECONDS);
            final CompletableFuture<Played> played = fleet.play(figures, watch);
            aSecondIsIn.get(10, TimeUnit.SECONDS);
            afterASecond.run();
            return played.get(20, TimeUnit.SECONDS);
        }
    }

    private static String answer(final String line) {
        if (line.contains("/tickets")) {
            return TestServer.answer(201, "{\"ticket\":\"t\"}");
        }
        return line.contains("/orders")
                ? TestServer.answer(201, "{\"order\":\"1\",\"sequence\":1,\"totalFen\":1}")
                : UPGRADE;
    }

    /** All that comes until the connection ends. */
    private static String heard(final Socket socket) throws IOException {
        return new String(new DataInputStream(socket.getInputStream()).readAllBytes(), StandardCharsets.UTF_8);
    }
}
