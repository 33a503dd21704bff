package io.sluice.bench.load.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Opens viewers' sockets to one gateway. On the loop's thread. */
// What becomes of a write is seen by what comes back, or by the connection's end.
@SuppressWarnings("FutureReturnValueIgnored")
public final class LiveSockets {
    private final Bootstrap bootstrap;
    private final String host;

    /** Sockets to a gateway; {@code bugs} hears what the rig itself did wrong. */
    public LiveSockets(final Loop loop, final ServerAddress server, final Consumer<Throwable> bugs) {
        host = server.hostAndPort();
        final LiveHandler handler = new LiveHandler(bugs);
        bootstrap = loop.bootstrapAsPhone(server).handler(new ChannelInitializer<>() {
            @Override
            protected void initChannel(final Channel channel) {
                server.secure(channel);
                channel.pipeline().addLast(handler);
            }
        });
    }

    /** Opens the socket of a viewer by a path with its ticket. */
    public LiveSocket open(final int viewer, final String path, final LiveListener listener) {
        final LiveSocket socket = new LiveSocket(viewer, listener);
        final String request = "GET " + path + " HTTP/1.1\r\nHost: " + host
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: c2x1aWNlLXJlaGVhcnNhbA=="
                + "\r\nSec-WebSocket-Version: 13\r\n\r\n";
        final ChannelFuture connecting =
                bootstrap.clone().attr(LiveHandler.SOCKET, socket).connect();
        connecting.addListener((ChannelFutureListener) connected -> {
            if (connected.isSuccess()) {
                socket.opened(connected.channel());
                final ByteBuf bytes = connected.channel().alloc().buffer(request.length());
                bytes.writeCharSequence(request, StandardCharsets.US_ASCII);
                connected.channel().writeAndFlush(bytes, connected.channel().voidPromise());
            } else {
                socket.closed();
            }
        });
        return socket;
    }
}
