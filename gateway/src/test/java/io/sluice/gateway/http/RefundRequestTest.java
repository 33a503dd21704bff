package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.gateway.Api;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.Vouchers;
import io.sluice.gateway.admission.Role;
import io.sluice.gateway.admission.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How refunds end that somebody who helps a customer asked for. */
class RefundRequestTest {
    private static final String REFUNDS = "/api/v1/refunds";
    private static final String DECLINED = "/api/v1/refunds/declined";
    private static final long BUYER = 42;

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
    void theProviderDeclinesWithAReasonAndItCanBeAskedForAgain() {
        final String order = paid("a");
        final long request = waiting(order, "k");

        final Api.Reply ended = signed(DECLINED, declined(order, request)).answers(200);
        final Api.Reply again = signed(DECLINED, declined(order, request)).answers(200);

        assertThat(ended.at("/outcome").asText()).isEqualTo("REFUND_DECLINED");
        assertThat(ended.at("/request").asLong()).isEqualTo(request);
        assertThat(again.header("idempotency-replayed")).isEqualTo("true");
        assertThat(steps(order))
                .endsWith(
                        "OPERATOR io.sluice.order.refund-request REFUND_REQUESTED",
                        "PROVIDER io.sluice.order.refund-decline REFUND_DECLINED");
        final JsonNode last = story(order).get(3).at("/event/data");
        assertThat(last.path("reason").asText()).isEqualTo("The account is closed");
        assertThat(last.path("request").asLong()).isEqualTo(request);
        assertThat(waiting(order, "k2")).isGreaterThan(request);
    }

    @Test
    void anybodyOfTheServiceDeskWithdrawsWhatIsNotAnsweredAndMoneyThatWentCountsAllTheSame() {
        final String order = paid("a");
        final long request = waiting(order, "k");

        final Api.Reply ended = withdraw(order, request).as(Role.SERVICE, 33).answers(200);
        final Api.Reply again = withdraw(order, request).operator().answers(200);

        assertThat(ended.at("/outcome").asText()).isEqualTo("REFUND_WITHDRAWN");
        assertThat(again.header("idempotency-replayed")).isEqualTo("true");
        withdraw(order, request).as(Role.MODERATOR, 34).isRefused(403, "ROLE_NOT_ALLOWED");
        signed(DECLINED, declined(order, request)).isRefused(409, "REFUND_REQUEST_ENDED");
        final Api.Reply late = signed(REFUNDS, refund(order, "r", request)).answers(200);
        assertThat(late.at("/refundFen").asLong()).isEqualTo(9_900);
        assertThat(story(order).get(3).path("actor").asLong()).isEqualTo(33);
        assertThat(steps(order))
                .endsWith(
                        "OPERATOR io.sluice.order.refund-withdraw REFUND_WITHDRAWN",
                        "PROVIDER io.sluice.order.refund-decline REFUND_REQUEST_ENDED",
                        "PROVIDER io.sluice.order.refund REFUNDED");
    }

    @Test
    void aRefundNamesWhatItCompletes() {
        final String order = paid("a");
        final long first = waiting(order, "k");
        withdraw(order, first).operator().answers(200);
        final long second = waiting(order, "k2");

        signed(REFUNDS, refund(order, "r1", first)).answers(200);

        ask(order, "k3", "demo:wait").isRefused(409, "REFUND_PENDING");
        signed(REFUNDS, refund(order, "r1", second)).isRefused(422, "IDEMPOTENCY_KEY_REUSED");
        signed(REFUNDS, refund(order, "r2", second)).answers(200);
        withdraw(order, second).operator().isRefused(409, "REFUND_REQUEST_ENDED");
        signed(DECLINED, declined(order, second)).isRefused(409, "REFUND_REQUEST_ENDED");
    }

    @Test
    void whatNobodyAskedForOfThatOrderIsUnknown() {
        final String order = paid("a");
        final String other = paid("b");
        final long request = waiting(order, "k");

        withdraw(other, request).operator().isRefused(404, "REFUND_REQUEST_UNKNOWN");
        withdraw("999", request).operator().isRefused(404, "ORDER_UNKNOWN");
        signed(DECLINED, declined(other, request)).isRefused(404, "REFUND_REQUEST_UNKNOWN");
        signed(REFUNDS, refund(other, "r", request)).isRefused(404, "REFUND_REQUEST_UNKNOWN");
        signed(DECLINED, "{\"order\":\"" + order + "\",\"reason\":\"x\"}").isRefused(400, "FIELD_MISSING");
        signed(DECLINED, "{\"order\":\"" + order + "\",\"request\":1}").isRefused(400, "FIELD_MISSING");
        signed(REFUNDS, refund(order, "r", 0)).isRefused(400, "FIELD_INVALID");
        api.post(DECLINED, declined(order, request))
                .header(WebhookSignature.HEADER, "")
                .isRefused(401, "SIGNATURE_INVALID");
    }

    @Test
    void theDemosProviderDeclinesWhenTheReasonSaysSo() {
        final String order = paid("a");

        ask(order, "k", "demo:decline").answers(200);
        ask(order, "k", "demo:decline").answers(200);

        assertThat(steps(order))
                .endsWith(
                        "OPERATOR io.sluice.order.refund-request REFUND_REQUESTED",
                        "PROVIDER io.sluice.order.refund-decline REFUND_DECLINED");
    }

