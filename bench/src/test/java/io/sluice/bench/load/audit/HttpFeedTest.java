package io.sluice.bench.load.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.sluice.bench.load.client.TrustedRoots;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What the feed's reader makes of targets that do not send a whole journal. */
class HttpFeedTest {
    private final List<String> lines = new ArrayList<>();

    @Test
    void aRefusalIsToldWithTheRequest() throws Exception {
        final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(410, 0);
            exchange.getResponseBody().write("{\"code\":\"SEQUENCE_PRUNED\"}".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        try {
            final HttpFeed feed = new HttpFeed(
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort()), TrustedRoots.ofJava(), "token");

            assertThatThrownBy(() -> feed.read(5, lines::add))
                    .hasMessageContaining("/api/v1/journal?from=5")
                    .hasMessageContaining("410")
                    .hasMessageContaining("SEQUENCE_PRUNED");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anAnswerThatBreaksOffIsNoWholeJournal() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            final CompletableFuture<Void> answered = answer(server, false);

            assertThatThrownBy(() -> feedOf(server).read(1, lines::add)).isInstanceOf(IOException.class);
            answered.join();
            assertThat(lines).containsExactly("{}");
        }
    }

    @Test
    void aTargetThatFallsSilentIsNotWaitedForForEver() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            final CompletableFuture<Void> answered = answer(server, true);

            assertThatThrownBy(() -> feedOf(server).read(1, lines::add)).hasMessageContaining("timed out");
            answered.join();
        }
    }

    private static HttpFeed feedOf(final ServerSocket server) {
        return new HttpFeed(
                URI.create("http://127.0.0.1:" + server.getLocalPort()), TrustedRoots.ofJava(), "token", 200);
    }

    /** Sends one line of a chunked answer and no end; then closes, or waits until the other side does. */
    private static CompletableFuture<Void> answer(final ServerSocket server, final boolean fallsSilent) {
        return CompletableFuture.runAsync(() -> {
            try (Socket socket = server.accept();
                    InputStream in = socket.getInputStream()) {
                socket.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n{}\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                if (fallsSilent) {
                    in.transferTo(OutputStream.nullOutputStream());
                } else {
                    in.readNBytes(1);
                }
            } catch (final IOException closed) {
                // The reader hung up, as it should.
            }
        });
    }
}
