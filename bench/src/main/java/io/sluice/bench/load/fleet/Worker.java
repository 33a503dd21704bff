package io.sluice.bench.load.fleet;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.sluice.bench.load.stage.StageException;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** A worker: comes to a coordinator, plays the part it is given, and goes when all it had to say was heard. One run. */
public final class Worker {
    private static final int CONNECT_TIMEOUT_MS = 10_000;

    private final String host;
    private final int port;
    private final Secret secret;

    /** A worker that has not connected yet. */
    public Worker(final String host, final int port, final Secret secret) {
        this.host = host;
        this.port = port;
        this.secret = secret;
    }

    /**
     * Plays; on the calling thread until it is over.
     *
     * @throws StageException when there is no coordinator, it does not take this worker, or it is gone before the end.
     */
    public void run() throws StageException {
        final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        final CompletableFuture<Void> over = new CompletableFuture<>();
        try {
            final ChannelFuture connecting = new Bootstrap()
                    .group(group)
                    .channel(NioSocketChannel.class)
                    .option(ChannelOption.TCP_NODELAY, true)
                    .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MS)
                    .handler(Connection.by(() -> new Engagement(secret, over)))
                    .connect(new InetSocketAddress(host, port))
                    .awaitUninterruptibly();
            if (!connecting.isSuccess()) {
                throw new StageException(
                        "no coordinator at " + host + ":" + port + ", " + Connection.word(connecting.cause()),
                        connecting.cause());
            }
            over.get();
        } catch (final InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StageException("interrupted", interrupted);
        } catch (final ExecutionException failed) {
            throw new StageException(Connection.word(failed.getCause()), failed);
        } finally {
            group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
        }
    }
}
