package io.sluice.bench.load.client;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import java.io.IOException;
import java.util.function.Consumer;

/** The one handler of all sockets: the answer to the upgrade first, then frames. On the loop's thread. */
// What becomes of a write is seen by what comes back, or by the connection's end.
@SuppressWarnings("FutureReturnValueIgnored")
@Sharable
final class LiveHandler extends ChannelInboundHandlerAdapter {
    /** The socket of a channel. */
    static final AttributeKey<LiveSocket> SOCKET = AttributeKey.valueOf(LiveHandler.class, "socket");

    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int OPCODE_BITS = 0x0F;
    private static final int LENGTH_BITS = 0x7F;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;

    private final HttpHead head = new HttpHead();
    private final Consumer<Throwable> bugs;

    LiveHandler(final Consumer<Throwable> bugs) {
        this.bugs = bugs;
    }

    @Override
    public void channelRead(final ChannelHandlerContext context, final Object message) {
        final LiveSocket socket = context.channel().attr(SOCKET).get();
        final ByteBuf bytes = socket.join((ByteBuf) message);
        if (socket.isUpgraded() || upgrade(context, socket, bytes)) {
            frames(context, socket, bytes);
        }
        socket.keep(bytes);
    }

    @Override
    public void channelInactive(final ChannelHandlerContext context) {
        context.channel().attr(SOCKET).get().closed();
    }

    @Override
    public void exceptionCaught(final ChannelHandlerContext context, final Throwable cause) {
        if (!(cause instanceof IOException)) {
            bugs.accept(cause);
        }
        context.close();
    }

    private boolean upgrade(final ChannelHandlerContext context, final LiveSocket socket, final ByteBuf bytes) {
        final int body = head.read(bytes);
        if (body == HttpHead.PARTIAL) {
            return false;
        }
        if (head.status() != SWITCHING_PROTOCOLS) {
            bytes.skipBytes(bytes.readableBytes());
            socket.refused(head.status());
            context.close();
            return false;
        }
        bytes.readerIndex(body);
        socket.upgraded();
        return true;
    }

    /** A server's frames are not masked; ours never come in parts. */
    private static void frames(final ChannelHandlerContext context, final LiveSocket socket, final ByteBuf bytes) {
        while (bytes.readableBytes() >= 2) {
            final int at = bytes.readerIndex();
            final int opcode = bytes.getByte(at) & OPCODE_BITS;
            final int shortLength = bytes.getByte(at + 1) & LENGTH_BITS;
            final int headLength = shortLength < TWO_BYTES ? 2 : shortLength == TWO_BYTES ? 4 : 10;
            if (bytes.readableBytes() < headLength) {
                return;
            }
            final long length = lengthOf(bytes, at, shortLength);
            if (bytes.readableBytes() < headLength + length) {
                return;
            }
            final int from = at + headLength;
            if (opcode == TEXT) {
                socket.message(bytes, from, from + (int) length);
            } else if (opcode == PING) {
                socket.pong(bytes, from, (int) length);
            } else if (opcode == CLOSE) {
                context.close();
            }
            bytes.readerIndex(from + (int) length);
        }
    }

    private static long lengthOf(final ByteBuf bytes, final int at, final int shortLength) {
        return switch (shortLength) {
            case TWO_BYTES -> bytes.getUnsignedShort(at + 2);
            case EIGHT_BYTES -> bytes.getLong(at + 2);
            default -> shortLength;
        };
    }
}
