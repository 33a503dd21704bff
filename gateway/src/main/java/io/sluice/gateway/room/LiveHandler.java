package io.sluice.gateway.room;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.util.CharsetUtil;
import io.sluice.gateway.admission.Admission;
import io.sluice.gateway.admission.Identity;
import io.sluice.gateway.admission.MaskedNames;
import io.sluice.gateway.admission.Ticket;
import io.sluice.gateway.http.LiveEndpoint;
import io.sluice.gateway.http.Problem;
import io.sluice.gateway.http.ProblemCode;
import io.sluice.gateway.link.EngineClient;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.share.ShareCodec;
import io.sluice.gateway.trace.OrderTraces;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes live connections and hears what comes over them. One an event loop, on that event loop only. */
public final class LiveHandler implements LiveEndpoint, SocketListener {
    private static final Logger LOG = LoggerFactory.getLogger(LiveHandler.class);

    /** Bytes of one message of a viewer, whole. */
    public static final int MAX_MESSAGE_BYTES = 4_096;

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
     * @param traces      shared by all event loops.
     */
    public LiveHandler(
            final LiveRooms rooms,
            final RoomRegistry registry,
            final EngineClient client,
            final Admission admission,
            final ShareCodec shares,
            final EnginePort engine,
            final OrderTraces traces) {
        this.rooms = rooms;
        this.registry = registry;
        final OwnFrames answers = new OwnFrames(registry, client, engine, rooms.frames());
        frames = new ClientFrames(rooms, registry, client, admission, shares, answers, traces);
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
        final Identity identity = ticket.identity();
        final ViewerSocket socket = new ViewerSocket(this);
        final LiveViewer viewer = new LiveViewer(
                registry,
                socket,
                rooms.room(ticket.room()),
                identity.subject(),
                MaskedNames.of(identity.subject(), identity.name()),
                identity.expiresAtMs(),
                identity.role());
        socket.belongsTo(viewer);
        final Handshake handshake = new Handshake(request);
        handshake.accept(socket);
        rooms.takePlace();
        registry.join(viewer);
        handshake.listen();
        if (rooms.isStopping()) {
            registry.dismiss(viewer, Farewell.STOPPING);
        }
    }

    @Override
    public void onBinary(final LiveViewer viewer) {
        registry.cut(viewer, ViewerSocket.UNSUPPORTED, "text only");
    }

    @Override
    public void onPong(final LiveViewer viewer) {
        if (!viewer.isGone()) {
            viewer.heard(registry.nowMs());
            rooms.counters().increment(RoomCounter.PONGS_HEARD);
        }
    }

    /** Each ping is answered: who floods with them, or does not read the answers, is let go. */
    @Override
    public void onPing(final LiveViewer viewer, final ByteBuf payload) {
        if (viewer.isGone()) {
            viewer.socket().cutIfBehind();
            return;
        }
        viewer.heard(registry.nowMs());
        if (!viewer.takePing(rooms.nowMs())) {
            registry.dismiss(viewer, Farewell.TOO_FAST);
        } else if (viewer.socket().isBehind()) {
            rooms.counters().increment(RoomCounter.CLOSED_SLOW);
            registry.dismiss(viewer, Farewell.TOO_SLOW);
        } else {
            viewer.socket().write(WireFrames.pong(payload));
        }
    }

    @Override
    public void onWrong(final LiveViewer viewer, final short code, final String reason) {
        registry.cut(viewer, code, reason);
    }

    @Override
    public void onClosed(final LiveViewer viewer) {
        registry.leave(viewer);
    }

    @Override
    public void onText(final LiveViewer viewer, final ByteBuf part, final boolean isFinal) {
        if (viewer.isGone()) {
            return;
        }
        viewer.heard(registry.nowMs());
        final byte[] begun = viewer.takePart();
        final int length = begun.length + part.readableBytes();
        if (length > MAX_MESSAGE_BYTES) {
            registry.cut(viewer, ViewerSocket.MESSAGE_TOO_BIG, "at most " + MAX_MESSAGE_BYTES + " bytes");
            return;
        }
        System.arraycopy(begun, 0, message, 0, begun.length);
        part.getBytes(part.readerIndex(), message, begun.length, part.readableBytes());
        if (!isFinal) {
            viewer.keepPart(Arrays.copyOf(message, length));
        } else if (isUtf8(length)) {
            onMessage(viewer, length);
        } else {
            registry.cut(viewer, ViewerSocket.NOT_UTF_8, "not UTF-8");
        }
    }

    /** Whoever sent what a bug of ours left without an answer shall not wait for one. */
    private void onMessage(final LiveViewer viewer, final int length) {
        try {
            frames.onText(viewer, message, length);
        } catch (final RuntimeException e) {
            LOG.atError()
                    .addKeyValue("room", viewer.room().id())
                    .setCause(e)
                    .log("a frame of viewer {} failed", viewer.id());
            registry.cut(viewer, ViewerSocket.INTERNAL, "internal");
        }
    }

    private boolean isUtf8(final int length) {
        return ByteBufUtil.isText(Unpooled.wrappedBuffer(message, 0, length), CharsetUtil.UTF_8);
    }
}
