package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.gateway.Api;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever helps a customer finds out about orders. */
class OrderServiceTest {
    private static final String OPERATOR = "/api/v1/operator";
    private static final String ONE_CUP =
            "{\"stock\":\"WRITE_OFF\",\"lines\":[{\"offer\":1001,\"quantity\":1}],\"reason\":\"The cup broke\"}";

    @TempDir
    private Path data;

    private TestGateway gateway;
    private Api api;

    @BeforeEach
    void openTheShop() {
        gateway = TestGateway.launch(data);
        api = gateway.api();
        Shop.open(api, 30);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void anybodysOrderIsFoundByItsNumberWithWhoseItIs() {
        final String order = order(42, "a");

        final Api.Reply found =
                api.get(OPERATOR + "/orders/" + order).operator().answers(200);

        assertThat(found.at("/viewer").asLong()).isEqualTo(42);
        assertThat(found.at("/state").asText()).isEqualTo("RESERVED");
        api.get(OPERATOR + "/orders/999").operator().isRefused(404, "ORDER_UNKNOWN");
        api.get(OPERATOR + "/orders/" + order).viewer(42).isRefused(403, "ROLE_NOT_ALLOWED");
    }

    @Test
    void theOrdersOfAViewerAndOfARoomComeNewestFirstAPageAtATime() {
        final String first = order(42, "a");
        final String second = order(42, "b");
        final String third = order(43, "c");

        final Api.Reply viewers =
                api.get(OPERATOR + "/viewers/42/orders?limit=1").operator().answers(200);
        final Api.Reply rooms =
                api.get(OPERATOR + "/rooms/7/orders?limit=2").operator().answers(200);
        final Api.Reply rest = api.get(
                        OPERATOR + "/rooms/7/orders?before=" + rooms.at("/next").asText())
                .operator()
                .answers(200);

        assertThat(orders(viewers)).containsExactly(second);
        assertThat(viewers.at("/next").asText()).isEqualTo(second);
        assertThat(orders(rooms)).containsExactly(third, second);
        assertThat(rooms.at("/orders/0/viewer").asLong()).isEqualTo(43);
        assertThat(orders(rest)).containsExactly(first);
        assertThat(rest.at("/next").isMissingNode()).isTrue();
        assertThat(orders(api.get(OPERATOR + "/rooms/8/orders").operator().answers(200)))
                .isEmpty();
    }

    @Test
    void theStoryHasEveryStepWithWhoTookItAndItsRecord() {
        final String order = order(42, "a");
        api.post("/api/v1/demo/payments", "{\"order\":\"" + order + "\"}")
                .viewer(42)
                .answers(200);
        api.post("/api/v1/orders/" + order + "/cancel").viewer(42).isRefused(409, "ORDER_NOT_CANCELLABLE");
        order(42, "another");

        final Api.Reply story = story(order, "");

        assertThat(steps(story))
                .containsExactly(
                        "VIEWER io.sluice.order.place RESERVED",
                        "VIEWER io.sluice.order.pay PAID",
                        "VIEWER io.sluice.order.cancel ORDER_NOT_CANCELLABLE");
        assertThat(story.at("/steps/1/actor").asLong()).isEqualTo(42);
        assertThat(story.at("/state").asText()).isEqualTo("PAID");
        assertThat(story.at("/fromSequence")).isEqualTo(story.at("/steps/0/event/data/sequence"));
        assertThat(story.at("/attribution/en").asText()).contains("nobody");
        assertThat(story.at("/earnings/en").asText()).isEqualTo("Nobody earns of it.");
        assertThat(story.at("/next").isMissingNode()).isTrue();
    }

    @Test
    void aStoryGoesOnFromWhereItIsAskedFor() {
        final String order = order(42, "a");
        api.post("/api/v1/orders/" + order + "/cancel").viewer(42).answers(200);
        final long cancelled =
                story(order, "").at("/steps/1/event/data/sequence").asLong();

        assertThat(steps(story(order, "?from=" + cancelled)))
                .containsExactly("VIEWER io.sluice.order.cancel CANCELLED");
        assertThat(steps(story(order, "?from=" + (cancelled + 1)))).isEmpty();
        api.get(OPERATOR + "/orders/" + order + "/story?from=0").operator().isRefused(400, "FIELD_INVALID");
        api.get(OPERATOR + "/orders/999/story").operator().isRefused(404, "ORDER_UNKNOWN");
    }

    @Test
    void anUnpaidOrderIsCancelledOnItsOwnersBehalfAndTheStorySaysByWhom() {
        final String order = order(42, "a");

        final Api.Reply cancelled = api.post(OPERATOR + "/orders/" + order + "/cancel")
                .as(Role.OPERATOR, 31)
                .answers(200);

        assertThat(cancelled.at("/state").asText()).isEqualTo("CANCELLED");
        assertThat(api.get("/api/v1/orders/" + order)
                        .viewer(42)
                        .answers(200)
                        .at("/state")
                        .asText())
                .isEqualTo("CANCELLED");
        final Api.Reply story = story(order, "");
        assertThat(steps(story)).last().isEqualTo("OPERATOR io.sluice.order.cancel CANCELLED");
        assertThat(story.at("/steps/1/actor").asLong()).isEqualTo(31);
        assertThat(story.at("/steps/1/event/data/actor").asLong()).isEqualTo(31);
        api.post(OPERATOR + "/orders/" + paid("b") + "/cancel").operator().isRefused(409, "ORDER_NOT_CANCELLABLE");
    }

    @Test
    void aRefundIsAskedForWithAReasonAndTheDemosProviderPaysItBackAtOnce() {
        final String order = paid("a");

        final Api.Reply asked = refund(order, "k", ONE_CUP).answers(200);

        assertThat(asked.at("/outcome").asText()).isEqualTo("REFUND_REQUESTED");
        assertThat(asked.at("/refundFen").asLong()).isEqualTo(9_900);
        final Api.Reply story = story(order, "");
        assertThat(steps(story))
                .endsWith(
                        "OPERATOR io.sluice.order.refund-request REFUND_REQUESTED",
                        "PROVIDER io.sluice.order.refund REFUNDED");
        assertThat(story.at("/steps/2/event/data/reason").asText()).isEqualTo("The cup broke");
        assertThat(story.at("/steps/2/event/data/sequence")).isEqualTo(asked.at("/sequence"));
        assertThat(api.get(OPERATOR + "/orders/" + order)
                        .operator()
                        .answers(200)
                        .at("/refundedFen")
                        .asLong())
                .isEqualTo(9_900);
    }

    @Test
    void theSameKeyAsksOnceAndMoreThanWasPaidIsRefused() {
        final String order = paid("a");
        final Api.Reply first = refund(order, "k", ONE_CUP).answers(200);

        final Api.Reply again = refund(order, "k", ONE_CUP).answers(200);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("idempotency-replayed")).isEqualTo("true");
        refund(order, "k", ONE_CUP.replace("\"quantity\":1", "\"quantity\":2"))
                .isRefused(422, "IDEMPOTENCY_KEY_REUSED");
        final Api.Reply tooMuch = refund(order, "more", ONE_CUP.replace("\"quantity\":1", "\"quantity\":2"))
                .isRefused(409, "REFUND_EXCEEDS_LINE");
        assertThat(tooMuch.at("/offer").asLong()).isEqualTo(1_001);
        assertThat(tooMuch.at("/remaining").asLong()).isEqualTo(1);
        refund(order, "all", "{\"stock\":\"RETURN\"}").answers(200);
        refund(order, "nothing", "{\"stock\":\"RETURN\"}").isRefused(409, "ORDER_NOT_REFUNDABLE");
    }

