package io.sluice.ops.demo;

import io.vertx.core.Future;
import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One viewer of the crowd: a token and, for who watches live, a socket that comes back when it is lost. Used by the
 * crowd's event loop only.
 */
final class CrowdViewer {
    /** Close codes after which the protocol forbids to come back by oneself. */
    private static final Set<Integer> FINAL_CODES = Set.of(1003, 1007, 1009, 4400, 4409);

    private static final long SETTLED_NS = TimeUnit.SECONDS.toNanos(30);

    /** Broadcast frames, by far the most; nobody in the crowd reads them. */
    private static final Set<String> UNREAD = Set.of("{\"t\":\"tick\"", "{\"t\":\"room\"");

    private static final int KIND_LENGTH = "{\"t\":\"tick\"".length();

    private final CrowdServer server;
    private final long viewer;
    private final String handle;
    private final Consumer<JsonObject> frames;
    private final Backoff backoff;
    private final CrowdCoupons coupons = new CrowdCoupons();
    private Future<String> token;
    private WebSocket socket;
    private boolean holdsSocket;
    private boolean left;
    private long openedNs;
    private long byeMs;

    /**
     * @param frames takes every frame that is the viewer's own
     */
    CrowdViewer(final CrowdServer server, final long viewer, final String handle, final Consumer<JsonObject> frames) {
        this.server = server;
        this.viewer = viewer;
        this.handle = handle;
        this.frames = frames;
        backoff = server.backoff();
    }

    CrowdCoupons coupons() {
        return coupons;
    }

    /** Opens a socket, if there is one to be had. */
    void watch() {
        holdsSocket = server.takeSocket();
        if (holdsSocket) {
            connect();
        }
    }

    /** The viewer's token, asked for once; again after a failure. */
    Future<String> token() {
        if (token == null || token.failed()) {
            token = server.token(viewer, handle);
        }
        return token;
    }

    /** Sends a frame; false where no socket is open. */
    boolean send(final JsonObject frame) {
        if (socket == null || socket.isClosed() || socket.writeQueueFull()) {
            return false;
        }
        socket.writeTextMessage(frame.encode());
        return true;
    }

    /** Leaves; what is under way for the viewer's orders goes on. */
    void leave() {
        left = true;
        if (socket != null) {
            socket.close();
        } else {
            release();
        }
    }

    private void connect() {
        if (left) {
            release();
        } else if (server.isPausing()) {
            server.after(backoff.nextMs(0), this::connect);
        } else {
            token().compose(server::connect).onSuccess(this::onOpen).onFailure(this::onRefused);
        }
    }

    private void onOpen(final WebSocket opened) {
        server.tally().increment(CrowdCounter.SOCKETS_OPENED);
        socket = opened;
        openedNs = System.nanoTime();
        byeMs = 0;
        opened.textMessageHandler(this::onMessage);
        // What breaks a connection also closes it, and the close is what counts.
        opened.exceptionHandler(cause -> {});
        opened.closeHandler(closed -> onClose(opened));
        if (left) {
            opened.close();
        }
    }

    private void onMessage(final String message) {
        if (message.length() >= KIND_LENGTH && UNREAD.contains(message.substring(0, KIND_LENGTH))) {
            return;
        }
        final JsonObject frame = new JsonObject(message);
        if ("bye".equals(frame.getString("t"))) {
            byeMs = frame.getLong("reconnectAfterMs", 0L);
        } else {
            frames.accept(frame);
        }
    }

    private void onClose(final WebSocket closed) {
        socket = null;
        if (left) {
            release();
            return;
        }
        server.tally().increment(CrowdCounter.SOCKETS_LOST);
        if (System.nanoTime() - openedNs > SETTLED_NS) {
            backoff.reset();
        }
        final Short code = closed.closeStatusCode();
        if (code != null && FINAL_CODES.contains(code.intValue())) {
            release();
        } else {
            server.after(backoff.nextMs(byeMs), this::connect);
        }
    }

    private void onRefused(final Throwable cause) {
        final long askedMs = cause instanceof DemoApi.RefusedException refused ? refused.retryAfterMs() : 0;
        server.after(backoff.nextMs(askedMs), this::connect);
    }

    private void release() {
        if (holdsSocket) {
            holdsSocket = false;
            server.returnSocket();
        }
    }
}
