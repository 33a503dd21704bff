package io.sluice.gateway.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * Serves what lies below one root of the class path and nothing else: no file of the working directory is ever looked at,
 * whatever it is called. Each file is read once and kept. On one event loop.
 */
final class ClassPathFiles implements Handler<RoutingContext> {
    /** Plain names only: nothing hidden, no way up. */
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "json", "application/json",
            "map", "application/json",
            "txt", "text/plain; charset=utf-8");
    private static final int NOT_MODIFIED = 304;

    private final String prefix;
    private final String root;
    private final String cacheControl;
    private final Map<String, ServedFile> kept = new HashMap<>();

    /**
     * Files of one root.
     *
     * @param prefix        of the addresses, with its last slash.
     * @param root          on the class path, with its last slash.
     * @param cacheControl  what browsers may do with them.
     */
    ClassPathFiles(final String prefix, final String root, final String cacheControl) {
        this.prefix = prefix;
        this.root = root;
        this.cacheControl = cacheControl;
    }

    @Override
    public void handle(final RoutingContext routing) {
        final String path = routing.normalizedPath().substring(prefix.length());
        final int dot = path.lastIndexOf('.');
        final String type = dot < 0 ? null : TYPES.get(path.substring(dot + 1));
        final ServedFile file = kept.get(path);
        if (file != null) {
            send(routing, file);
        } else if (type == null || !PATH.matcher(path).matches()) {
            routing.next();
        } else {
            routing.vertx().executeBlocking(() -> read(root + path, type)).onComplete(read -> {
                if (read.failed()) {
                    routing.fail(read.cause());
                } else if (read.result() == null) {
                    routing.next();
                } else {
                    kept.put(path, read.result());
                    send(routing, read.result());
                }
            });
        }
    }

    private void send(final RoutingContext routing, final ServedFile file) {
        final HttpServerResponse response = routing.response();
        response.headers()
                .set(HttpHeaders.CONTENT_TYPE, file.type())
                .set(HttpHeaders.CACHE_CONTROL, cacheControl)
                .set(HttpHeaders.ETAG, file.tag());
        if (file.tag().equals(routing.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(NOT_MODIFIED).end();
        } else {
            response.end(file.content());
        }
    }

    /** Null when there is no such file. On a thread that may wait. */
    private static ServedFile read(final String resource, final String type) {
        try (InputStream input = ClassPathFiles.class.getClassLoader().getResourceAsStream(resource)) {
            if (input == null) {
                return null;
            }
            final byte[] bytes = input.readAllBytes();
            final CRC32C checksum = new CRC32C();
            checksum.update(bytes);
            final String tag =
                    '"' + Integer.toHexString(bytes.length) + '-' + Long.toHexString(checksum.getValue()) + '"';
            return new ServedFile(type, tag, Buffer.buffer(bytes));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record ServedFile(String type, String tag, Buffer content) {}
}
