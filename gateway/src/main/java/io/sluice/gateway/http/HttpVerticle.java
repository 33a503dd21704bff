package io.sluice.gateway.http;

import io.sluice.gateway.admission.TokenCache;
import io.sluice.gateway.link.EngineClient;
import io.sluice.gateway.metrics.LoopLag;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** One event loop's share of the HTTP server: all instances listen on one port. */
public final class HttpVerticle extends VerticleBase {
    private static final long LAG_PERIOD_MS = 100;
    private static final int ANY_PORT_SHARED = -1;

    private final HttpServices services;
    private final HttpLimits limits;
    private final KeyCertOptions certificate;
    private final LiveEndpointFactory live;
    private final int index;
    private final RequestDeadlines deadlines = new RequestDeadlines();
    private EngineClient client;
    private HttpServer server;

    /**
     * One instance.
     *
     * @param certificate for TLS; null for plain HTTP.
     * @param index       from 0, its label in the metrics.
     */
    public HttpVerticle(
            final HttpServices services,
            final HttpLimits limits,
            final KeyCertOptions certificate,
            final LiveEndpointFactory live,
            final int index) {
        this.services = services;
        this.limits = limits;
        this.certificate = certificate;
        this.live = live;
        this.index = index;
    }

    @Override
    public Future<?> start() {
        final Executor eventLoop = task -> context.runOnContext(nothing -> task.run());
        client = services.link().connect(services.engine(), eventLoop, limits.maxInFlight());
        services.metrics().register(index, client);
        final HttpLoop loop = new HttpLoop(
                client,
                services.admission(),
                services.clients(),
                new TokenCache(services.tokens(), limits.tokensKept(), services.wallClockMs()),
                new JsonWriter(),
                services.engine().durability(),
                services.metrics().orderTimes(),
                services.traces(),
                limits.maxBodyBytes());
        final ApiHandler handler =
                ApiHandler.create(vertx, services, loop, live.create(eventLoop, client), certificate != null);
        startTimers();
        server = vertx.createHttpServer(options(certificate))
                .connectionHandler(deadlines::watch)
                .requestHandler(handler)
                .invalidRequestHandler(handler::onInvalid);
        return server.listen();
    }

    /** The port it listens on. */
    public int port() {
        return server.actualPort();
    }

    /** Shows another certificate to who connects from now on; done when it does. The server speaks TLS. Any thread. */
    public Future<Boolean> show(final KeyCertOptions renewed) {
        return server.updateSSLOptions(options(renewed).getSslOptions());
    }

    /** Commands and queries that still wait for their answer. Any thread. */
    public int inFlight() {
        return client.inFlight();
    }

    /** Done when the event loop has ended what it is at: what it takes up later sees all that was before. Any thread. */
    public Future<Void> turn() {
        final Promise<Void> ended = Promise.promise();
        context.runOnContext(nothing -> ended.complete());
        return ended.future();
    }

    private void startTimers() {
        final LoopLag lag = new LoopLag(LAG_PERIOD_MS);
        services.metrics().registerLag(Integer.toString(index), lag::worstNs);
        vertx.setPeriodic(LAG_PERIOD_MS, timer -> lag.onTimer());
        vertx.setPeriodic(Math.max(1, limits.requestTimeoutMs() / RequestDeadlines.SWEEPS), timer -> deadlines.sweep());
        final long patienceNs = TimeUnit.MILLISECONDS.toNanos(limits.answerTimeoutMs());
        vertx.setPeriodic(Math.max(1, limits.answerTimeoutMs() / 10), timer -> client.expireLate(patienceNs));
    }

    private HttpServerOptions options(final KeyCertOptions shown) {
        final HttpServerOptions options = new HttpServerOptions()
                .setHost(limits.host())
                .setPort(limits.port() == 0 ? ANY_PORT_SHARED : limits.port())
                .setAcceptBacklog(4_096)
                .setTcpNoDelay(true)
                .setIdleTimeout(limits.idleTimeoutSeconds())
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setMaxHeaderSize(limits.maxHeaderBytes())
                .setMaxInitialLineLength(limits.maxLineBytes())
                .setHttp2ClearTextEnabled(false)
                .setCompressionSupported(false)
                .setDecompressionSupported(false);
        return shown == null ? options : TlsOptions.apply(options, shown);
    }
}
