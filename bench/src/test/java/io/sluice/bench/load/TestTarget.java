package io.sluice.bench.load;

import io.sluice.engine.EngineContext;
import io.sluice.engine.FlashEngine;
import io.sluice.gateway.Gateway;
import io.sluice.gateway.GatewayContext;
import io.sluice.gateway.SluiceConfig;
import io.sluice.gateway.link.FlashEnginePort;
import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.metrics.GatewayMetrics;
import io.sluice.gateway.room.LiveRoomHost;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An engine and a gateway with live rooms, in this process. Its main serves as {@code sluice serve --config} does. */
public final class TestTarget implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final FlashEngine engine;
    private final Gateway gateway;
    private final Path config;

    private TestTarget(final Path config) throws IOException {
        this.config = config;
        final EngineContext engineContext = new EngineContext();
        final GatewayContext context = new GatewayContext();
        SluiceConfig.read(config).fill(engineContext, context);
        context.conclude();
        final LinkListener link = new LinkListener();
        engine = FlashEngine.launch(engineContext.listener(link));
        final FlashEnginePort port = new FlashEnginePort(engine);
        final LiveRoomHost rooms = await(
                LiveRoomHost.open(vertx, port, link, engine.board(), context.roomOptions(), context.wallClockMs()));
        final GatewayMetrics metrics = new GatewayMetrics();
        gateway = await(Gateway.launch(vertx, port, link, context, rooms, metrics));
    }

    /** On free ports, with its data and its configuration in a directory. */
    public static TestTarget launch(final Path directory) throws IOException {
        final Path config = directory.resolve("target.properties");
        Files.writeString(
                config,
                String.join(
                        "\n",
                        "sluice.data=" + directory.resolve("data"),
                        "sluice.engine.durability=PROCESS",
                        "sluice.gateway.host=127.0.0.1",
                        "sluice.gateway.port=0",
                        "sluice.gateway.managementPort=0",
                        "sluice.gateway.stopMs=500",
                        "sluice.gateway.token.secret=a-secret-of-more-than-thirty-two-bytes",
                        "sluice.gateway.webhook.secret=a-secret-shared-with-the-provider",
                        "sluice.gateway.share.secret=a-secret-that-signs-share-codes",
                        "sluice.gateway.rate.address=0",
                        "sluice.gateway.rate.order=0"));
        return new TestTarget(config);
    }

    /** Serves by the configuration that the last argument names, until the process is told to end. */
    public static void main(final String[] arguments) throws Exception {
        final TestTarget target = new TestTarget(Path.of(arguments[arguments.length - 1]));
        Runtime.getRuntime().addShutdownHook(new Thread(target::close));
        Thread.currentThread().join();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + gateway.port());
    }

    public Path config() {
        return config;
    }

    @Override
    public void close() {
        await(gateway.stop());
        await(vertx.close());
        engine.close();
    }

    private static <T> T await(final Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (final Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