    private String paid(final String key) {
        final String order = order(42, key);
        api.post("/api/v1/demo/payments", "{\"order\":\"" + order + "\"}")
                .viewer(42)
                .answers(200);
        return order;
    }

    private Api.Call refund(final String order, final String key, final String body) {
        return api.post(OPERATOR + "/orders/" + order + "/refund-requests", body)
                .operator()
                .key(key);
    }

    private String order(final long viewer, final String key) {
        return api.post("/api/v1/rooms/7/orders", "{\"lines\":[{\"offer\":1001,\"quantity\":2}]}")
                .viewer(viewer)
                .key(key)
                .answers(201)
                .at("/order")
                .asText();
    }

    private Api.Reply story(final String order, final String query) {
        return api.get(OPERATOR + "/orders/" + order + "/story" + query)
                .operator()
                .answers(200);
    }

    private static List<String> steps(final Api.Reply story) {
        return each(story.at("/steps"))
                .map(step -> step.path("by").asText() + " "
                        + step.at("/event/type").asText() + " "
                        + step.at("/event/data/outcome").asText())
                .toList();
    }

    private static List<String> orders(final Api.Reply page) {
        return each(page.at("/orders"))
                .map(order -> order.path("order").asText())
                .toList();
    }

    private static Stream<JsonNode> each(final JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
