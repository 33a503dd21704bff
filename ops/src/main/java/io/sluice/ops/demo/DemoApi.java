package io.sluice.ops.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;

/**
 * The public HTTP API as the demo's clients use it. Connections and waiting requests are bounded: past the bound a
 * request fails at once. Any thread; futures complete on the caller's context.
 */
final class DemoApi {
    static final String BASE_PATH = "/api/v1";

    private static final int MAX_CONNECTIONS = 16;
    private static final int MAX_WAITING = 512;
    private static final long REQUEST_TIMEOUT_MS = 10_000;
    /** Half of the server's patience: the host acts once a minute, just when a connection kept longer is being closed. */
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final HttpClient client;
    private final String host;
    private final int port;

    DemoApi(final Vertx vertx, final String host, final int port) {
        this.host = host;
        this.port = port;
        client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAliveTimeout(KEEP_ALIVE_SECONDS),
                new PoolOptions().setHttp1MaxSize(MAX_CONNECTIONS).setMaxWaitQueueSize(MAX_WAITING));
    }

    /** A token from the demo's own desk; {@code handle} may be empty. */
    Future<String> token(final String role, final long subject, final String handle) {
        final JsonObject body = new JsonObject().put("role", role).put("subject", subject);
        if (!handle.isEmpty()) {
            body.put("name", handle);
        }
        return send(HttpMethod.POST, "/demo/tokens", "", "", body)
                .compose(answer -> answer.isSuccess()
                        ? Future.succeededFuture(answer.body().getString("token"))
                        : Future.failedFuture(new RefusedException(answer)));
    }

    /**
     * Sends one request.
     *
     * @param path below {@link #BASE_PATH}
     * @param token empty for a route that needs none
     * @param key idempotency key, empty for none
     * @param body null for none
     * @return the answer, whatever its status; failed only where there was none
     */
    Future<Answer> send(
            final HttpMethod method, final String path, final String token, final String key, final JsonObject body) {
        final RequestOptions request = new RequestOptions()
                .setMethod(method)
                .setHost(host)
                .setPort(port)
                .setURI(BASE_PATH + path)
                .setIdleTimeout(REQUEST_TIMEOUT_MS);
        if (!token.isEmpty()) {
            request.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
        if (!key.isEmpty()) {
            request.putHeader("Idempotency-Key", key);
        }
        if (body != null) {
            request.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        }
        return client.request(request)
                .compose(sending -> body == null ? sending.send() : sending.send(body.toBuffer()))
                .compose(DemoApi::answer);
    }

    Future<Void> close() {
        return client.close();
    }

    private static Future<Answer> answer(final HttpClientResponse response) {
        final String retryAfter = response.getHeader(HttpHeaders.RETRY_AFTER);
        final long retryAfterMs =
                retryAfter != null && retryAfter.matches("\\d{1,6}") ? Long.parseLong(retryAfter) * 1_000 : 0;
        return response.body().map(body -> new Answer(response.statusCode(), json(body), retryAfterMs));
    }

    private static JsonObject json(final Buffer body) {
        return body.length() == 0 ? new JsonObject() : body.toJsonObject();
    }

    /** What the server said; {@code retryAfterMs} is 0 where it named no time. */
    record Answer(int status, JsonObject body, long retryAfterMs) {
        boolean isSuccess() {
            return status < 300;
        }

        /** Nothing was done: the server is under pressure or the caller too fast. */
        boolean isBusy() {
            return status == 429 || status == 503;
        }

        /** The problem's code, or the status where there is none. */
        String code() {
            return body.getString("code", "HTTP_" + status);
        }
    }

    /** An answer that a step cannot go on with. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean busy;
        private final long retryAfterMs;

        RefusedException(final Answer answer) {
            super(
                    answer.status() + " " + answer.code() + ": " + answer.body().getString("detail", ""),
                    null,
                    false,
                    false);
            busy = answer.isBusy();
            retryAfterMs = answer.retryAfterMs();
        }

        boolean isBusy() {
            return busy;
        }

        long retryAfterMs() {
            return retryAfterMs;
        }
    }
}
