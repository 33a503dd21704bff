package io.sluice.gateway.room;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.CharsetUtil;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The transport of one live connection: a WebSocket (RFC 6455) on a Netty channel, of which it is the only handler but TLS. With the
 * channel it is all that is kept of the connection, so that an idle viewer costs little. Frames are written as they lie in
 * memory. What comes is unmasked where it lies and handed on frame by frame. On its own event loop only.
 */
// A write that fails closes the channel, and that is heard: its future has nothing to add.
@SuppressWarnings("FutureReturnValueIgnored")
final class ViewerSocket extends ChannelDuplexHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ViewerSocket.class);

    static final short UNSUPPORTED = 1003;
    static final short NOT_UTF_8 = 1007;
    static final short MESSAGE_TOO_BIG = 1009;
    static final short INTERNAL = 1011;
    private static final short PROTOCOL_ERROR = 1002;

    private static final int CLOSE_TIMEOUT_SECONDS = 5;
    private static final ChannelFutureListener ENDS_OUTPUT = left -> {
        if (left.channel() instanceof DuplexChannel duplex) {
            duplex.shutdownOutput();
        }
    };

    private final SocketListener listener;
    private ChannelHandlerContext context;
    private Channel channel;
    private boolean isTls;
    private LiveViewer viewer;
    /** The beginning of a frame whose end has not come yet; null for none. */
    private byte[] begun;
    /** Whether a message has begun whose last frame has not come yet. */
    private boolean inMessage;

    private boolean closing;
    private boolean unflushed;
    /** Whether what comes cannot be told apart into frames any more. */
    private boolean deaf;

    /** One whose handshake is about to be answered. */
    ViewerSocket(final SocketListener listener) {
        this.listener = listener;
    }

    /** Whose connection it is; before the first byte comes. */
    void belongsTo(final LiveViewer owner) {
        viewer = owner;
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
            final ByteBuf own = frame.retainedDuplicate();
            // Where more waits behind it, TLS would write that into the frame's memory, which others are reading.
            channel.writeAndFlush(isTls ? own.asReadOnly() : own, channel.voidPromise());
        }
    }

    /** Writes a frame and takes its reference; the listener hears when it has left or failed. It may wait for {@link #flush}. */
    void write(final ByteBuf frame, final ChannelFutureListener left) {
        channel.write(frame).addListener(left);
    }

    /** Whether this is the first frame since the last {@link #flush} that waits for the next. */
    boolean beginsToWait() {
        final boolean first = !unflushed;
        unflushed = true;
        return first;
    }

    /** Sends what was written. */
    void flush() {
        unflushed = false;
        channel.flush();
    }

    /** Writes a frame and takes its reference. */
    void write(final ByteBuf frame) {
        if (channel.isActive()) {
            channel.writeAndFlush(frame, channel.voidPromise());
        } else {
            frame.release();
        }
    }

    /** Closes with a close frame, and cuts the line when the peer does not answer it in time. */
    void close(final short code, final String reason) {
        if (!channel.isActive() || closing) {
            return;
        }
        closing = true;
        final boolean wasBehind = isBehind();
        final ChannelFuture left = channel.writeAndFlush(WireFrames.close(code, reason));
        if (deaf) {
            // The peer's answer would not be heard. It has to end the connection, or this frame could be lost with what
            // is unread.
            left.addListener(ENDS_OUTPUT);
        } else if (wasBehind) {
            // The peer's answer is not waited for: it reads nothing, or too little.
            left.addListener(sent -> cut());
        }
        cutInTime();
    }

    /** Cuts the line of who makes us write and does not read, even while a close frame is on its way. */
    void cutIfBehind() {
        if (isBehind()) {
            cut();
        }
    }

    @Override
    public void handlerAdded(final ChannelHandlerContext added) {
        context = added;
        channel = added.channel();
        isTls = added.pipeline().get(SslHandler.class) != null;
    }

    /** A server that stops closes its channels: one that is closing has its time to send what waits, and to be answered. */
    @Override
    public void close(final ChannelHandlerContext at, final ChannelPromise promise) {
        if (closing) {
            channel.closeFuture().addListener(closed -> promise.trySuccess());
        } else {
            at.close(promise);
        }
    }

    @Override
    public void channelRead(final ChannelHandlerContext at, final Object message) {
        // What is left of the request is none.
        if (message instanceof ByteBuf bytes && !deaf) {
            onBytes(begun == null ? bytes : joined(bytes));
        } else {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelInactive(final ChannelHandlerContext at) {
        listener.onClosed(viewer);
    }

    @Override
    public void exceptionCaught(final ChannelHandlerContext at, final Throwable broken) {
        // What is no TLS comes wrapped.
        if (!(broken instanceof IOException) && !(broken.getCause() instanceof IOException)) {
            LOG.atError()
                    .addKeyValue("room", viewer.room().id())
                    .setCause(broken)
                    .log("the socket of viewer {} failed", viewer.id());
            listener.onWrong(viewer, INTERNAL, "internal");
        }
        if (!closing) {
            // A broken connection is closed, which is all there is to do about it.
            cut();
        }
    }

    private void cut() {
        context.close();
    }

    /** Whoever does not read would keep the connection for ever. */
    private void cutInTime() {
        channel.eventLoop().schedule(this::cut, CLOSE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    private ByteBuf joined(final ByteBuf bytes) {
        final ByteBuf both = Unpooled.buffer(begun.length + bytes.readableBytes());
        both.writeBytes(begun).writeBytes(bytes);
        bytes.release();
        begun = null;
        return both;
    }

    private void onBytes(final ByteBuf bytes) {
        try {
            while (!deaf && onFrame(bytes)) {
                // Frame by frame.
            }
            if (!deaf && bytes.isReadable()) {
                begun = ByteBufUtil.getBytes(bytes);
            }
        } finally {
            bytes.release();
        }
    }

    /** Reads the next frame; false when it has not come whole. */
    private boolean onFrame(final ByteBuf bytes) {
        final int head = ClientFrameHead.length(bytes);
        if (head == ClientFrameHead.INCOMPLETE) {
            return false;
        }
        final int first = ClientFrameHead.first(bytes);
        final long payload = ClientFrameHead.payload(bytes);
        if (ClientFrameHead.isWrong(bytes, inMessage)) {
            fail(PROTOCOL_ERROR, "protocol");
        } else if (payload > LiveHandler.MAX_MESSAGE_BYTES) {
            fail(MESSAGE_TOO_BIG, "at most " + LiveHandler.MAX_MESSAGE_BYTES + " bytes");
        } else if (bytes.readableBytes() < head + payload) {
            return false;
        } else {
            final int from = bytes.readerIndex() + head;
            ClientFrameHead.unmask(bytes, from, (int) payload);
            bytes.skipBytes(head + (int) payload);
            onFrame(first, bytes.slice(from, (int) payload));
        }
        return true;
    }

    private void onFrame(final int first, final ByteBuf payload) {
        final boolean isFinal = (first & ClientFrameHead.FINAL) != 0;
        switch (first & ClientFrameHead.OPCODE) {
            case ClientFrameHead.CONTINUATION, ClientFrameHead.TEXT -> {
                inMessage = !isFinal;
                listener.onText(viewer, payload, isFinal);
            }
            case ClientFrameHead.BINARY -> {
                inMessage = !isFinal;
                listener.onBinary(viewer);
            }
            case ClientFrameHead.PING -> listener.onPing(viewer, payload);
            case ClientFrameHead.PONG -> listener.onPong(viewer);
            default -> onClose(payload);
        }
    }

    /** The second close frame of the two ends the connection. */
    private void onClose(final ByteBuf payload) {
        if (closing) {
            cut();
            return;
        }
        final int code = payload.isReadable() ? payload.getUnsignedShort(payload.readerIndex()) : 0;
        if (payload.isReadable() && !ClientFrameHead.isCloseCode(code)) {
            fail(PROTOCOL_ERROR, "protocol");
        } else if (!ByteBufUtil.isText(
                payload.skipBytes(Math.min(payload.readableBytes(), Short.BYTES)), CharsetUtil.UTF_8)) {
            fail(NOT_UTF_8, "not UTF-8");
        } else {
            closing = true;
            listener.onClosed(viewer);
            channel.writeAndFlush(WireFrames.closed(code)).addListener(sent -> cut());
            cutInTime();
        }
    }

    /** Where the next frame begins is not known, or not waited for: nothing more is read. */
    private void fail(final short code, final String reason) {
        deaf = true;
        begun = null;
        listener.onWrong(viewer, code, reason);
    }
}
