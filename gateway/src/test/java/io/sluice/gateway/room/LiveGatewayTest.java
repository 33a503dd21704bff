package io.sluice.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.EngineContext;
import io.sluice.engine.FlashEngine;
import io.sluice.engine.journal.Durability;
import io.sluice.gateway.Api;
import io.sluice.gateway.Gateway;
import io.sluice.gateway.GatewayContext;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.TokenIssuer;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.link.FlashEnginePort;
import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.metrics.GatewayMetrics;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live rooms behind the whole gateway, from the ticket to the last frame. */
class LiveGatewayTest {
    private static final long LI = 42;
    private static final long WANG = 43;
    private static final long ZHAO = 44;
    private static final int HOLD_SECONDS = 20;
    private static final String ROOM = "/api/v1/rooms/7";

    @TempDir
    private Path data;

    private final Vertx vertx = Vertx.vertx();
    /** Held here: a client that nobody holds is closed when it is collected. */
    private final WebSocketClient sockets = vertx.createWebSocketClient();

    private final AtomicLong passedNs = new AtomicLong();

    private FlashEngine engine;
    private LiveRoomHost rooms;
    private Gateway gateway;
    private Api api;

    @BeforeEach
    void openOneRoom() {
        final LinkListener link = new LinkListener();
        engine = FlashEngine.launch(new EngineContext()
                .dataDirectory(data)
                .listener(link)
                .durability(Durability.PROCESS)
                .nanoClock(() -> System.nanoTime() + passedNs.get())
                .lowSpaceBytes(1 << 26));
        final EnginePort port = new FlashEnginePort(engine);
        final GatewayContext context = TestGateway.context();
        rooms = TestGateway.await(LiveRoomHost.open(
                vertx, port, link, engine.board(), new RoomOptions().tickMs(20), context.wallClockMs()));
        gateway = TestGateway.await(Gateway.launch(vertx, port, link, context, rooms, new GatewayMetrics()));
        final TokenIssuer issuer = context.tokenIssuer();
        api = new Api(
                gateway.port(),
                (role, subject) -> issuer.issue(role, subject, null, System.currentTimeMillis() + 3_600_000));
        api.put("/api/v1/operator/rooms/7", "{\"title\":\"晚场\",\"startsAt\":\"2026-11-21T12:00:00.000Z\"}")
                .operator()
                .answers(200);
        await().until(() -> rooms.snapshot(7) != null);
    }

    @AfterEach
    void close() {
        if (gateway != null) {
            TestGateway.await(gateway.stop());
        }
        TestGateway.await(vertx.close());
        engine.close();
    }

    @Test
    void aCodeOfTheWholeBrandLeadsToTheRoomThatIsLive() {
        final String share = api.post("/api/v1/share-codes", "{}")
                .viewer(LI)
                .answers(201)
                .at("/path")
                .asText();
        api.put("/api/v1/operator/rooms/8", "{\"title\":\"夜场\",\"startsAt\":\"2026-11-20T12:00:00.000Z\"}")
                .operator()
                .answers(200);
        api.post("/api/v1/operator/rooms/8/state", "{\"state\":\"LIVE\"}")
                .operator()
                .answers(200);

        await().until(() -> api.get(share).send().header("location").equals("/rooms/8" + share.substring(1)));
    }

    @Test
    void aCodeLeadsToAnOfferThatTheRoomHas() {
        final String code = "{\"room\":7,\"offer\":1001}";
        api.post("/api/v1/share-codes", code).viewer(LI).isRefused(404, "OFFER_UNKNOWN");

        api.put("/api/v1/operator/items/501", "{\"title\":\"蛋糕\"}").operator().answers(200);
        api.put(ROOM.replace("/rooms", "/operator/rooms") + "/offers/1001", "{\"item\":501,\"listPriceFen\":100}")
                .operator()
                .answers(200);

        await().until(() -> rooms.hasOffer(7, 1_001));
        api.post("/api/v1/share-codes", code).viewer(LI).answers(201);
        assertThat(rooms.hasOffer(8, 1_001)).isFalse();
    }

