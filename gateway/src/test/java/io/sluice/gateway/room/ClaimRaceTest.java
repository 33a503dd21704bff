package io.sluice.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.EngineContext;
import io.sluice.engine.FlashEngine;
import io.sluice.engine.journal.Durability;
import io.sluice.gateway.Api;
import io.sluice.gateway.Campaigns;
import io.sluice.gateway.Gateway;
import io.sluice.gateway.GatewayContext;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Role;
import io.sluice.gateway.admission.TokenIssuer;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.link.FlashEnginePort;
import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.metrics.GatewayMetrics;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A coupon rain as it is meant: many at once, over both ways in, and no more coupons than fall, to those who came first. */
class ClaimRaceTest {
    private static final int OVER_HTTP = 1_800;
    private static final int OVER_SOCKETS = 200;
    private static final long FIRST_OVER_HTTP = 10_000;
    private static final long FIRST_OVER_SOCKETS = 20_000;
    private static final int COUPONS = 100;
    private static final int HANDS = 32;

    @TempDir
    private Path data;

    private final Vertx vertx = Vertx.vertx();
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS);
    private WebSocketClient sockets;
    private FlashEngine engine;
    private Gateway gateway;
    private Api api;

    @BeforeEach
    void open() {
        final LinkListener link = new LinkListener();
        engine = FlashEngine.launch(new EngineContext()
                .dataDirectory(data)
                .listener(link)
                .durability(Durability.PROCESS)
                .wallClock(() -> TestGateway.ENGINE_START_MS)
                .lowSpaceBytes(1 << 26));
        final EnginePort port = new FlashEnginePort(engine);
        final GatewayContext context = TestGateway.context();
        final LiveRoomHost rooms = TestGateway.await(LiveRoomHost.open(
                vertx, port, link, engine.board(), new RoomOptions().tickMs(20), context.wallClockMs()));
        gateway = TestGateway.await(Gateway.launch(vertx, port, link, context, rooms, new GatewayMetrics()));
        final TokenIssuer issuer = context.tokenIssuer();
        api = new Api(
                gateway.port(),
                (role, subject) -> issuer.issue(role, subject, null, System.currentTimeMillis() + 3_600_000));
        sockets = vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(OVER_SOCKETS));
        Shop.open(api, 10);
        api.put(
                        "/api/v1/operator/campaigns/5",
                        Campaigns.body(",\"rain\":true")
                                .replace("\"count\":100", "\"count\":5000")
                                .replace("\"budgetFen\":100000", "\"budgetFen\":5000000"))
                .operator()
                .answers(200);
    }

    @AfterEach
    void close() {
        hands.shutdownNow();
        TestGateway.await(gateway.stop());
        TestGateway.await(vertx.close());
        engine.close();
    }

    @Test
    void ofTwoThousandWhoClaimTheFirstHundredHaveACoupon() throws Exception {
        final List<TestViewer> viewers = connectAll();
        Campaigns.rain(api, 5, COUPONS).answers(200);

        final Set<Long> winners = new HashSet<>();
        final List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < OVER_HTTP; i++) {
            final long viewer = FIRST_OVER_HTTP + i;
            answers.add(hands.submit(
                    () -> Campaigns.claim(api, 5, viewer, "press").send().status()));
        }
        viewers.forEach(viewer -> viewer.send("{\"t\":\"claim\",\"key\":\"press\",\"campaign\":5}"));

        int gone = 0;
        for (int i = 0; i < OVER_HTTP; i++) {
            final int status = answers.get(i).get(1, TimeUnit.MINUTES);
            gone += status == 409 ? 1 : 0;
            if (status == 201) {
                winners.add(FIRST_OVER_HTTP + i);
            }
        }
        for (int i = 0; i < OVER_SOCKETS; i++) {
            final JsonNode answer = answerTo(viewers.get(i));
            gone += answer.path("code").asText().equals("COUPONS_GONE") ? 1 : 0;
            if (answer.get("t").asText().equals("coupon")) {
                winners.add(FIRST_OVER_SOCKETS + i);
            }
        }
        assertThat(winners).hasSize(COUPONS);
        assertThat(gone).isEqualTo(OVER_HTTP + OVER_SOCKETS - COUPONS);
        assertThat(winners).isEqualTo(firstClaims());
        final JsonNode campaign =
                api.get("/api/v1/operator/campaigns/5").operator().answers(200).json();
        assertThat(campaign.at("/claimed").asInt()).isEqualTo(COUPONS);
        assertThat(campaign.has("raining")).isFalse();
    }

    /** Whose claims come first in the journal's feed, as many as there are coupons; everybody may have one. */
    private Set<Long> firstClaims() throws IOException {
        final ObjectMapper mapper = new ObjectMapper();
        final String feed = api.get("/api/v1/journal?type=io.sluice.coupon.claim")
                .as(Role.DOWNSTREAM, 1)
                .answers(200)
                .text();
        final Set<Long> first = new HashSet<>();
        for (final String event : feed.lines().limit(COUPONS).toList()) {
            first.add(mapper.readTree(event).at("/data/viewer").asLong());
        }
        return first;
    }

    private static JsonNode answerTo(final TestViewer viewer) {
        JsonNode frame = viewer.next();
        while (!frame.get("t").asText().equals("coupon")
                && !frame.get("t").asText().equals("refused")) {
            frame = viewer.next();
        }
        return frame;
    }

    private List<TestViewer> connectAll() {
        final List<CompletableFuture<TestViewer>> connecting = new ArrayList<>();
        for (int i = 0; i < OVER_SOCKETS; i++) {
            connecting.add(connect(FIRST_OVER_SOCKETS + i));
        }
        return connecting.stream()
                .map(viewer -> viewer.orTimeout(30, TimeUnit.SECONDS).join())
                .toList();
    }

    private CompletableFuture<TestViewer> connect(final long viewer) {
        final String ticket = api.post("/api/v1/rooms/7/tickets")
                .viewer(viewer)
                .answers(201)
                .at("/ticket")
                .asText();
        final CompletableFuture<TestViewer> connected = new CompletableFuture<>();
        vertx.runOnContext(start -> {
            final var socket = sockets.webSocket();
            final TestViewer joined = new TestViewer(socket);
            socket.connect(new WebSocketConnectOptions()
                            .setHost("127.0.0.1")
                            .setPort(gateway.port())
                            .setURI("/api/v1/rooms/7/live?ticket=" + ticket))
                    .onSuccess(open -> connected.complete(joined))
                    .onFailure(connected::completeExceptionally);
        });
        return connected;
    }
}
