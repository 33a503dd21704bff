package io.sluice.bench.load.run;

import io.netty.buffer.ByteBuf;
import io.sluice.bench.load.Count;
import io.sluice.bench.load.Crowd;
import io.sluice.bench.load.Measure;
import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.OrderAttempt;
import io.sluice.bench.load.client.HttpAnswer;
import io.sluice.bench.load.client.HttpLanes;
import io.sluice.bench.load.client.JsonScan;
import java.util.SplittableRandom;

/** What viewers do at the button: press, press twice, pay, give back or forget. On the loop's thread. */
final class Shopping {
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final byte[] ORDER = JsonScan.field("order");
    private static final byte[] SEQUENCE = JsonScan.field("sequence");
    private static final byte[] TOTAL = JsonScan.field("totalFen");
    private static final byte[] CODE = JsonScan.field("code");
    private static final byte[] STATUS = JsonScan.field("status");

    private final RunClock clock;
    private final Crowd crowd;
    private final LoadTarget target;
    private final Measurements figures;
    private final HttpLanes lanes;
    private final Swarm swarm;
    private final Presses presses;
    private final DelayWatch delays;
    private final Heat heat;
    private final SplittableRandom random;
    private long payments;

    Shopping(
            final RunClock clock,
            final Crowd crowd,
            final LoadTarget target,
            final Measurements figures,
            final HttpLanes lanes,
            final Swarm swarm,
            final Presses presses,
            final DelayWatch delays,
            final SplittableRandom random) {
        this.clock = clock;
        this.crowd = crowd;
        this.target = target;
        this.figures = figures;
        this.lanes = lanes;
        this.swarm = swarm;
        this.presses = presses;
        this.delays = delays;
        this.random = random;
        heat = new Heat(target.offers(), crowd.skew());
    }

    /** Somebody in the room presses the button. */
    void press(final long meantNs) {
        figures.count(Count.ORDERS_MEANT, 1);
        final Seat seat = swarm.anyone();
        if (seat == null) {
            return;
        }
        final long[] offers = heat.pick(1 + random.nextInt(crowd.maxLines()), random);
        final int[] quantities = new int[offers.length];
        java.util.Arrays.fill(quantities, 1);
        final OrderAttempt attempt = presses.press(crowd.firstViewer() + seat.viewer(), offers, quantities, meantNs);
        final boolean byHttp = random.nextDouble() < crowd.httpShare();
        send(attempt, seat, byHttp);
        if (random.nextDouble() < crowd.twiceShare()) {
            figures.count(Count.ORDERS_REPEATED, 1);
            send(attempt, seat, byHttp);
        }
    }

    /** An answer by a socket: RESERVED, or news of an order, which needs no look. */
    void onOrder(final ByteBuf frame, final int from, final int end, final String key) {
        final OrderAttempt attempt = key == null ? null : presses.find(key);
        if (attempt != null) {
            reserved(attempt, frame, from, end, Measure.ORDERS_SOCKET);
        }
    }

    /** A refusal of an order by a socket. */
    void onRefused(final ByteBuf frame, final int from, final int end, final String key) {
        final OrderAttempt attempt = key == null ? null : presses.find(key);
        if (attempt != null) {
            final int status = (int) JsonScan.number(frame, from, end, STATUS);
            refused(attempt, status, frame, from, end, Measure.ORDERS_SOCKET);
        }
    }

    private void send(final OrderAttempt attempt, final Seat seat, final boolean byHttp) {
        presses.await(attempt, () -> send(attempt, seat, true));
        if (byHttp || seat.socket() == null) {
            final String headers = seat.tokenHeader() + "Idempotency-Key: " + attempt.key() + "\r\n";
            lanes.send(
                    "POST",
                    "/api/v1/rooms/" + target.room() + "/orders",
                    headers,
                    "{" + linesOf(attempt) + "}",
                    (status, buffer, from, end) -> onHttp(attempt, status, buffer, from, end));
        } else {
            seat.socket().send("{\"t\":\"order\",\"key\":\"" + attempt.key() + "\"," + linesOf(attempt) + "}");
        }
    }

    private void onHttp(
            final OrderAttempt attempt, final int status, final ByteBuf body, final int from, final int end) {
        if (status == CREATED || status == OK) {
            reserved(attempt, body, from, end, Measure.ORDERS_HTTP);
        } else if (status == HttpAnswer.BROKEN) {
            figures.count(Count.ERRORS, 1);
        } else {
            refused(attempt, status, body, from, end, Measure.ORDERS_HTTP);
        }
    }

    private void reserved(
            final OrderAttempt attempt, final ByteBuf json, final int from, final int end, final Measure way) {
        final long order = JsonScan.number(json, from, end, ORDER);
        final long sequence = JsonScan.number(json, from, end, SEQUENCE);
        final long totalFen = JsonScan.number(json, from, end, TOTAL);
        if (order == JsonScan.NONE || sequence == JsonScan.NONE || totalFen == JsonScan.NONE) {
            figures.count(Count.ERRORS, 1);
            return;
        }
        if (presses.answer(attempt, OrderAttempt.State.RESERVED, "", order, sequence, way)) {
            delays.onAnswer(sequence);
            think(attempt, totalFen);
        }
    }

    private void refused(
            final OrderAttempt attempt,
            final int status,
            final ByteBuf json,
            final int from,
            final int end,
            final Measure way) {
        final String code = JsonScan.text(json, from, end, CODE);
        final long sequence = JsonScan.number(json, from, end, SEQUENCE);
        final boolean isShed = status == TOO_MANY_REQUESTS || status >= SERVER_ERROR;
        presses.answer(
                attempt,
                isShed ? OrderAttempt.State.SHED : OrderAttempt.State.REFUSED,
                code == null ? "HTTP_" + status : code,
                0,
                sequence == JsonScan.NONE ? 0 : sequence,
                way);
    }

    private void think(final OrderAttempt attempt, final long totalFen) {
        final double mood = random.nextDouble();
        final long thinkMs = random.nextLong(crowd.thinkFromMs(), crowd.thinkToMs() + 1);
        if (mood < crowd.payShare()) {
            final long meantNs = clock.nowNs() + thinkMs * 1_000_000;
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

    private static String linesOf(final OrderAttempt attempt) {
        final StringBuilder lines = new StringBuilder("\"lines\":[");
        for (int i = 0; i < attempt.lines(); i++) {
            lines.append(i == 0 ? "" : ",")
                    .append("{\"offer\":")
                    .append(attempt.offer(i))
                    .append(",\"quantity\":")
                    .append(attempt.quantity(i))
                    .append('}');
        }
        return lines.append(']').toString();
    }
}
