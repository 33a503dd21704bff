package io.sluice.bench.peer;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.ExecutionException;

/**
 * The least a Vert.x server can do with an order: reads its JSON and answers it with 201. No route, no token, no journal; the
 * event loops are as many as the gateway's by default, so it is the gateway's ceiling.
 */
final class Echo extends AbstractVerticle {
    private static final int CREATED = 201;
    private static final int MOST_LOOPS = 8;

    private final int port;

    private Echo(final int port) {
        this.port = port;
    }

    /** Serves a port of 127.0.0.1 until the process ends. */
    static void serve(final int port) throws InterruptedException, ExecutionException {
        final int loops = Math.max(1, Math.min(MOST_LOOPS, Runtime.getRuntime().availableProcessors() / 2));
        final Vertx vertx =
                Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(loops));
        vertx.deployVerticle(() -> new Echo(port), new DeploymentOptions().setInstances(loops))
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    @Override
    public void start(final Promise<Void> started) {
        vertx.createHttpServer()
                .requestHandler(Echo::answer)
                .listen(port, "127.0.0.1")
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private static void answer(final HttpServerRequest request) {
        request.body().onSuccess(body -> {
            final Buffer json = body.toJsonObject().toBuffer();
            request.response()
                    .setStatusCode(CREATED)
                    .putHeader("Content-Type", "application/json")
                    .end(json);
        });
    }
}
