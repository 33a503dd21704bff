package io.sluice.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.gateway.admission.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import javax.net.ssl.SSLContext;

/** A client of the API that holds every answer against the contract. */
public final class Api {
    private static final Contract CONTRACT = Contract.load();

    private final HttpClient client;
    private final String base;
    private final BiFunction<Role, Long, String> tokens;

    public Api(final int port, final BiFunction<Role, Long, String> tokens) {
        this("http://127.0.0.1:" + port, HttpClient.newBuilder(), tokens);
    }

    /** One that speaks TLS. */
    public Api(final int port, final SSLContext tls, final BiFunction<Role, Long, String> tokens) {
        this("https://127.0.0.1:" + port, HttpClient.newBuilder().sslContext(tls), tokens);
    }

    private Api(final String base, final HttpClient.Builder client, final BiFunction<Role, Long, String> tokens) {
        this.base = base;
        this.client = client.version(HttpClient.Version.HTTP_1_1).build();
        this.tokens = tokens;
    }

    public static Contract contract() {
        return CONTRACT;
    }

    public Call get(final String path) {
        return new Call("GET", path, BodyPublishers.noBody());
    }

    public Call post(final String path) {
        return new Call("POST", path, BodyPublishers.noBody());
    }

    public Call post(final String path, final String json) {
        return new Call("POST", path, BodyPublishers.ofString(json)).header("Content-Type", "application/json");
    }

    public Call post(final String path, final byte[] body) {
        return new Call("POST", path, BodyPublishers.ofByteArray(body)).header("Content-Type", "application/json");
    }

    public Call put(final String path, final String json) {
        return new Call("PUT", path, BodyPublishers.ofString(json)).header("Content-Type", "application/json");
    }

    public Call call(final String method, final String path) {
        return new Call(method, path, BodyPublishers.noBody());
    }

    /** A request that is being put together. */
    public final class Call {
        private final String method;
        private final String path;
        private final HttpRequest.Builder request;

        private Call(final String method, final String path, final BodyPublisher body) {
            this.method = method;
            this.path = path;
            request = HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
        }

        public Call header(final String name, final String value) {
            request.setHeader(name, value);
            return this;
        }

        public Call as(final Role role, final long subject) {
            return header("Authorization", "Bearer " + tokens.apply(role, subject));
        }

        public Call viewer(final long subject) {
            return as(Role.VIEWER, subject);
        }

        public Call operator() {
            return as(Role.OPERATOR, 1);
        }

        public Call key(final String key) {
            return header("Idempotency-Key", key);
        }

        /** Sends it; fails unless the answer is of this status and keeps the contract. */
        public Reply answers(final int status) {
            final Reply reply = send();
            assertThat(reply.status()).as(reply.text()).isEqualTo(status);
            CONTRACT.check(method, path, reply);
            return reply;
        }

        /** Sends it; fails unless it is refused with this code and keeps the contract. */
        public Reply isRefused(final int status, final String code) {
            final Reply reply = answers(status);
            assertThat(reply.json().path("code").asText()).as(reply.text()).isEqualTo(code);
            return reply;
        }

        public Reply send() {
            try {
                return new Reply(
                        client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** What came back. */
    public record Reply(HttpResponse<String> response) implements Contract.Answer {
        @Override
        public int status() {
            return response.statusCode();
        }

        @Override
        public String header(final String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        @Override
        public String text() {
            return response.body();
        }

        public JsonNode at(final String pointer) {
            return json().at(pointer);
        }
    }
}
