package io.sluice.gateway.room;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.TimeUnit;

/**
 * The transport of one live connection, and the only class that knows it. Frames are written to the Netty channel as
 * they lie in memory, past Vert.x's queue and past the encoder, which lets bytes through; Vert.x keeps the reading and the
 * closing. On its own event loop only.
 */
// A write that fails closes the channel, and that is heard: its future has nothing to add.
@SuppressWarnings("FutureReturnValueIgnored")
final class ViewerSocket {
    private static final int CLOSE_TIMEOUT_SECONDS = 5;
    private static final String VERTX_HANDLER = "handler";

    private final ServerWebSocket webSocket;
    private final ChannelHandlerContext context;
    private final Channel channel;

    /**
     * A connection that was just upgraded.
     *
     * @param connection what the upgrade's request came over.
     */
    ViewerSocket(final ServerWebSocket webSocket, final HttpConnection connection) {
        this.webSocket = webSocket;
        channel = ((ConnectionBase) connection).channel();
        context = channel.pipeline().context(VERTX_HANDLER);
    }

    /** Whether more waits to be sent than the channel's high-water mark allows (64 KiB by default). */
    boolean isBehind() {
        return !channel.isWritable();
    }

    /** Runs a task in the event loop's next turn, behind what can be read by then; what is executed runs in this turn still. */
    void onNextTurn(final Runnable task) {
        channel.eventLoop().schedule(task, 1, TimeUnit.NANOSECONDS);
    }

    /** Writes a frame that others get as well; the caller keeps its reference. */
    void writeShared(final ByteBuf frame) {
        if (channel.isActive()) {
            context.writeAndFlush(frame.retainedDuplicate(), context.voidPromise());
        }
    }

    /** Writes a frame and takes its reference; the listener hears when it has left or failed. */
    void write(final ByteBuf frame, final ChannelFutureListener listener) {
        context.writeAndFlush(frame).addListener(listener);
    }

    /** Writes a frame and takes its reference. */
    void write(final ByteBuf frame) {
        if (channel.isActive()) {
            context.writeAndFlush(frame, context.voidPromise());
        } else {
            frame.release();
        }
    }

    /** Closes with a close frame, and cuts the line when the peer does not take it in time. */
    void close(final short code, final String reason) {
        if (!channel.isActive()) {
            return;
        }
        if (isBehind()) {
            // Vert.x would queue its close frame and never come to the end of it.
            context.writeAndFlush(WireFrames.close(code, reason)).addListener(left -> cut());
        } else {
            webSocket.close(code, reason);
        }
        channel.eventLoop().schedule(this::cut, CLOSE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    /** Cuts the line of who makes us write and does not read, even while a close frame is on its way. */
    void cutIfBehind() {
        if (isBehind()) {
            cut();
        }
    }

    /** Closes below Vert.x's handler, which would take its time for a close frame of its own. */
    private void cut() {
        context.close();
    }
}
