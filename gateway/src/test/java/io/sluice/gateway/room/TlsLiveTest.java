package io.sluice.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sluice.engine.EngineContext;
import io.sluice.engine.FlashEngine;
import io.sluice.engine.journal.Durability;
import io.sluice.gateway.Api;
import io.sluice.gateway.Gateway;
import io.sluice.gateway.GatewayContext;
import io.sluice.gateway.GatewayProperty;
import io.sluice.gateway.TestCertificate;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.TokenIssuer;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.link.FlashEnginePort;
import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.metrics.GatewayMetrics;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.net.PemTrustOptions;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live connections over TLS: what writes to a channel past Vert.x goes through TLS as well. */
class TlsLiveTest {
    private static final String ROOM = "/api/v1/rooms/7";
    private static final String OPERATED = "/api/v1/operator/rooms/7";

    @TempDir
    private Path folder;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    private WebSocketClient sockets;
    private FlashEngine engine;
    private Gateway gateway;
    private Api api;

    @BeforeEach
    void openOneRoom() {
        final TestCertificate certificate = TestCertificate.in(folder.resolve("tls"));
        final LinkListener link = new LinkListener();
        engine = FlashEngine.launch(new EngineContext()
                .dataDirectory(folder.resolve("data"))
                .listener(link)
                .durability(Durability.PROCESS)
                .lowSpaceBytes(1 << 26));
        final EnginePort port = new FlashEnginePort(engine);
        final GatewayContext context = TestGateway.context()
                .set(GatewayProperty.TLS_CERTIFICATE, certificate.chain().toString())
                .set(GatewayProperty.TLS_KEY, certificate.key().toString());
        final LiveRoomHost rooms = TestGateway.await(LiveRoomHost.open(
                vertx, port, link, engine.board(), new RoomOptions().tickMs(20), context.wallClockMs()));
        gateway = TestGateway.await(Gateway.launch(vertx, port, link, context, rooms, new GatewayMetrics()));
        sockets = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setSsl(true)
                .setTrustOptions(
                        new PemTrustOptions().addCertPath(certificate.chain().toString())));
        final TokenIssuer issuer = context.tokenIssuer();
        api = new Api(
                gateway.port(),
                TestCertificate.trusting(certificate),
                (role, subject) -> issuer.issue(role, subject, null, System.currentTimeMillis() + 3_600_000));
        sell();
        await().until(() -> rooms.snapshot(7) != null);
    }

    @AfterEach
    void close() {
        TestGateway.await(gateway.stop());
        TestGateway.await(vertx.close());
        engine.close();
    }

    @Test
    void aRoomIsWatchedTalkedInAndBoughtInOverWss() {
        final TestViewer li = join(42);
        final TestViewer wang = join(43);
        assertThat(li.next("room").get("title").asText()).isEqualTo("晚场");
        wang.next("room");

        li.send("{\"t\":\"order\",\"key\":\"press\",\"lines\":[{\"offer\":1001,\"quantity\":1}]}");
        assertThat(li.await("order").get("state").asText()).isEqualTo("RESERVED");
        assertThat(wang.await("tick").get("t").asText()).isEqualTo("tick");
        wang.send("{\"t\":\"comment\",\"text\":\"好吃吗\"}");
        assertThat(li.awaitWith("tick", "comments").at("/comments/0/text").asText())
                .isEqualTo("好吃吗");

        TestGateway.await(gateway.stop());
        assertThat(wang.await("bye").get("reason").asText()).isEqualTo("STOPPING");
        assertThat(wang.closeCode()).isEqualTo(1001);
    }

    private void sell() {
        api.put(OPERATED, "{\"title\":\"晚场\",\"startsAt\":\"2026-11-21T12:00:00.000Z\"}")
                .operator()
                .answers(200);
        api.post(OPERATED + "/state", "{\"state\":\"LIVE\"}").operator().answers(200);
        api.put("/api/v1/operator/items/501", "{\"title\":\"蛋糕\"}").operator().answers(200);
        api.post("/api/v1/operator/items/501/stock", "{\"change\":9,\"reason\":\"RESTOCK\"}")
                .operator()
                .answers(200);
        api.put(OPERATED + "/offers/1001", "{\"item\":501,\"listPriceFen\":100}")
                .operator()
                .answers(200);
        api.post(OPERATED + "/offers/1001/open").operator().answers(200);
    }

    private TestViewer join(final long viewer) {
        final String ticket = api.post(ROOM + "/tickets")
                .viewer(viewer)
                .answers(201)
                .at("/ticket")
                .asText();
        final WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(gateway.port())
                .setURI(ROOM + "/live?ticket=" + ticket);
        final CompletableFuture<TestViewer> connected = new CompletableFuture<>();
        vertx.runOnContext(start -> {
            final var socket = sockets.webSocket();
            final TestViewer joined = new TestViewer(socket);
            socket.connect(options)
                    .onSuccess(open -> connected.complete(joined))
                    .onFailure(connected::completeExceptionally);
        });
        return connected.orTimeout(20, TimeUnit.SECONDS).join();
    }
}
