package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.EngineLink;
import io.sluice.gateway.Api;
import io.sluice.gateway.GatewayContext;
import io.sluice.gateway.GatewayProperty;
import io.sluice.gateway.People;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.link.ScriptedEngine;
import io.sluice.gateway.share.ShareCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PressureTest {
    private static final String ORDERS = "/api/v1/rooms/7/orders";
    private static final String ONE = "{\"lines\":[{\"offer\":1001,\"quantity\":1}]}";

    private static final String CODE = "{\"channel\":1}";
    private static final String SHARE = TestGateway.shares().encode(new ShareCode(0, 0, 0, 0, 0, 0, 50));

    private final LinkListener link = new LinkListener();
    private final ScriptedEngine engine = new ScriptedEngine(link);
    private final GatewayContext context = TestGateway.context()
            .set(GatewayProperty.ANSWER_TIMEOUT_MS, 200)
            .set(GatewayProperty.EVENT_LOOPS, 1)
            .set(GatewayProperty.MAX_IN_FLIGHT, 1);
    private TestGateway gateway;

    @BeforeEach
    void limit() {
        context.set(GatewayProperty.ORDER_PER_SECOND, 1)
                .set(GatewayProperty.ORDER_BURST, 3)
                .set(GatewayProperty.TOUCH_PER_SECOND, 1)
                .set(GatewayProperty.TOUCH_BURST, 2)
                .set(GatewayProperty.QUERY_PER_SECOND, 1)
                .set(GatewayProperty.QUERY_BURST, 3)
                .set(GatewayProperty.ADDRESS_PER_SECOND, 1)
                .set(GatewayProperty.ADDRESS_BURST, 8);
        gateway = TestGateway.launch(engine, link, context);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aFullRingIsAnAnswer() {
        engine.willAnswer(EngineLink.FULL);

        final Api.Reply refused = order(42).isRefused(503, "RING_FULL");

        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(metrics()).contains("sluice_admission_total{activity=\"ORDER\",reason=\"RING_FULL\"} 1.0");
    }

    @Test
    void aFullDiskIsAnAnswer() {
        engine.willAnswer(EngineLink.STORAGE_LOW);

        order(42).isRefused(503, "STORAGE_LOW");
        assertThat(gateway.management()
                        .get("/readyz")
                        .answers(503)
                        .at("/reason")
                        .asText())
                .isEqualTo("storage is low");
    }

    @Test
    void anEngineThatStopsIsAnAnswer() {
        engine.willAnswer(EngineLink.CLOSED);

        order(42).isRefused(503, "STOPPING");
    }

    @Test
    void anAnswerThatDoesNotComeIsGivenUp() {
        order(42).isRefused(504, "ANSWER_LATE");
    }

    @Test
    void whatIsUnansweredIsBounded() {
        order(42).isRefused(504, "ANSWER_LATE");

        order(42).isRefused(503, "RING_FULL");
    }

    @Test
    void aViewerWhoIsTooFastWaits() {
        engine.willAnswer(EngineLink.FULL);
        for (int i = 0; i < 3; i++) {
            order(42).isRefused(503, "RING_FULL");
        }

        order(42).isRefused(429, "TOO_FAST");
        order(43).isRefused(503, "RING_FULL");
        assertThat(metrics()).contains("sluice_admission_total{activity=\"ORDER\",reason=\"VIEWER_RATE\"} 1.0");
    }

    @Test
    void operatorsAreNotMeteredAsViewersAre() {
        for (int i = 0; i < 4; i++) {
            gateway.api().post("/api/v1/share-codes", CODE).operator().answers(201);
        }
        for (int i = 0; i < 2; i++) {
            gateway.api().post("/api/v1/share-codes", "{}").viewer(42).answers(201);
        }
        gateway.api().post("/api/v1/share-codes", "{}").viewer(42).isRefused(429, "TOO_FAST");
    }

    @Test
    void touchesAndCodesShareARateAndLeaveAViewersQueriesAlone() {
        engine.willAnswer(EngineLink.FULL);
        gateway.api().post("/api/v1/share-codes", "{}").viewer(42).answers(201);
        touch(42).isRefused(503, "RING_FULL");

        touch(42).isRefused(429, "TOO_FAST");
        gateway.api().get("/api/v1/me/invitations").viewer(42).isRefused(503, "RING_FULL");
        assertThat(metrics()).contains("sluice_admission_total{activity=\"TOUCH\",reason=\"VIEWER_RATE\"} 1.0");
    }

    @Test
    void touchesGoBeforeOrdersWhenTheRingIsBusy() {
        engine.willAnswer(EngineLink.FULL);
        engine.willBeOccupied(engine.capacity() / 2);

        touch(42).isRefused(503, "TALK_SHED");
        order(42).isRefused(503, "RING_FULL");
        gateway.api().post("/api/v1/share-codes", CODE).operator().answers(201);
    }

    @Test
    void anAddressThatIsTooFastWaits() {
        engine.willAnswer(EngineLink.FULL);
        for (int i = 0; i < 8; i++) {
            order(100 + i).isRefused(503, "RING_FULL");
        }

        order(200).isRefused(429, "TOO_FAST");
        assertThat(metrics()).contains("sluice_admission_total{activity=\"ORDER\",reason=\"ADDRESS_RATE\"} 1.0");
    }

    @Test
    void requestsAreCountedByRouteAndStatus() {
        engine.willAnswer(EngineLink.FULL);
        order(42).isRefused(503, "RING_FULL");

        assertThat(metrics())
                .contains("sluice_http_requests_total{route=\"placeOrder\",status=\"503\"} 1.0")
                .contains("sluice_http_request_duration_seconds_count{route=\"placeOrder\"} 1")
                .contains("sluice_ring_slots_taken 0.0")
                .contains("sluice_ready 1.0")
                .contains("sluice_engine_halted 0.0")
                .contains("sluice_link_in_flight{loop=\"0\"} 0.0")
                .contains("sluice_engine_commands_total 0.0")
                .contains("sluice_engine_holds 0.0")
                .contains("sluice_orders_total{outcome=\"SOLD_OUT\"} 0.0")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void theProcessIsAliveAndReady() {
        assertThat(gateway.management()
                        .get("/healthz")
                        .answers(200)
                        .at("/status")
                        .asText())
                .isEqualTo("UP");
        assertThat(gateway.management()
                        .get("/readyz")
                        .answers(200)
                        .at("/status")
                        .asText())
                .isEqualTo("UP");
        assertThat(gateway.management().get("/orders").send().status()).isEqualTo(404);
        assertThat(gateway.management().post("/healthz").send().status()).isEqualTo(405);
    }

    private Api.Call order(final long viewer) {
        return gateway.api().post(ORDERS, ONE).viewer(viewer).key("k");
    }

    private Api.Call touch(final long viewer) {
        return People.touch(gateway.api(), viewer, SHARE);
    }

    private String metrics() {
        return gateway.management().get("/metrics").send().text();
    }
}
