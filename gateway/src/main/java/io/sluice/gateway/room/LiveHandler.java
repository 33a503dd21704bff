package io.sluice.gateway.room;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.util.CharsetUtil;
import io.sluice.gateway.admission.Admission;
import io.sluice.gateway.admission.Identity;
import io.sluice.gateway.admission.Ticket;
import io.sluice.gateway.http.LiveEndpoint;
import io.sluice.gateway.http.Problem;
import io.sluice.gateway.http.ProblemCode;
import io.sluice.gateway.link.EngineClient;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.share.ShareCodec;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.http.WebSocketFrameType;
import io.vertx.core.internal.buffer.BufferInternal;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes live connections and hears what comes over them. One an event loop, on that event loop only. */
public final class LiveHandler implements LiveEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(LiveHandler.class);

    /** Bytes of one message of a viewer, whole. */
    public static final int MAX_MESSAGE_BYTES = 4_096;

    /**
     * Bytes of one frame that the server's options have to let through. Netty cuts the line without a word at a longer
     * one; up to here the viewer is told 1009.
     */
    public static final int MAX_FRAME_BYTES = 2 * MAX_MESSAGE_BYTES;

    private static final short BINARY_MESSAGE = 1003;
    private static final short NOT_UTF_8 = 1007;
    private static final short MESSAGE_TOO_BIG = 1009;
    private static final short INTERNAL = 1011;
    private static final int FULL_RETRY_SECONDS = 5;
    private static final int STOPPING_RETRY_SECONDS = 3;

    private final LiveRooms rooms;
    private final RoomRegistry registry;
    private final ClientFrames frames;
    private final byte[] message = new byte[MAX_MESSAGE_BYTES];

    /**
     * The handler of one event loop.
     *
     * @param registry    of the same event loop.
     * @param client      of the same event loop.
     * @param admission   shared by all event loops.
     * @param shares      of the same event loop.
     * @param engine      its boards, and what an answer's record survives.
     */
    public LiveHandler(
            final LiveRooms rooms,
            final RoomRegistry registry,
            final EngineClient client,
            final Admission admission,
            final ShareCodec shares,
            final EnginePort engine) {
        this.rooms = rooms;
        this.registry = registry;
        frames = new ClientFrames(rooms, registry, client, admission, shares, new OwnFrames(registry, client, engine));
    }

    @Override
    public Problem refusal(final long room) {
        if (rooms.isStopping()) {
            return new Problem(ProblemCode.STOPPING, "Another server will take over.")
                    .retryAfterSeconds(STOPPING_RETRY_SECONDS);
        }
        if (rooms.room(room) == null) {
            return new Problem(ProblemCode.ROOM_UNKNOWN, "There is no room " + room + ".");
        }
        if (!rooms.hasPlace()) {
            return new Problem(ProblemCode.ROOM_FULL, "As many are connected as this server takes.")
                    .retryAfterSeconds(FULL_RETRY_SECONDS);
        }
        return null;
    }

    @Override
    public void join(final HttpServerRequest request, final Ticket ticket) {
        rooms.takePlace();
        request.toWebSocket()
                .onSuccess(socket -> open(new ViewerSocket(socket, request.connection()), socket, ticket))
                .onFailure(broken -> rooms.giveBackPlace());
    }

    private void open(final ViewerSocket socket, final ServerWebSocket webSocket, final Ticket ticket) {
        final Identity identity = ticket.identity();
        final LiveViewer viewer = new LiveViewer(
                registry,
                socket,
                rooms.room(ticket.room()),
                identity.subject(),
                MaskedNames.of(identity.subject(), identity.name()),
                identity.expiresAtMs(),
                identity.role());
        webSocket.frameHandler(frame -> onFrame(viewer, frame));
        webSocket.closeHandler(closed -> registry.leave(viewer));
        // A broken connection is closed by Vert.x, which is all there is to do about it.
        webSocket.exceptionHandler(broken -> {});
        registry.join(viewer);
        if (rooms.isStopping()) {
            registry.dismiss(viewer, Farewell.STOPPING);
        }
    }

    private void onFrame(final LiveViewer viewer, final WebSocketFrame frame) {
        if (viewer.isGone()) {
            if (frame.type() == WebSocketFrameType.PING) {
                viewer.socket().cutIfBehind();
            }
            return;
        }
        viewer.heard(registry.nowMs());
        switch (frame.type()) {
            case TEXT, CONTINUATION ->
                onText(viewer, ((BufferInternal) frame.binaryData()).getByteBuf(), frame.isFinal());
            case BINARY -> registry.cut(viewer, BINARY_MESSAGE, "text only");
            case PONG -> rooms.counters().increment(RoomCounter.PONGS_HEARD);
            case PING -> onPing(viewer);
            case CLOSE -> {
                // Vert.x answers it.
            }
        }
    }

    /** Vert.x answers each ping, and its queue of answers has no bound: who floods it or does not read them is let go. */
    private void onPing(final LiveViewer viewer) {
        if (!viewer.takePing(rooms.nowMs())) {
            registry.dismiss(viewer, Farewell.TOO_FAST);
        } else if (viewer.socket().isBehind()) {
            rooms.counters().increment(RoomCounter.CLOSED_SLOW);
            registry.dismiss(viewer, Farewell.TOO_SLOW);
        }
    }

    private void onText(final LiveViewer viewer, final ByteBuf part, final boolean isFinal) {
        final byte[] begun = viewer.takePart();
        final int length = begun.length + part.readableBytes();
        if (length > MAX_MESSAGE_BYTES) {
            registry.cut(viewer, MESSAGE_TOO_BIG, "at most " + MAX_MESSAGE_BYTES + " bytes");
            return;
        }
        System.arraycopy(begun, 0, message, 0, begun.length);
        part.getBytes(part.readerIndex(), message, begun.length, part.readableBytes());
        if (!isFinal) {
            viewer.keepPart(Arrays.copyOf(message, length));
        } else if (isUtf8(length)) {
            onMessage(viewer, length);
        } else {
            registry.cut(viewer, NOT_UTF_8, "not UTF-8");
        }
    }

    /** Whoever sent what a bug of ours left without an answer shall not wait for one. */
    private void onMessage(final LiveViewer viewer, final int length) {
        try {
            frames.onText(viewer, message, length);
        } catch (final RuntimeException e) {
            LOG.error("a frame of viewer {} failed", viewer.id(), e);
            registry.cut(viewer, INTERNAL, "internal");
        }
    }

    private boolean isUtf8(final int length) {
        return ByteBufUtil.isText(Unpooled.wrappedBuffer(message, 0, length), CharsetUtil.UTF_8);
    }
}