    @Test
    void theDemosProviderHearsNothingOfAKeyThatComesAgainAfterAWithdrawal() {
        final String order = paid("a");
        final long request = waiting(order, "k");
        withdraw(order, request).operator().answers(200);

        final Api.Reply again = ask(order, "k", "Too small").answers(200);

        assertThat(again.header("idempotency-replayed")).isEqualTo("true");
        assertThat(again.at("/sequence").asLong()).isEqualTo(request);
        assertThat(steps(order)).noneMatch(step -> step.endsWith("REFUNDED"));
    }

    @Test
    void aRefundThatNamesARequestSaysWhichUnits() {
        final String order = paid("a");
        final long request = waiting(order, "k");

        signed(
                        REFUNDS,
                        "{\"reference\":\"r\",\"order\":\"" + order + "\",\"request\":" + request
                                + ",\"stock\":\"RETURN\"}")
                .isRefused(400, "FIELD_MISSING");

        ask(order, "k2", "demo:wait").isRefused(409, "REFUND_PENDING");
    }

    @Test
    void whatIsPendingEndsWhenLateMoneyLeavesNothing() {
        final String order = paid("a");
        final long first = waiting(order, "k");
        withdraw(order, first).operator().answers(200);
        final long second = askFor(order, "k2", "{\"stock\":\"RETURN\",\"reason\":\"demo:wait\"}")
                .answers(200)
                .at("/sequence")
                .asLong();

        signed(REFUNDS, refund(order, "r", first).replace("\"quantity\":1", "\"quantity\":2"))
                .answers(200);

        signed(DECLINED, declined(order, second)).isRefused(409, "REFUND_REQUEST_ENDED");
        final Api.Reply ended = withdraw(order, second).operator().answers(200);
        assertThat(ended.header("idempotency-replayed")).isEqualTo("true");
    }

    @Test
    void aVoucherWhoseRefundIsAskedForCannotBeUsed() {
        Vouchers.sell(api);
        final String pack = Vouchers.buy(api, BUYER, 10).at("/order").asText();
        final long request = askFor(pack, "k", "{\"stock\":\"RETURN\",\"reason\":\"demo:wait\"}")
                .answers(200)
                .at("/sequence")
                .asLong();
        assertThat(newestVoucher()).isEqualTo("REFUNDING");

        Vouchers.use(api, BUYER, "10").isRefused(409, "COUPON_REFUNDING");

        withdraw(pack, request).operator().answers(200);
        assertThat(newestVoucher()).isEqualTo("CLAIMED");
    }

    private String newestVoucher() {
        return api.get("/api/v1/me/coupons")
                .viewer(BUYER)
                .answers(200)
                .at("/coupons/0/state")
                .asText();
    }

    /** Asks for one unit, and the provider does not answer; answers the record. */
    private long waiting(final String order, final String key) {
        return ask(order, key, "demo:wait").answers(200).at("/sequence").asLong();
    }

    private Api.Call ask(final String order, final String key, final String reason) {
        final String oneUnit = "{\"stock\":\"RETURN\",\"lines\":[{\"offer\":1001,\"quantity\":1}],\"reason\":\"";
        return askFor(order, key, oneUnit + reason + "\"}");
    }

    private Api.Call askFor(final String order, final String key, final String body) {
        return api.post("/api/v1/operator/orders/" + order + "/refund-requests", body)
                .operator()
                .key(key);
    }

    private Api.Call withdraw(final String order, final long request) {
        return api.call("DELETE", "/api/v1/operator/orders/" + order + "/refund-requests/" + request);
    }

    private Api.Call signed(final String path, final String body) {
        return api.post(path, body)
                .header(
                        WebhookSignature.HEADER,
                        new WebhookSignature(
                                        TestGateway.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8),
                                        System::currentTimeMillis)
                                .sign(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String declined(final String order, final long request) {
        return "{\"order\":\"" + order + "\",\"request\":" + request + ",\"reason\":\"The account is closed\"}";
    }

    private static String refund(final String order, final String reference, final long request) {
        return "{\"reference\":\"" + reference + "\",\"order\":\"" + order + "\",\"request\":" + request
                + ",\"stock\":\"RETURN\",\"lines\":[{\"offer\":1001,\"quantity\":1}]}";
    }

    private String paid(final String key) {
        final String order = api.post("/api/v1/rooms/7/orders", "{\"lines\":[{\"offer\":1001,\"quantity\":2}]}")
                .viewer(BUYER)
                .key(key)
                .answers(201)
                .at("/order")
                .asText();
        api.post("/api/v1/demo/payments", "{\"order\":\"" + order + "\"}")
                .viewer(BUYER)
                .answers(200);
        return order;
    }

    private JsonNode story(final String order) {
        return api.get("/api/v1/operator/orders/" + order + "/story")
                .operator()
                .answers(200)
                .at("/steps");
    }

    private List<String> steps(final String order) {
        return StreamSupport.stream(story(order).spliterator(), false)
                .map(step -> step.path("by").asText() + " "
                        + step.at("/event/type").asText() + " "
                        + step.at("/event/data/outcome").asText())
                .toList();
    }
}
