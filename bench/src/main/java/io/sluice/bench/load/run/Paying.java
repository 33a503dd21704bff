package io.sluice.bench.load.run;

import io.sluice.bench.load.Count;
import io.sluice.bench.load.Crowd;
import io.sluice.bench.load.Measure;
import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.OrderAttempt;
import io.sluice.bench.load.client.HttpLanes;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** What viewers do with an order they hold: think, then pay, give it back or forget it. On the loop's thread. */
final class Paying {
    private static final int CREATED = 201;
    private static final int OK = 200;

    private final RunClock clock;
    private final Crowd crowd;
    private final LoadTarget target;
    private final Measurements figures;
    private final HttpLanes lanes;
    private final Swarm swarm;
    private final SplittableRandom random;
    private long payments;

    Paying(
            final RunClock clock,
            final Crowd crowd,
            final LoadTarget target,
            final Measurements figures,
            final HttpLanes lanes,
            final Swarm swarm,
            final SplittableRandom random) {
        this.clock = clock;
        this.crowd = crowd;
        this.target = target;
        this.figures = figures;
        this.lanes = lanes;
        this.swarm = swarm;
        this.random = random;
    }

    /** The viewer of a new order begins to think. */
    void think(final OrderAttempt attempt, final long totalFen) {
        final double mood = random.nextDouble();
        final long thinkMs = random.nextLong(crowd.thinkFromMs(), crowd.thinkToMs() + 1);
        if (mood < crowd.payShare()) {
            final long meantNs = clock.nowNs() + TimeUnit.MILLISECONDS.toNanos(thinkMs);
            clock.after(thinkMs, () -> pay(attempt, totalFen, meantNs));
        } else if (mood < crowd.payShare() + crowd.cancelShare()) {
            clock.after(thinkMs, () -> giveBack(attempt));
        }
    }

    private void pay(final OrderAttempt attempt, final long totalFen, final long meantNs) {
        final String body = "{\"order\":\"" + attempt.order() + "\",\"amountFen\":" + totalFen + ",\"reference\":\""
                + attempt.key() + "-p" + payments++ + "\"}";
        lanes.send("POST", "/api/v1/payments", target.payments().headersOf(body), body, (status, buffer, from, end) -> {
            figures.count(status == OK || status == CREATED ? Count.PAYMENTS : Count.ERRORS, 1);
            figures.time(Measure.PAYMENTS, clock.nowNs() - meantNs);
        });
    }

    private void giveBack(final OrderAttempt attempt) {
        final Seat seat = swarm.seat((int) (attempt.viewer() - crowd.firstViewer()));
        final String path = "/api/v1/orders/" + attempt.order() + "/cancel";
        lanes.send(
                "POST",
                path,
                seat.tokenHeader(),
                "",
                (status, buffer, from, end) -> figures.count(status == OK ? Count.CANCELS : Count.ERRORS, 1));
    }
}
