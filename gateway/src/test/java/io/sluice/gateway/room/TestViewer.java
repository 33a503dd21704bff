package io.sluice.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.http.WebSocketFrameType;
import io.vertx.core.http.impl.ws.WebSocketFrameImpl;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A viewer at the other end of a live connection. Every frame it is given has to be of the contract. */
final class TestViewer {
    private static final int PATIENCE_SECONDS = 20;

    private final WebSocket socket;
    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Short> closed = new CompletableFuture<>();

    TestViewer(final WebSocket socket) {
        this.socket = socket;
        socket.textMessageHandler(frames::add);
        socket.closeHandler(end -> closed.complete(socket.closeStatusCode()));
    }

    /** The next frame. */
    JsonNode next() {
        try {
            final String frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(frame).as("a frame").isNotNull();
            return LiveSchema.read(frame);
        } catch (final InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next frame, which has to be of this kind. */
    JsonNode next(final String kind) {
        final JsonNode frame = next();
        assertThat(frame.get("t").asText()).as("the kind of " + start(frame)).isEqualTo(kind);
        return frame;
    }

    /** The next frame of this kind, whatever comes before it. */
    JsonNode await(final String kind) {
        JsonNode frame = next();
        while (!frame.get("t").asText().equals(kind)) {
            frame = next();
        }
        return frame;
    }

    /** The next frame of this kind that has this field. */
    JsonNode awaitWith(final String kind, final String field) {
        JsonNode frame = await(kind);
        while (!frame.has(field)) {
            frame = await(kind);
        }
        return frame;
    }

    private static String start(final JsonNode frame) {
        final String text = frame.toString();
        return text.substring(0, Math.min(text.length(), 200));
    }

    void send(final String frame) {
        socket.writeTextMessage(frame);
    }

    void sendBinary(final byte[] bytes) {
        socket.writeBinaryMessage(Buffer.buffer(bytes));
    }

    /** Sends bytes as a text frame, UTF-8 or not, whole or only the beginning of a message. */
    void sendText(final byte[] bytes, final boolean isFinal) {
        socket.writeFrame(new WebSocketFrameImpl(WebSocketFrameType.TEXT, bytes, isFinal));
    }

    void sendRest(final String text) {
        socket.writeFrame(WebSocketFrame.continuationFrame(Buffer.buffer(text), true));
    }

    /** Asks, below the frames of the contract, whether the server is there. */
    void pingTransport() {
        socket.writePing(Buffer.buffer("x"));
    }

    /** Reads nothing more for the time being. */
    void stopReading() {
        socket.pause();
    }

    void readAgain() {
        socket.resume();
    }

    /** The code the connection was closed with. */
    int closeCode() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    void leave() {
        socket.close();
    }
}
