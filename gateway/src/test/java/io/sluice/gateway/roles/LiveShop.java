package io.sluice.gateway.roles;

import static org.awaitility.Awaitility.await;

import io.sluice.engine.EngineContext;
import io.sluice.engine.FlashEngine;
import io.sluice.engine.journal.Durability;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PostCommentEncoder;
import io.sluice.gateway.Api;
import io.sluice.gateway.Campaigns;
import io.sluice.gateway.Gateway;
import io.sluice.gateway.GatewayContext;
import io.sluice.gateway.People;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Role;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.link.FlashEnginePort;
import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.metrics.GatewayMetrics;
import io.sluice.gateway.room.LiveRoomHost;
import io.sluice.gateway.room.RoomOptions;
import io.vertx.core.Vertx;
import java.nio.file.Path;

/**
 * A whole gateway, live rooms and engine, whose shop has one of everything that an operation can be about. Offer 1006 costs
 * nothing, 1005 is sold out and has a waiting line.
 */
final class LiveShop implements AutoCloseable {
    private static final String OPERATOR = "/api/v1/operator";

    private final Vertx vertx = Vertx.vertx();
    private final FlashEngine engine;
    private final Gateway gateway;
    private final GatewayContext context = TestGateway.context();
    private final Api api;

    LiveShop(final Path data) {
        final LinkListener link = new LinkListener();
        engine = FlashEngine.launch(new EngineContext()
                .dataDirectory(data)
                .listener(link)
                .durability(Durability.PROCESS)
                .wallClock(() -> TestGateway.ENGINE_START_MS)
                .lowSpaceBytes(1 << 26));
        final EnginePort port = new FlashEnginePort(engine);
        final LiveRoomHost rooms = TestGateway.await(LiveRoomHost.open(
                vertx, port, link, engine.board(), new RoomOptions().tickMs(20), context.wallClockMs()));
        gateway = TestGateway.await(Gateway.launch(vertx, port, link, context, rooms, new GatewayMetrics()));
        api = new Api(gateway.port(), this::token);
        Shop.open(api, 10_000);
        People.hire(api);
        put("/attribution-policy", Requests.POLICY);
        sellOut();
        putCampaigns();
        putTheRest();
        await().until(() ->
                api.get(OPERATOR + "/rooms/7/figures").operator().send().status() == 200);
        await().until(() -> api.get("/api/v1/rooms/7").send().status() == 200);
    }

    Api api() {
        return api;
    }

    /** The management port. */
    Api management() {
        return new Api(gateway.managementPort(), this::token);
    }

    /** A viewer says something in room 7, as by a socket; answers its record. */
    long comment(final long viewer) {
        await().until(() -> engine.occupancy() == 0);
        engine.offer(
                (buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                        + new PostCommentEncoder()
                                .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                                .viewer(viewer)
                                .room(7)
                                .text("好")
                                .encodedLength(),
                0);
        engine.wake();
        await().until(() -> engine.occupancy() == 0);
        return engine.durableSequence();
    }

    int port() {
        return gateway.port();
    }

    private String token(final Role role, final long subject) {
        return context.tokenIssuer().issue(role, subject, null, System.currentTimeMillis() + 3_600_000);
    }

    private void sellOut() {
        put("/items/505", "{\"title\":\"限量\"}");
        post("/items/505/stock", "{\"change\":1,\"reason\":\"RESTOCK\"}");
        put("/rooms/7/offers/1005", "{\"item\":505,\"listPriceFen\":5,\"turnSeconds\":60}");
        post("/rooms/7/offers/1005/open", "");
        api.post("/api/v1/rooms/7/orders", "{\"lines\":[{\"offer\":1005,\"quantity\":1}]}")
                .viewer(60)
                .key("last")
                .answers(201);
    }

    private void putCampaigns() {
        Campaigns.put(api, 5, ",\"perViewer\":50");
        Campaigns.put(api, 8, ",\"audience\":{\"kind\":\"NEWCOMERS\",\"memberDays\":30}");
        Campaigns.put(api, 10, ",\"audience\":{\"kind\":\"BUYERS\"}");
        put("/points/QUIZ", "{\"points\":5}");
    }

    private void putTheRest() {
        put("/rooms/7/offers/1006", "{\"item\":501,\"listPriceFen\":0}");
        post("/rooms/7/offers/1006/open", "");
        put("/rooms/7/host", "{\"guide\":3}");
        put("/payouts/1", Requests.PAYOUT);
        People.touch(api, 42, TestGateway.shares().encode(Requests.CODE_OF_GUIDE_4))
                .answers(200);
    }

    private void put(final String path, final String body) {
        api.put(OPERATOR + path, body).operator().answers(200);
    }

    private void post(final String path, final String body) {
        api.post(OPERATOR + path, body).operator().answers(200);
    }

    @Override
    public void close() {
        TestGateway.await(gateway.stop());
        TestGateway.await(vertx.close());
        engine.close();
    }
}
