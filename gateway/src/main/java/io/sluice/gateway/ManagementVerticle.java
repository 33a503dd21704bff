package io.sluice.gateway;

import io.sluice.gateway.http.JsonWriter;
import io.sluice.gateway.http.SecurityHeaders;
import io.sluice.gateway.metrics.GatewayMetrics;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Health, readiness, figures and the journal's readers, on a port of their own that is not for the world. */
final class ManagementVerticle extends VerticleBase {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNAVAILABLE = 503;
    private static final int IDLE_SECONDS = 60;

    private final String host;
    private final int port;
    private final Supplier<String> whyUnhealthy;
    private final Supplier<String> whyUnready;
    private final Consumer<JsonWriter> feeds;
    private final GatewayMetrics metrics;
    private HttpServer server;

    /**
     * The management port.
     *
     * @param whyUnhealthy  null while the process is alive.
     * @param whyUnready    null while viewers may come.
     * @param feeds         writes how far the journal's readers are.
     */
    ManagementVerticle(
            final String host,
            final int port,
            final Supplier<String> whyUnhealthy,
            final Supplier<String> whyUnready,
            final Consumer<JsonWriter> feeds,
            final GatewayMetrics metrics) {
        this.host = host;
        this.port = port;
        this.whyUnhealthy = whyUnhealthy;
        this.whyUnready = whyUnready;
        this.feeds = feeds;
        this.metrics = metrics;
    }

    @Override
    public Future<?> start() {
        server = vertx.createHttpServer(
                        new HttpServerOptions().setHost(host).setPort(port).setIdleTimeout(IDLE_SECONDS))
                .requestHandler(this::handle);
        return server.listen();
    }

    int port() {
        return server.actualPort();
    }

    private void handle(final HttpServerRequest request) {
        final HttpServerResponse response = request.response();
        SecurityHeaders.api(response.headers());
        if (!request.method().name().equals("GET")) {
            response.setStatusCode(METHOD_NOT_ALLOWED).end();
            return;
        }
        switch (request.path()) {
            case "/healthz" -> health(response, whyUnhealthy.get());
            case "/readyz" -> health(response, whyUnready.get());
            case "/metrics" -> {
                final String type = GatewayMetrics.contentType(request.headers().get(HttpHeaders.ACCEPT));
                response.putHeader(HttpHeaders.CONTENT_TYPE, type).end(metrics.scrape(type));
            }
            case "/feeds" -> {
                final JsonWriter json = new JsonWriter();
                feeds.accept(json);
                answer(response, OK, json);
            }
            default -> response.setStatusCode(NOT_FOUND).end();
        }
    }

    private static void health(final HttpServerResponse response, final String whyNot) {
        final JsonWriter json = new JsonWriter().beginObject();
        json.name("status").value(whyNot == null ? "UP" : "DOWN");
        if (whyNot != null) {
            json.name("reason").value(whyNot);
        }
        json.endObject();
        answer(response, whyNot == null ? OK : UNAVAILABLE, json);
    }

    private static void answer(final HttpServerResponse response, final int status, final JsonWriter json) {
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(json.toBuffer());
    }
}
