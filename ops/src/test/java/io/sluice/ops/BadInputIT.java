package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input that only a whole process meets: slow, foreign, forged, used up or too large. */
class BadInputIT {
    private static final int TOO_BIG = 1_009;
    private static final int MAX_FRAME_BYTES = 4_096;
    private static final long VIEWER = 70_000;

    @TempDir
    private static Path folder;

    private static SluiceProcess server;
    private static ShopClient shop;
    private static Path data;

    @BeforeAll
    static void serve() {
        final ServeConfig config = new ServeConfig(folder).set("sluice.gateway.requestTimeoutMs", 500);
        data = config.data();
        server = config.start();
        server.awaitErr("serving");
        shop = new ShopClient(config.port());
        SaleRoom.open(shop, 10);
    }

    /** Nothing of all this leaves a trace. */
    @AfterAll
    static void nothingWasOrdered() {
        try (SluiceProcess ended = server) {
            assertThat(Verdict.of(data).orders()).isZero();
            assertThat(ended.isAlive()).isTrue();
        }
    }

    @Test
    void aBodyThatDripsInIsCutOff() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), shop.port())) {
            final OutputStream out = socket.getOutputStream();
            out.write(("POST /api/v1/rooms/" + SaleRoom.ROOM + "/orders HTTP/1.1\r\nHost: localhost\r\n"
                            + "Authorization: Bearer " + shop.viewer(VIEWER) + "\r\nIdempotency-Key: slow\r\n"
                            + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")
                    .getBytes(StandardCharsets.US_ASCII));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> isRefusedAfter(socket, ' '));
            assertThat(answerOn(socket)).startsWith("HTTP/1.1 408 ").contains("REQUEST_TIMEOUT");
        }
    }

    /** Sends one byte more; an answer before the body's end is a refusal. */
    private static boolean isRefusedAfter(final Socket socket, final char drop) throws IOException {
        if (socket.getInputStream().available() > 0) {
            return true;
        }
        socket.getOutputStream().write(drop);
        return false;
    }

    /** All that was answered: a drop that crosses the answer resets the connection, behind it. */
    private static String answerOn(final Socket socket) throws IOException {
        final ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (final SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aFrameOfMoreThanFourKibibytesClosesTheConnection() {
        final LiveViewer viewer = LiveViewer.join(shop, VIEWER + 1, SaleRoom.ROOM);
        final String padding = " ".repeat(MAX_FRAME_BYTES);
        assertThat(viewer.send("{\"t\":\"ping\"" + padding + "}")).succeedsWithin(Duration.ofSeconds(10));
        assertThat(viewer.closeCode()).isEqualTo(TOO_BIG);
    }

    @Test
    void aTicketIsGoodOnce() {
        final String live = liveUri(shop.ticket(shop.viewer(VIEWER + 2), SaleRoom.ROOM));
        final WebSocket first = shop.client()
                .newWebSocketBuilder()
                .buildAsync(URI.create(live), new WebSocket.Listener() {})
                .join();
        assertThat(upgradeStatus(live, null)).isEqualTo(401);
        first.abort();
    }

    @Test
    void aForeignPageMayNotConnect() {
        final String live = liveUri(shop.ticket(shop.viewer(VIEWER + 3), SaleRoom.ROOM));
        assertThat(upgradeStatus(live, "https://evil.example")).isEqualTo(403);
    }

    @Test
    void aTokenThatNobodySignedIsRefused() {
        final String[] signed = shop.viewer(VIEWER + 4).split("\\.", -1);
        final String unsigned = base64("{\"alg\":\"none\"}") + "." + signed[1] + ".";
        shop.get("/me/orders", unsigned).expect(401);
        shop.order(unsigned, SaleRoom.ROOM, "forged", SaleRoom.order(1)).join().expect(401);
    }

    @Test
    void aTokenWhoseSubjectWasChangedIsRefused() {
        final String[] signed = shop.viewer(VIEWER + 5).split("\\.", -1);
        final JsonObject claims =
                new JsonObject(new String(Base64.getUrlDecoder().decode(signed[1]), StandardCharsets.UTF_8));
        final String changed = signed[0] + "." + base64(claims.put("sub", "1").encode()) + "." + signed[2];
        shop.get("/me/orders", changed).expect(401);
    }

    private static String liveUri(final String ticket) {
        return shop.uri("ws", "/rooms/" + SaleRoom.ROOM + "/live?ticket=" + ticket);
    }

    /** The status with which an upgrade is refused. */
    private static int upgradeStatus(final String live, final String origin) {
        final WebSocket.Builder builder = shop.client().newWebSocketBuilder();
        if (origin != null) {
            builder.header("Origin", origin);
        }
        final CompletionException refused = catchThrowableOfType(
                CompletionException.class, () -> builder.buildAsync(URI.create(live), new WebSocket.Listener() {})
                        .join());
        assertThat(refused).hasCauseInstanceOf(WebSocketHandshakeException.class);
        return ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode();
    }

    private static String base64(final String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
