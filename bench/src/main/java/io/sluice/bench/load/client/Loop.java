package io.sluice.bench.load.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.unix.IntegerUnixChannelOption;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** The one thread that makes the load, and how it connects. Open and close once each, from any thread. */
public final class Loop implements AutoCloseable {
    private static final int CONNECT_TIMEOUT_MS = 10_000;
    private static final int RECEIVE_BUFFER_BYTES = 65_536;

    /** TCP_MAXSEG as Linux numbers it, of IPPROTO_TCP. */
    private static final ChannelOption<Integer> SEGMENT = new IntegerUnixChannelOption("TCP_MAXSEG", 6, 2);

    private static final int SEGMENT_BYTES = 1_460;
    private static final int PHONE_BUFFER_BYTES = 16_384;

    private final MultiThreadIoEventLoopGroup group;
    private final EventLoop loop;
    private final Class<? extends SocketChannel> channel;

    private final InetSocketAddress source;

    /** Starts it; the system says from which address it connects. */
    public Loop() {
        this(null);
    }

    /** Starts it; it connects from an address of this machine, or from whichever the system says when it is null. */
    public Loop(final InetAddress source) {
        this.source = source == null ? null : new InetSocketAddress(source, 0);
        final boolean isEpoll = Epoll.isAvailable();
        final IoHandlerFactory io = isEpoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        group = new MultiThreadIoEventLoopGroup(1, io);
        loop = group.next();
        channel = isEpoll ? EpollSocketChannel.class : NioSocketChannel.class;
    }

    /** The thread. */
    public EventLoop thread() {
        return loop;
    }

    /** How it connects to a host, which is looked up once. */
    Bootstrap bootstrap(final ServerAddress server) {
        return new Bootstrap()
                .group(group)
                .channel(channel)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MS)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(RECEIVE_BUFFER_BYTES))
                .localAddress(source)
                .remoteAddress(new InetSocketAddress(server.host(), server.port()));
    }

    /**
     * The same as a phone connects: in a network's segments and with a small buffer, of some ticks. By the loopback's, 64 KiB
     * a segment, the kernel takes 3.9 MB at once for somebody who does not read; by these 0.1 MB, though the server's may let
     * its part grow. The buffer has this size from the beginning: one that shrinks loses what is on its way, and the server's
     * kernel tries again after half a minute only.
     */
    Bootstrap bootstrapAsPhone(final ServerAddress server) {
        final Bootstrap bootstrap = bootstrap(server).option(ChannelOption.SO_RCVBUF, PHONE_BUFFER_BYTES);
        return channel == EpollSocketChannel.class ? bootstrap.option(SEGMENT, SEGMENT_BYTES) : bootstrap;
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
