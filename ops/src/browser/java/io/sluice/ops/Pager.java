package io.sluice.ops;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Whom the Alertmanager tells. Keeps what it is told, as {@code firing SluiceDown} and the like. */
final class Pager implements AutoCloseable {
    private static final int OK = 200;
    private static final int NO_BODY = -1;

    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    Pager() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::hear);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    boolean wasTold(final String what) {
        return told.contains(what);
    }

    private void hear(final HttpExchange exchange) throws IOException {
        final JsonObject message =
                new JsonObject(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        for (final Object alert : message.getJsonArray("alerts")) {
            final JsonObject one = (JsonObject) alert;
            told.add(one.getString("status") + " " + one.getJsonObject("labels").getString("alertname"));
        }
        exchange.sendResponseHeaders(OK, NO_BODY);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
