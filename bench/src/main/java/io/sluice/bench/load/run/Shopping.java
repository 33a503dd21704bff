package io.sluice.bench.load.run;

import io.netty.buffer.ByteBuf;
import io.sluice.bench.load.Count;
import io.sluice.bench.load.Crowd;
import io.sluice.bench.load.Measure;
import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.OrderAttempt;
import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.client.HttpAnswer;
import io.sluice.bench.load.client.HttpLanes;
import io.sluice.bench.load.client.JsonScan;
import io.sluice.bench.load.client.LiveSocket;
import io.sluice.gateway.http.ProblemCode;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** What viewers do at the button: press, press twice, hear what came of it. On the loop's thread. */
final class Shopping {
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int CLIENT_ERROR = 400;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;
    private static final byte[] ORDER = JsonScan.field("order");
    private static final byte[] SEQUENCE = JsonScan.field("sequence");
    private static final byte[] TOTAL = JsonScan.field("totalFen");
    private static final byte[] CODE = JsonScan.field("code");
    private static final byte[] STATUS = JsonScan.field("status");
    /** The codes by which the server promises that nothing was ordered, under pressure. */
    private static final Set<String> SHEDDING = Arrays.stream(ProblemCode.values())
            .filter(code -> code.status() == TOO_MANY_REQUESTS || code.status() == UNAVAILABLE)
            .map(ProblemCode::name)
            .collect(Collectors.toUnmodifiableSet());

    private final Crowd crowd;
    private final Measurements figures;
    private final HttpLanes lanes;
    private final String ordersPath;
    private final Swarm swarm;
    private final Presses presses;
    private final Paying paying;
    private final DelayWatch delays;
    private final Heat heat;
    private final SplittableRandom random;

    Shopping(
            final Scenario scenario,
            final LoadTarget target,
            final Measurements figures,
            final HttpLanes lanes,
            final Swarm swarm,
            final Presses presses,
            final Paying paying,
            final DelayWatch delays,
            final SplittableRandom random) {
        this.crowd = scenario.crowd();
        this.figures = figures;
        this.lanes = lanes;
        this.swarm = swarm;
        this.presses = presses;
        this.paying = paying;
        this.delays = delays;
        this.random = random;
        ordersPath = "/api/v1/rooms/" + target.room() + "/orders";
        heat = Heat.of(scenario, target.offers());
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
        Arrays.fill(quantities, 1);
        final OrderAttempt attempt = presses.press(crowd.firstViewer() + seat.viewer(), offers, quantities, meantNs);
        final boolean byHttp = random.nextDouble() < crowd.httpShare();
        final boolean twice = random.nextDouble() < crowd.twiceShare();
        presses.await(attempt, () -> sendByHttp(attempt, seat));
        send(attempt, seat, byHttp);
        if (twice) {
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
        final LiveSocket socket = seat.socket();
        if (byHttp || socket == null) {
            sendByHttp(attempt, seat);
        } else {
            presses.sentBySocket(attempt, socket::hasEnded);
            socket.send("{\"t\":\"order\",\"key\":\"" + attempt.key() + "\"," + linesOf(attempt) + "}");
        }
    }

    private void sendByHttp(final OrderAttempt attempt, final Seat seat) {
        attempt.sent();
        final String headers = seat.tokenHeader() + "Idempotency-Key: " + attempt.key() + "\r\n";
        final String body = "{" + linesOf(attempt) + "}";
        lanes.send(
                "POST",
                ordersPath,
                headers,
                body,
                (status, buffer, from, end) -> onHttp(attempt, status, buffer, from, end));
    }

    private void onHttp(
            final OrderAttempt attempt, final int status, final ByteBuf body, final int from, final int end) {
        if (status == CREATED || status == OK) {
            reserved(attempt, body, from, end, Measure.ORDERS_HTTP);
        } else if (HttpAnswer.isBroken(status)) {
            figures.count(Count.ERRORS, 1);
            attempt.broke(1);
            if (status == HttpAnswer.UNHEARD) {
                presses.repeatAtOnce(attempt);
            }
        } else if (status != HttpAnswer.LATE) {
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
            delays.onAnswer(sequence, attempt.meantNs());
            paying.think(attempt, totalFen);
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
        final OrderAttempt.State state = stateOf(status, code);
        if (state == OrderAttempt.State.SENT) {
            // Whether it was ordered nobody knows; it is sent again with its key when its time has come.
            figures.count(Count.ERRORS, 1);
            attempt.answeredUnclearly();
            return;
        }
        final long sequence = JsonScan.number(json, from, end, SEQUENCE);
        presses.answer(
                attempt,
                state,
                // Each press keeps its own, and there are a few of them only.
                code == null ? "HTTP_" + status : code.intern(),
                0,
                sequence == JsonScan.NONE ? 0 : sequence,
                way);
    }

    /** What a viewer knows by such an answer; {@code SENT} when it says nothing for good. */
    static OrderAttempt.State stateOf(final int status, final String code) {
        if (code != null && SHEDDING.contains(code) && (status == TOO_MANY_REQUESTS || status == UNAVAILABLE)) {
            return OrderAttempt.State.SHED;
        }
        final boolean isRule = status >= CLIENT_ERROR && status < SERVER_ERROR && status != TOO_MANY_REQUESTS;
        return isRule ? OrderAttempt.State.REFUSED : OrderAttempt.State.SENT;
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
