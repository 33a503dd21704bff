package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A viewer at the other end of a room's live connection. Sends from one thread at a time. */
final class LiveViewer implements Buyer, WebSocket.Listener {
    private static final int PATIENCE_SECONDS = 30;
    private static final int CREATED = 201;
    private static final int OK = 200;

    private final long viewer;
    private final String token;
    private final BlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
    private final Map<String, CompletableFuture<ShopAnswer>> waiting = new ConcurrentHashMap<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private WebSocket socket;

    private LiveViewer(final long viewer, final String token) {
        this.viewer = viewer;
        this.token = token;
    }

    /** Takes a ticket and joins; returns when the room's picture is there. */
    static LiveViewer join(final ShopClient shop, final long viewer, final long room) {
        final LiveViewer joined = new LiveViewer(viewer, shop.viewer(viewer));
        final String ticket = shop.ticket(joined.token, room);
        joined.socket = shop.client()
                .newWebSocketBuilder()
                .buildAsync(URI.create(shop.uri("ws", "/rooms/" + room + "/live?ticket=" + ticket)), joined)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        joined.await("room");
        return joined;
    }

    @Override
    public long viewer() {
        return viewer;
    }

    @Override
    public String token() {
        return token;
    }

    @Override
    public CompletableFuture<ShopAnswer> order(final String key, final JsonObject order) {
        final CompletableFuture<ShopAnswer> answer = new CompletableFuture<>();
        waiting.put(key, answer);
        if (closed.isDone()) {
            answer.completeExceptionally(new IOException("the connection is closed"));
        }
        // Not behind the sending: one that never ends must not hide that the connection did.
        send(order.copy().put("t", "order").put("key", key).encode()).exceptionally(failure -> fail(answer, failure));
        return answer;
    }

    private static WebSocket fail(final CompletableFuture<ShopAnswer> answer, final Throwable failure) {
        answer.completeExceptionally(failure);
        return null;
    }

    CompletableFuture<WebSocket> send(final String frame) {
        return socket.sendText(frame, true);
    }

    /** The next frame of this kind, whatever comes before it. */
    JsonObject await(final String kind) {
        try {
            JsonObject frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            while (frame != null && !frame.getString("t").equals(kind)) {
                frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            assertThat(frame).as("a frame of kind " + kind).isNotNull();
            return frame;
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the end and tells the code it was closed with. */
    int closeCode() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public CompletionStage<?> onText(final WebSocket from, final CharSequence data, final boolean last) {
        text.append(data);
        if (last) {
            final JsonObject frame = new JsonObject(text.toString());
            text.setLength(0);
            answer(frame);
            frames.add(frame);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(final WebSocket from, final int code, final String reason) {
        closed.complete(code);
        failWaiting(new IOException("closed with " + code));
        return null;
    }

    @Override
    public void onError(final WebSocket from, final Throwable failure) {
        closed.completeExceptionally(failure);
        failWaiting(failure);
    }

    private void failWaiting(final Throwable cause) {
        waiting.values().forEach(answer -> answer.completeExceptionally(cause));
    }

    /** Where it is the answer to an order, hands it to who waits for it. */
    private void answer(final JsonObject frame) {
        final String key = frame.getString("key");
        final CompletableFuture<ShopAnswer> answer = key == null ? null : waiting.remove(key);
        if (answer == null) {
            return;
        }
        final boolean isReplayed = frame.getBoolean("replayed", false);
        final JsonObject body = frame.copy();
        body.remove("t");
        body.remove("key");
        body.remove("replayed");
        answer.complete(new ShopAnswer(frame.getInteger("status", isReplayed ? OK : CREATED), body, isReplayed));
    }
}
