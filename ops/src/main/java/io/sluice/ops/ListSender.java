package io.sluice.ops;

import io.sluice.gateway.imports.ImportKind;
import io.sluice.gateway.imports.ImportMode;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import javax.net.ssl.SSLContext;

/** Sends lists to a server over its public API. One thread. */
final class ListSender {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int UNPROCESSABLE = 422;

    private final HttpClient client;
    private final URI base;

    /** To the server at an address; {@code tls} says whom to trust where that is https. */
    ListSender(final URI base, final SSLContext tls) {
        this.base = base;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .build();
    }

    /** A token of an operator from a demo's own desk, null when the server has none. */
    String demoToken() throws IOException, InterruptedException {
        final HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/v1/demo/tokens"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"role\":\"operator\",\"subject\":1}"))
                .build();
        final HttpResponse<String> response = send(request);
        final boolean isHandedOut = response.statusCode() == OK || response.statusCode() == CREATED;
        return isHandedOut ? jsonOf(response).getString("token") : null;
    }

    /**
     * Sends a list and waits for what became of it.
     *
     * @param progress  told how many bytes are read, on a thread of the client's.
     * @return the server's report, of a list that was refused as well.
     * @throws IllegalStateException when the server does not take it at all; the message says why.
     */
    JsonObject send(
            final ImportKind kind,
            final ImportMode mode,
            final Path file,
            final String token,
            final LongConsumer progress)
            throws IOException, InterruptedException {
        final String path = "/api/v1/operator/imports/" + kind.label() + "?mode=" + mode.label();
        final HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "text/csv")
                .header("Authorization", "Bearer " + token)
                .POST(contentOf(file, progress))
                .build();
        final HttpResponse<String> response = send(request);
        final JsonObject answer = jsonOf(response);
        if (response.statusCode() != OK && response.statusCode() != UNPROCESSABLE) {
            throw new IllegalStateException(answer.getString("code") + ": " + answer.getString("detail"));
        }
        return answer;
    }

    private HttpResponse<String> send(final HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (final ConnectException nobody) {
            throw new IllegalStateException(base + ": nobody answers there", nobody);
        }
    }

    private JsonObject jsonOf(final HttpResponse<String> response) {
        try {
            return new JsonObject(response.body());
        } catch (final DecodeException other) {
            throw new IllegalStateException(
                    base + ": is no Sluice, it answers " + response.statusCode() + " without JSON", other);
        }
    }

    private static BodyPublisher contentOf(final Path file, final LongConsumer progress) throws IOException {
        return BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> new CountedStream(open(file), progress)), Files.size(file));
    }

    private static InputStream open(final Path file) {
        try {
            return Files.newInputStream(file);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells how much of a stream was read. */
    private static final class CountedStream extends FilterInputStream {
        private final LongConsumer progress;
        private long bytes;

        CountedStream(final InputStream stream, final LongConsumer progress) {
            super(stream);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            final int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(final byte[] target, final int offset, final int length) throws IOException {
            final int count = super.read(target, offset, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(final int more) {
            if (more > 0) {
                bytes += more;
                progress.accept(bytes);
            }
        }
    }
}
