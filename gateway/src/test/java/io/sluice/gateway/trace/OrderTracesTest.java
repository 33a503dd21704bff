package io.sluice.gateway.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.opentelemetry.proto.trace.v1.Span;
import io.sluice.gateway.Api;
import io.sluice.gateway.GatewayProperty;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces of orders over HTTP, as a collector gets them. */
class OrderTracesTest {
    private static final String ORDERS = "/api/v1/rooms/7/orders";
    private static final String ONE = "{\"lines\":[{\"offer\":1001,\"quantity\":1}]}";
    private static final String WHOLE = "POST /api/v1/rooms/{room}/orders";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";
    private static final long VIEWER = 90_210_042;

    private final Collector collector = new Collector();

    @TempDir
    private Path data;

    @AfterEach
    void close() {
        collector.close();
    }

    @Test
    void anOrderGoesOnWithTheTraceOfWhoCalls() {
        final Api.Reply order;
        try (TestGateway gateway = sell("1")) {
            order = press(gateway, "press-1")
                    .header("traceparent", parent("01"))
                    .answers(201);
        }

        final Span whole = only(WHOLE);
        final Span decision = only("decision");
        assertThat(collector.spans()).hasSize(2);
        assertThat(Collector.hex(whole.getTraceId())).isEqualTo(TRACE);
        assertThat(Collector.hex(whole.getParentSpanId())).isEqualTo(CALLER);
        assertThat(decision.getTraceId()).isEqualTo(whole.getTraceId());
        assertThat(decision.getParentSpanId()).isEqualTo(whole.getSpanId());
        assertThat(Collector.attributes(whole))
                .containsEntry("sluice.room", 7L)
                .containsEntry("sluice.order", order.at("/order").asText())
                .containsEntry("sluice.sequence", order.at("/sequence").asLong())
                .containsEntry("sluice.outcome", "RESERVED")
                .containsEntry("http.response.status_code", 201L);
        assertThat(List.of(
                        whole.getStartTimeUnixNano(),
                        decision.getStartTimeUnixNano(),
                        decision.getEndTimeUnixNano(),
                        whole.getEndTimeUnixNano()))
                .isSorted();
    }

    @Test
    void aTraceKnowsNeitherViewerNorKeyNorToken() {
        try (TestGateway gateway = sell("1")) {
            press(gateway, "press-nobody-else-has").answers(201);
        }

        assertThat(only(WHOLE).toString())
                .doesNotContain(Long.toString(VIEWER))
                .doesNotContain("press-nobody-else-has")
                .doesNotContainIgnoringCase("bearer");
    }

    @Test
    void aRefusalIsTracedWithItsCode() {
        try (TestGateway gateway = sell("1")) {
            press(gateway, "press-1").header("Authorization", "Bearer none").isRefused(401, "TOKEN_INVALID");
            gateway.api()
                    .post(ORDERS, ONE.replace("1}", "11}"))
                    .viewer(VIEWER)
                    .key("press-2")
                    .isRefused(409, "SOLD_OUT");
        }

        assertThat(collector.spans("decision")).hasSize(1);
        assertThat(collector.spans(WHOLE))
                .extracting(Collector::attributes)
                .extracting(all -> all.get("sluice.outcome"), all -> all.containsKey("sluice.sequence"))
                .containsExactly(tuple("TOKEN_INVALID", false), tuple("SOLD_OUT", true));
    }

    @Test
    void noOrderIsTracedWhereTheShareIsNone() {
        try (TestGateway gateway = sell("0")) {
            press(gateway, "press-1").header("traceparent", parent("01")).answers(201);
        }

        assertThat(collector.spans()).isEmpty();
    }

    @Test
    void whereNothingIsTracedNothingIsMadeForIt() {
        assertThat(OrderTraces.to("", 1)).isSameAs(OrderTraces.OFF);
        assertThat(OrderTraces.to(collector.endpoint(), 0)).isSameAs(OrderTraces.OFF);
        assertThat(OrderTraces.OFF.ofRequest(null)).as("without a look at it").isNull();
        assertThat(OrderTraces.OFF.ofFrame(7)).isNull();
    }

    @Test
    void whoCallsMayHaveItsOrderLeftOut() {
        try (TestGateway gateway = sell("1")) {
            press(gateway, "press-1").header("traceparent", parent("00")).answers(201);
        }

        assertThat(collector.spans()).isEmpty();
    }

    @Test
    void whatIsNoTraceparentBeginsATraceOfItsOwn() {
        try (TestGateway gateway = sell("1")) {
            press(gateway, "press-1")
                    .header("traceparent", "00-nothing-of-this-01")
                    .answers(201);
        }

        assertThat(only(WHOLE).getParentSpanId().isEmpty()).isTrue();
    }

    @Test
    void theSpansAreCountedAndAnExampleStandsBesideItsTime() {
        final String metrics;
        final String text;
        try (TestGateway gateway = sell("1")) {
            press(gateway, "press-1").header("traceparent", parent("01")).answers(201);
            metrics = gateway.management()
                    .get("/metrics")
                    .header("Accept", "application/openmetrics-text;version=1.0.0,text/plain;q=0.3")
                    .send()
                    .text();
            text = gateway.management().get("/metrics").send().text();
        }

        assertThat(metrics)
                .endsWith("# EOF\n")
                .as("which Prometheus refuses")
                .doesNotContainPattern("_count(\\{[^}]*})? [0-9]+ #")
                .contains("sluice_trace_spans_total{fate=\"made\"} 2.0")
                .containsPattern("sluice_http_request_duration_seconds_bucket\\{route=\"placeOrder\",le=\"[^\"]+\"} 1 "
                        + "# \\{span_id=\"[0-9a-f]{16}\",trace_id=\"" + TRACE + "\"}")
                .containsPattern("sluice_order_time_seconds_bucket\\{le=\"[^\"]+\"} 1 # \\{.*trace_id=\"" + TRACE);
        assertThat(text).contains("sluice_trace_spans_total").doesNotContain(TRACE);
    }

    @Test
    void settingsThatAreOffAreRefusedByName() {
        assertThatThrownBy(() -> TestGateway.context()
                        .set(GatewayProperty.TRACE_RATIO, "1.5")
                        .conclude())
                .hasMessageStartingWith("sluice.gateway.trace.ratio=1.5");
        assertThatThrownBy(() -> TestGateway.context()
                        .set(GatewayProperty.TRACE_ENDPOINT, "collector:4318")
                        .conclude())
                .hasMessageStartingWith("sluice.gateway.trace.endpoint=collector:4318");
        assertThatThrownBy(() -> TestGateway.context()
                        .set(GatewayProperty.TRACE_ENDPOINT, "http://me:open-sesame@collector/v1/traces")
                        .conclude())
                .hasMessageStartingWith("sluice.gateway.trace.endpoint=")
                .hasMessageNotContaining("sesame");
    }

    private Api.Call press(final TestGateway gateway, final String key) {
        return gateway.api().post(ORDERS, ONE).viewer(VIEWER).key(key);
    }

    private TestGateway sell(final String ratio) {
        final TestGateway gateway = TestGateway.launch(
                data,
                TestGateway.context()
                        .set(GatewayProperty.TRACE_ENDPOINT, collector.endpoint())
                        .set(GatewayProperty.TRACE_RATIO, ratio));
        Shop.open(gateway.api(), 10);
        return gateway;
    }

    private Span only(final String name) {
        assertThat(collector.spans(name)).hasSize(1);
        return collector.spans(name).get(0);
    }

    private static String parent(final String flags) {
        return "00-" + TRACE + "-" + CALLER + "-" + flags;
    }
}
