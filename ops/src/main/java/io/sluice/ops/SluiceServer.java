package io.sluice.ops;

import io.sluice.engine.EngineContext;
import io.sluice.engine.FlashEngine;
import io.sluice.gateway.Gateway;
import io.sluice.gateway.GatewayContext;
import io.sluice.gateway.GatewayProperty;
import io.sluice.gateway.StartSettings;
import io.sluice.gateway.link.FlashEnginePort;
import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.metrics.GatewayMetrics;
import io.sluice.gateway.room.LiveRoomHost;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.VertxOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An engine and its gateway in this process, opened and closed in the right order. Open and close once each. */
final class SluiceServer implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(SluiceServer.class);
    private static final long START_SECONDS = 60;
    private static final long STOP_MARGIN_SECONDS = 20;

    private final Vertx vertx;
    private final LinkListener link;
    private final FlashEngine engine;
    private final Gateway gateway;
    private final long stopSeconds;

    private SluiceServer(
            final Vertx vertx,
            final LinkListener link,
            final FlashEngine engine,
            final Gateway gateway,
            final GatewayContext context) {
        this.vertx = vertx;
        this.link = link;
        this.engine = engine;
        this.gateway = gateway;
        stopSeconds = TimeUnit.MILLISECONDS.toSeconds(context.number(GatewayProperty.STOP_MS)) + STOP_MARGIN_SECONDS;
    }

    /**
     * Says by which settings, replays the journal and opens both ports.
     *
     * @throws IllegalArgumentException when a property is off; the message is name=value and what is allowed.
     * @throws IllegalStateException    when the directory is another process's, or a port is taken.
     */
    static SluiceServer launch(
            final EngineContext engineContext, final GatewayContext gatewayContext, final StartSettings settings) {
        gatewayContext.conclude();
        SpareHeap.limit();
        LOGGER.info("settings: {}", settings.line());
        final LinkListener link = new LinkListener();
        // Beside the replay, which need not wait for the half second that it takes.
        final CompletableFuture<Vertx> opening = CompletableFuture.supplyAsync(() -> vertx(gatewayContext));
        FlashEngine engine = null;
        Gateway gateway = null;
        try {
            engine = FlashEngine.launch(engineContext.listener(link));
            gateway = open(opening.join(), link, engine, gatewayContext);
            return new SluiceServer(opening.join(), link, engine, gateway, gatewayContext);
        } finally {
            if (gateway == null) {
                abandon(opening, link, engine);
            }
        }
    }

    /** What was opened by a launch that fails; there may be no engine. */
    private static void abandon(
            final CompletableFuture<Vertx> opening, final LinkListener link, final FlashEngine engine) {
        try {
            close(opening.join(), link);
        } finally {
            if (engine != null) {
                engine.close();
            }
        }
    }

    /** One loop more than the servers': the rooms' ticker keeps its beat while they are busy. */
    private static Vertx vertx(final GatewayContext context) {
        return Vertx.vertx(
                new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(context.eventLoops() + 1));
    }

    private static Gateway open(
            final Vertx vertx, final LinkListener link, final FlashEngine engine, final GatewayContext context) {
        final FlashEnginePort port = new FlashEnginePort(engine);
        final LiveRoomHost rooms = await(
                LiveRoomHost.open(vertx, port, link, engine.board(), context.roomOptions(), context.wallClockMs()),
                START_SECONDS);
        final GatewayMetrics metrics = new GatewayMetrics();
        rooms.register(metrics);
        return await(Gateway.launch(vertx, port, link, context, rooms, metrics), START_SECONDS);
    }

    Vertx vertx() {
        return vertx;
    }

    FlashEngine engine() {
        return engine;
    }

    int port() {
        return gateway.port();
    }

    int managementPort() {
        return gateway.managementPort();
    }

    /** No new tickets, goodbye to the viewers, what is in flight answered, then ring drained, journal forced, snapshot. */
    @Override
    public void close() {
        try {
            await(gateway.stop(), stopSeconds);
            await(close(vertx, link), STOP_MARGIN_SECONDS);
        } finally {
            engine.close();
        }
    }

    /** The event loops hear nothing more once they are asked to end; the engine goes on deciding until it is drained. */
    private static Future<Void> close(final Vertx vertx, final LinkListener link) {
        link.close();
        return vertx.close();
    }

    /**
     * Waits on a thread that is no event loop.
     *
     * @throws RuntimeException      the cause itself where it is one.
     * @throws IllegalStateException with the cause's message when it failed otherwise, or took too long.
     */
    static <T> T await(final Future<T> future, final long seconds) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(seconds, TimeUnit.SECONDS);
        } catch (final ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException bug && !(bug instanceof VertxException)) {
                throw bug;
            }
            throw new IllegalStateException(failed.getCause().getMessage(), failed.getCause());
        } catch (final TimeoutException late) {
            throw new IllegalStateException("not done within " + seconds + " s", late);
        } catch (final InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
