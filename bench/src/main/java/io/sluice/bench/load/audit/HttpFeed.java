package io.sluice.bench.load.audit;

import io.sluice.bench.load.client.TrustedRoots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.net.ssl.HttpsURLConnection;

/**
 * The journal feed of a gateway, {@code GET /api/v1/journal}. It holds one line at a time, of {@value #MAX_LINE_BYTES} bytes at
 * most. One thread.
 */
public final class HttpFeed implements Feed {
    /** The longest line that is taken; a record is at most 32 KiB, and JSON makes a few times as much of it. */
    static final int MAX_LINE_BYTES = 1 << 20;

    private static final int CONNECT_MS = 10_000;
    /** A feed that is alive sends something more often: its records, or a position. */
    private static final int SILENCE_MS = 60_000;

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int SHOWN_BYTES = 300;
    private static final int OK = 200;

    private final URI url;
    private final TrustedRoots roots;
    private final String token;
    private final int silenceMs;

    /**
     * The feed of a gateway.
     *
     * @param url    of the gateway, {@code http://host:port}, or of https.
     * @param roots  whom to trust where it is of https.
     * @param token  of role {@code downstream}.
     */
    public HttpFeed(final URI url, final TrustedRoots roots, final String token) {
        this(url, roots, token, SILENCE_MS);
    }

    HttpFeed(final URI url, final TrustedRoots roots, final String token, final int silenceMs) {
        this.url = url;
        this.roots = roots;
        this.token = token;
        this.silenceMs = silenceMs;
    }

    @Override
    public void read(final long from, final Consumer<String> lines) throws IOException {
        final URI journal = url.resolve("/api/v1/journal?from=" + from);
        // The older of the JDK's clients: the newer one has no end to the time that a body may be silent.
        final HttpURLConnection connection = (HttpURLConnection) journal.toURL().openConnection();
        if (connection instanceof HttpsURLConnection secured) {
            secured.setSSLSocketFactory(roots.context().getSocketFactory());
        }
        connection.setConnectTimeout(CONNECT_MS);
        connection.setReadTimeout(silenceMs);
        connection.setRequestProperty("Authorization", "Bearer " + token);
        try {
            if (connection.getResponseCode() != OK) {
                throw new IOException("status " + connection.getResponseCode() + ", " + refusal(connection));
            }
            try (InputStream body = connection.getInputStream()) {
                split(body, lines);
            }
        } catch (final IOException failed) {
            throw new IOException("GET " + journal + ": " + failed.getMessage(), failed);
        } finally {
            connection.disconnect();
        }
    }

    private static String refusal(final HttpURLConnection connection) throws IOException {
        try (InputStream body = connection.getErrorStream()) {
            return body == null ? "no body" : new String(body.readNBytes(SHOWN_BYTES), StandardCharsets.UTF_8);
        }
    }

    private static void split(final InputStream body, final Consumer<String> lines) throws IOException {
        final ByteArrayOutputStream line = new ByteArrayOutputStream();
        final byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            int begin = 0;
            for (int i = 0; i < read; i++) {
                if (buffer[i] == '\n') {
                    line.write(buffer, begin, i - begin);
                    lines.accept(line.toString(StandardCharsets.UTF_8));
                    line.reset();
                    begin = i + 1;
                }
            }
            line.write(buffer, begin, read - begin);
            if (line.size() > MAX_LINE_BYTES) {
                throw new IOException("a line has more than " + MAX_LINE_BYTES + " bytes");
            }
        }
        if (line.size() > 0) {
            throw new IOException("the last line has no end");
        }
    }
}