    @Test
    void aTicketLeadsIntoTheRoomOnce() {
        final String ticket = ticket();
        final TestViewer viewer = join(ticket, null);

        assertThat(viewer.next("room").get("title").asText()).isEqualTo("晚场");
        assertThatThrownBy(() -> join(ticket, null)).satisfies(LiveGatewayTest::isUnauthorized);
    }

    @Test
    void aPageOfAnotherOriginIsRefusedAndTheTicketStaysGood() {
        final String ticket = ticket();

        assertThatThrownBy(() -> join(ticket, "https://elsewhere.example"))
                .satisfies(refused -> assertThat(statusOf(refused)).isEqualTo(403));
        join(ticket, "http://127.0.0.1:" + gateway.port()).next("room");
    }

    @Test
    void whatAnOperatorChangesIsTickedByItself() {
        final TestViewer viewer = join(ticket(), null);
        viewer.next("room");
        api.post("/api/v1/operator/rooms/7/state", "{\"state\":\"LIVE\"}")
                .operator()
                .answers(200);

        // In a tick, or in a picture when a busy machine missed that one.
        JsonNode frame = viewer.next();
        while (!frame.path("state").asText().equals("LIVE")) {
            frame = viewer.next();
        }
        await().until(() -> api.get(ROOM).answers(200).at("/state").asText().equals("LIVE"));
    }

    @Test
    void aStoppingGatewaySaysByeAndClosesItsPorts() {
        final TestViewer viewer = join(ticket(), null);
        viewer.next("room");
        TestGateway.await(gateway.stop());
        gateway = null;

        assertThat(viewer.await("bye").get("reason").asText()).isEqualTo("STOPPING");
        assertThat(viewer.closeCode()).isEqualTo(1001);
        assertThat(rooms.connections()).isZero();
    }

    @Test
    void whoWaitsForTheLastUnitHasItWhenItsHoldEnds() {
        sellTheLastUnit();
        order(LI).answers(201);
        final TestViewer waiting = join(ticket(WANG), null);
        waiting.next("room");
        waiting.send("{\"t\":\"wait\",\"id\":\"w-1\",\"offer\":1001,\"units\":1}");
        assertThat(waiting.await("place").get("state").asText()).isEqualTo("WAITING");

        passedNs.addAndGet(TimeUnit.SECONDS.toNanos(HOLD_SECONDS));
        JsonNode place = waiting.await("place");
        while (!place.get("state").asText().equals("CALLED")) {
            place = waiting.await("place");
        }

        assertThat(place.has("until")).isTrue();
        order(ZHAO).isRefused(409, "SOLD_OUT");
        order(WANG).answers(201);
        assertThat(api.get("/api/v1/me/places").viewer(WANG).answers(200).at("/places"))
                .isEmpty();
    }

    @Test
    void anOperatorSeesEachOfAnItemsStocks() {
        sellTheLastUnit();
        api.post(
                        "/api/v1/operator/items/501/moves",
                        "{\"from\":{\"kind\":\"SHARED\"},\"to\":{\"kind\":\"ROOM\",\"of\":7},\"units\":1}")
                .operator()
                .answers(200);

        await().until(() -> stocks("/stocks/1/available").asInt() == 1);
        assertThat(stocks("/stocks/0").toString()).isEqualTo("{\"kind\":\"SHARED\",\"available\":0}");
        assertThat(stocks("/stocks/1/kind").asText()).isEqualTo("ROOM");
        assertThat(stocks("/stocks/1/of").asInt()).isEqualTo(7);
        api.get("/api/v1/operator/items/502/stocks").operator().isRefused(404, "ITEM_UNKNOWN");

        final JsonNode first = stocks("?limit=1", "");
        final JsonNode second = stocks("?limit=1&after=" + first.at("/next").asInt(), "");
        assertThat(first.at("/stocks")).hasSize(1);
        assertThat(second.at("/stocks")).hasSize(1);
        assertThat(second.at("/stocks/0/kind").asText()).isEqualTo("ROOM");
        assertThat(second.has("next")).isFalse();
        assertThat(stocks("?after=2147483647", "/stocks")).isEmpty();
    }

