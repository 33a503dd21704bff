package io.sluice.bench.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.bench.load.Count;
import io.sluice.bench.load.Crowd;
import io.sluice.bench.load.Flow;
import io.sluice.bench.load.Measure;
import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.OrderAttempt;
import io.sluice.bench.load.Pace;
import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.Stage;
import io.sluice.bench.load.Target;
import io.sluice.bench.load.Told;
import io.sluice.bench.load.client.Loop;
import io.sluice.bench.load.client.ServerAddress;
import io.sluice.bench.load.client.TestServer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A short run against a server that does its worst. */
class DriverTest {
    private static final long TIMEOUT_MS = 400;
    private static final int VIEWERS = 5;
    private static final long POLL_NS = 10_000_000;
    private static final Crowd CROWD =
            new Crowd(VIEWERS, 4_000_000_000L, 1, 0, 0, 0, 0, 0.5, 1, 1, TIMEOUT_MS, 60_000, 100);
    private static final Map<Flow, Pace> PACES = Map.of(Flow.JOINS, new Pace(50, 50), Flow.ORDERS, new Pace(50, 50));
    private static final String PICTURE = "{\"t\":\"room\",\"sequence\":1}";
    private static final String UPGRADE =
            "HTTP/1.1 101 Switching Protocols\r\n\r\n\u0001" + (char) PICTURE.length() + PICTURE;

    private final Measurements figures = new Measurements();

    @Test
    void aServerThatStallsItsOrdersCannotHide() throws Exception {
        final List<OrderAttempt> attempts = play(line -> line.contains("/orders") ? TestServer.SILENCE : inside(line));

        assertThat(attempts).isNotEmpty().allMatch(each -> each.state() == OrderAttempt.State.SENT);
        assertThat(figures.count(Count.ORDERS_UNANSWERED)).isEqualTo(attempts.size());
        assertThat(figures.times(Measure.ORDERS).getTotalCount()).isEqualTo(attempts.size());
        assertThat(figures.times(Measure.ORDERS).getMinValue()).isGreaterThan(2 * TIMEOUT_MS * 900);
    }

    @Test
    void anAnswerThatSaysNothingForGoodIsNoPromise() throws Exception {
        final List<OrderAttempt> attempts = play(line -> line.contains("/orders")
                ? TestServer.answer(504, "{\"code\":\"ANSWER_LATE\",\"status\":504}")
                : inside(line));

        assertThat(attempts).isNotEmpty().allMatch(each -> each.state() == OrderAttempt.State.SENT);
        assertThat(figures.count(Count.ORDERS_SHED)).isZero();
    }

    @Test
    void anOrderWhoseConnectionsAllBreakIsBroken() throws Exception {
        final List<OrderAttempt> attempts = play(line -> line.contains("/orders") ? TestServer.END : inside(line));

        assertThat(attempts).isNotEmpty().allMatch(each -> each.state() == OrderAttempt.State.BROKEN);
        assertThat(figures.count(Count.ORDERS_BROKEN)).isEqualTo(attempts.size());
    }

    @Test
    void anOrderWhoseConnectionEndsWithoutAWordIsSentAgainAtOnceWithItsKey() throws Exception {
        final AtomicInteger orders = new AtomicInteger();
        final List<OrderAttempt> attempts = play(line -> {
            if (!line.contains("/orders")) {
                return inside(line);
            }
            return orders.getAndIncrement() == 0
                    ? TestServer.END
                    : TestServer.answer(201, "{\"order\":\"7\",\"sequence\":9,\"totalFen\":1}");
        });

        assertThat(attempts).isNotEmpty().allMatch(each -> each.state() == OrderAttempt.State.RESERVED);
        assertThat(figures.count(Count.ERRORS)).isEqualTo(1);
        assertThat(attempts.stream().mapToInt(OrderAttempt::sends).sum())
                .isEqualTo(attempts.size() + figures.count(Count.ORDERS_REPEATED));
    }

    @Test
    void aServerThatLetsNobodyInCannotHide() throws Exception {
        play(line -> line.contains("/tickets") ? inside(line) : TestServer.SILENCE);

        assertThat(figures.count(Count.JOINS)).isZero();
        assertThat(figures.count(Count.JOINS_FAILED)).isBetween((long) VIEWERS, figures.count(Count.JOINS_MEANT));
        assertThat(figures.times(Measure.JOINS).getTotalCount()).isEqualTo(figures.count(Count.JOINS_FAILED));
        assertThat(figures.times(Measure.JOINS).getMinValue()).isGreaterThan(2 * TIMEOUT_MS * 900);
    }

    @Test
    void whomTheServerClosesForNotReadingIsNotLost() throws Exception {
        final Map<Flow, Pace> paces = Map.of(Flow.JOINS, new Pace(50, 50), Flow.STALLS, new Pace(50, 50));
        try (TestServer server = new TestServer(DriverTest::inside);
                Loop loop = new Loop();
                ServerWatch watch = new ServerWatch(null)) {
            final Driver driver = new Driver(loop, scenario(2_200, paces), targetAt(server), figures, watch);
            final Future<Told> played = driver.play();
            while (figures.count(Count.STALLS) < VIEWERS && !played.isDone()) {
                LockSupport.parkNanos(POLL_NS);
            }
            server.hangUp();
            played.get(20, TimeUnit.SECONDS);
        }

        assertThat(figures.count(Count.STALLED_CLOSED)).isEqualTo(VIEWERS);
        assertThat(figures.count(Count.SOCKETS_LOST)).isZero();
    }

    private static String inside(final String line) {
        return line.contains("/tickets") ? TestServer.answer(201, "{\"ticket\":\"t\"}") : UPGRADE;
    }

    private List<OrderAttempt> play(final Function<String, String> answers) throws Exception {
        try (TestServer server = new TestServer(answers);
                Loop loop = new Loop();
                ServerWatch watch = new ServerWatch(null)) {
            return new Driver(loop, scenario(1_200, PACES), targetAt(server), figures, watch)
                    .play()
                    .get(20, TimeUnit.SECONDS)
                    .orders();
        }
    }

    private static Scenario scenario(final long lastsMs, final Map<Flow, Pace> paces) {
        return new Scenario(
                "Worst",
                1,
                new Target(null, null, null, null, 1, 60, List.of(), null),
                CROWD,
                List.of(new Stage("all", lastsMs, paces)),
                List.of());
    }

    private static LoadTarget targetAt(final TestServer server) {
        return new LoadTarget(
                ServerAddress.plain("127.0.0.1", server.port()),
                1,
                List.of(1L),
                1,
                Collections.nCopies(VIEWERS, "t"),
                body -> "");
    }
}
