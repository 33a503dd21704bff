package io.sluice.ops.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.SplittableRandom;

/**
 * The server as the crowd sees it: requests, sockets, and the pause a server under pressure asks for. Used by the
 * crowd's event loop only.
 */
final class CrowdServer {
    /** The room's picture is one message; a tick is far smaller. */
    private static final int MAX_MESSAGE_BYTES = 1 << 20;

    private final Vertx vertx;
    private final CrowdOptions options;
    private final CrowdTally tally;
    private final DemoApi api;
    private final ShareCodes shares;
    private final WebSocketClient sockets;
    private final SplittableRandom random;
    private final Backoff pressure;
    private final String room;
    private int socketsTaken;
    private boolean pausing;

    CrowdServer(final Vertx vertx, final CrowdOptions options, final long room, final CrowdTally tally) {
        this.vertx = vertx;
        this.options = options;
        this.tally = tally;
        this.room = "/rooms/" + room;
        random = new SplittableRandom(options.getSeed());
        pressure = backoff();
        api = new DemoApi(vertx, options.getHost(), options.getPort());
        shares = new ShareCodes(api, room);
        sockets = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxConnections(Math.max(1, options.getMaxSockets()))
                .setMaxFrameSize(MAX_MESSAGE_BYTES)
                .setMaxMessageSize(MAX_MESSAGE_BYTES));
    }

    Backoff backoff() {
        return new Backoff(random.split());
    }

    CrowdTally tally() {
        return tally;
    }

    /** Whether the server asked everybody to wait. */
    boolean isPausing() {
        return pausing;
    }

    /** Grants one of the sockets, or refuses for good. */
    boolean takeSocket() {
        if (socketsTaken == options.getMaxSockets()) {
            return false;
        }
        socketsTaken++;
        return true;
    }

    void returnSocket() {
        socketsTaken--;
    }

    void after(final long delayMs, final Runnable step) {
        vertx.setTimer(Math.max(1, delayMs), id -> step.run());
    }

    Future<String> token(final long viewer, final String handle) {
        return api.token("viewer", viewer, handle).onFailure(cause -> {
            if (cause instanceof DemoApi.RefusedException refused && refused.isBusy()) {
                pause(refused.retryAfterMs());
            } else {
                tally.increment(CrowdCounter.FAILED);
            }
        });
    }

    /** The codes the crowd comes by. */
    ShareCodes shares() {
        return shares;
    }

    /** Places an order over HTTP. */
    Future<DemoApi.Answer> order(final String token, final String key, final JsonObject body) {
        return post(room + "/orders", token, key, body);
    }

    /** Posts; a busy answer is an answer, and everybody pauses where the server itself is under pressure. */
    Future<DemoApi.Answer> post(final String path, final String token, final String key, final JsonObject body) {
        return send(HttpMethod.POST, path, token, key, body);
    }

    /** The same with another method. */
    Future<DemoApi.Answer> send(
            final HttpMethod method, final String path, final String token, final String key, final JsonObject body) {
        return api.send(method, path, token, key, body)
                .onSuccess(this::heed)
                .onFailure(cause -> tally.increment(CrowdCounter.FAILED));
    }

    /** Opens a socket with a fresh ticket; the caller holds one of {@link #takeSocket()}. */
    Future<WebSocket> connect(final String token) {
        return post(room + "/tickets", token, "", null)
                .compose(answer -> answer.isSuccess()
                        ? sockets.connect(new WebSocketConnectOptions()
                                .setHost(options.getHost())
                                .setPort(options.getPort())
                                .setURI(DemoApi.BASE_PATH + room + "/live?ticket="
                                        + answer.body().getString("ticket")))
                        : Future.failedFuture(new DemoApi.RefusedException(answer)));
    }

    Future<Void> close() {
        return sockets.close().eventually(api::close);
    }

    private void heed(final DemoApi.Answer answer) {
        if (answer.isBusy()) {
            tally.increment(CrowdCounter.BUSY);
        }
        if (answer.status() == 503) {
            pause(answer.retryAfterMs());
        } else if (answer.isSuccess() && !pausing) {
            pressure.reset();
        }
    }

    private void pause(final long askedMs) {
        if (!pausing) {
            pausing = true;
            after(pressure.nextMs(askedMs), () -> pausing = false);
        }
    }
}