    @Test
    void anOperatorSeesTheRoomsAndWhoWatchesThem() {
        api.put("/api/v1/operator/rooms/9", "{\"title\":\"早场\",\"startsAt\":\"2026-11-22T02:00:00.000Z\"}")
                .operator()
                .answers(200);
        await().until(() -> rooms.snapshot(9) != null);

        final JsonNode first = rooms("?limit=1");
        final JsonNode second = rooms("?limit=1&before=" + first.at("/next").asLong());

        assertThat(first.at("/rooms/0/title").asText()).isEqualTo("早场");
        assertThat(first.at("/rooms/0/viewers").asInt(-1)).isZero();
        assertThat(second.at("/rooms/0/room").asLong()).isEqualTo(7);
        assertThat(second.has("next")).isFalse();
    }

    private JsonNode rooms(final String query) {
        return api.get("/api/v1/operator/rooms" + query).operator().answers(200).json();
    }

    private JsonNode stocks(final String pointer) {
        return stocks("", pointer);
    }

    private JsonNode stocks(final String query, final String pointer) {
        return api.get("/api/v1/operator/items/501/stocks" + query)
                .operator()
                .answers(200)
                .at(pointer);
    }

    /** One unit, with a line of those who wait for it. */
    private void sellTheLastUnit() {
        api.post("/api/v1/operator/rooms/7/state", "{\"state\":\"LIVE\"}")
                .operator()
                .answers(200);
        api.put("/api/v1/operator/items/501", "{\"title\":\"蛋糕\"}").operator().answers(200);
        api.post("/api/v1/operator/items/501/stock", "{\"change\":1,\"reason\":\"RESTOCK\"}")
                .operator()
                .answers(200);
        api.put(
                        "/api/v1/operator/rooms/7/offers/1001",
                        "{\"item\":501,\"listPriceFen\":100,\"turnSeconds\":60,\"holdSeconds\":" + HOLD_SECONDS + "}")
                .operator()
                .answers(200);
        api.post("/api/v1/operator/rooms/7/offers/1001/open").operator().answers(200);
    }

    private Api.Call order(final long viewer) {
        return api.post(ROOM + "/orders", "{\"lines\":[{\"offer\":1001,\"quantity\":1}]}")
                .viewer(viewer)
                .key("press");
    }

    private String ticket() {
        return ticket(LI);
    }

    private String ticket(final long viewer) {
        return api.post(ROOM + "/tickets")
                .viewer(viewer)
                .answers(201)
                .at("/ticket")
                .asText();
    }

    private TestViewer join(final String ticket, final String origin) {
        final WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(gateway.port())
                .setURI(ROOM + "/live?ticket=" + ticket);
        if (origin != null) {
            options.addHeader("Origin", origin);
        }
        final CompletableFuture<TestViewer> connected = new CompletableFuture<>();
        vertx.runOnContext(start -> {
            final var socket = sockets.webSocket();
            final TestViewer viewer = new TestViewer(socket);
            socket.connect(options)
                    .onSuccess(open -> connected.complete(viewer))
                    .onFailure(connected::completeExceptionally);
        });
        return connected.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private static void isUnauthorized(final Throwable refused) {
        assertThat(statusOf(refused)).isEqualTo(401);
    }

    private static int statusOf(final Throwable refused) {
        assertThat(refused).isInstanceOf(CompletionException.class).hasCauseInstanceOf(UpgradeRejectedException.class);
        return ((UpgradeRejectedException) refused.getCause()).getStatus();
    }
}
