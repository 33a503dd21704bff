package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.admission.WebhookSignature;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** The public API as any client sees it. Any thread. */
public final class ShopClient {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client;
    private final String scheme;
    private final int port;

    ShopClient(final int port) {
        this("http", port, HttpClient.newBuilder());
    }

    /** One that speaks TLS. */
    ShopClient(final int port, final SSLContext tls) {
        this("https", port, HttpClient.newBuilder().sslContext(tls));
    }

    private ShopClient(final String scheme, final int port, final HttpClient.Builder client) {
        this.scheme = scheme;
        this.port = port;
        this.client = client.version(HttpClient.Version.HTTP_1_1).build();
    }

    HttpClient client() {
        return client;
    }

    int port() {
        return port;
    }

    /** A token from the demo's desk. */
    public String token(final String role, final long subject) {
        return call(
                        "POST",
                        "/demo/tokens",
                        null,
                        new JsonObject().put("role", role).put("subject", subject))
                .expect(200)
                .body()
                .getString("token");
    }

    /** A viewer's token. */
    public String viewer(final long subject) {
        return token("viewer", subject);
    }

    /** A ticket to a room's live connection. */
    public String ticket(final String token, final long room) {
        return call("POST", "/rooms/" + room + "/tickets", token, null)
                .expect(201)
                .body()
                .getString("ticket");
    }

    public ShopAnswer get(final String path, final String token) {
        return call("GET", path, token, null);
    }

    /**
     * Calls and waits.
     *
     * @param path below {@code /api/v1}
     * @param token null for none
     * @param body null for none
     */
    public ShopAnswer call(final String method, final String path, final String token, final JsonObject body) {
        final ShopAnswer answer = send(request(method, path, token, body))
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        assertThat(answer.status()).as("%s %s: %s", method, path, answer.body()).isLessThan(500);
        return answer;
    }

    /** Calls as the payment provider does, with its signature of the body as it is encoded. */
    public ShopAnswer webhook(final String path, final JsonObject body, final String signature) {
        return send(request("POST", path, null, body).header(WebhookSignature.HEADER, signature))
                .join();
    }

    /** Orders with a key. */
    public CompletableFuture<ShopAnswer> order(
            final String token, final long room, final String key, final JsonObject order) {
        return send(request("POST", "/rooms/" + room + "/orders", token, order).header("Idempotency-Key", key));
    }

    /** Asks for a viewer's orders. */
    CompletableFuture<ShopAnswer> orders(final String token) {
        return send(request("GET", "/me/orders?limit=50", token, null));
    }

    CompletableFuture<ShopAnswer> send(final HttpRequest.Builder request) {
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                .thenApply(ShopAnswer::of);
    }

    HttpRequest.Builder request(final String method, final String path, final String token, final JsonObject body) {
        final HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri(scheme, path)))
                .timeout(PATIENCE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.encode()));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    String uri(final String scheme, final String path) {
        return scheme + "://127.0.0.1:" + port + "/api/v1" + path;
    }
}
