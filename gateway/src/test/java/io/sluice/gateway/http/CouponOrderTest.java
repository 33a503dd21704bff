package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.gateway.Api;
import io.sluice.gateway.Campaigns;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CouponOrderTest {
    private static final long LI = 42;
    private static final String TWO_LINES = "[{\"offer\":1001,\"quantity\":1},{\"offer\":1002,\"quantity\":1}]";
    private static final String CAKE = "[{\"offer\":1001,\"quantity\":1}]";

    @TempDir
    private Path data;

    private TestGateway gateway;
    private Api api;

    @BeforeEach
    void openTheShop() {
        gateway = TestGateway.launch(data);
        api = gateway.api();
        Shop.open(api, 10);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aCouponComesOffTheLinesAndIsSaidWithTheOrder() {
        Campaigns.put(api, 5, "");
        final String coupon = Campaigns.coupon(api, 5, LI);

        final JsonNode order = place(TWO_LINES, coupon).answers(201).json();

        assertThat(order.at("/coupon").asText()).isEqualTo(coupon);
        assertThat(order.at("/discountFen").asInt()).isEqualTo(1_000);
        assertThat(order.at("/totalFen").asInt()).isEqualTo(14_800);
        assertThat(order.at("/lines/0/discountFen").asInt()
                        + order.at("/lines/1/discountFen").asInt())
                .isEqualTo(1_000);
        assertThat(api.get("/api/v1/orders/" + order.at("/order").asText())
                        .viewer(LI)
                        .answers(200)
                        .json())
                .isEqualTo(order);
        assertThat(api.get("/api/v1/me/orders").viewer(LI).answers(200).at("/orders/0"))
                .isEqualTo(order);
    }

    @Test
    void anOrderWithoutACouponSaysNothingOfOne() {
        final JsonNode order = place(CAKE, null).answers(201).json();

        assertThat(order.has("coupon")).isFalse();
        assertThat(order.has("discountFen")).isFalse();
        assertThat(order.at("/lines/0").has("discountFen")).isFalse();
    }

    @Test
    void aCouponIsHeldThenUsedAndComesBackWithACancellation() {
        Campaigns.put(api, 5, "");
        final String coupon = Campaigns.coupon(api, 5, LI);
        final String order = orderOf(place(CAKE, coupon).answers(201));
        assertThat(stateOf(coupon)).isEqualTo("HELD");
        place(CAKE.replace("1}", "2}"), coupon).key("second").isRefused(409, "COUPON_TAKEN");

        api.post("/api/v1/orders/" + order + "/cancel").viewer(LI).answers(200);
        assertThat(stateOf(coupon)).isEqualTo("CLAIMED");

        final String another = orderOf(place(CAKE, coupon).key("third").answers(201));
        api.post("/api/v1/demo/payments", "{\"order\":\"" + another + "\"}")
                .viewer(LI)
                .answers(200);
        assertThat(stateOf(coupon)).isEqualTo("USED");
        assertThat(coupons().at("/coupons/0/order").asText()).isEqualTo(another);
    }

    @Test
    void aCouponThatDoesNotFitIsRefused() {
        Campaigns.put(api, 5, ",\"minimumFen\":100000");
        Campaigns.put(api, 6, ",\"offers\":[1002]");
        place(CAKE, "99").key("a").isRefused(409, "COUPON_UNKNOWN");
        place(CAKE, "x").key("b").isRefused(409, "COUPON_UNKNOWN");
        place(CAKE, Campaigns.coupon(api, 5, 43)).key("c").isRefused(409, "COUPON_UNKNOWN");
        place(CAKE, Campaigns.coupon(api, 5, LI)).key("d").isRefused(409, "COUPON_MINIMUM");
        place(CAKE, Campaigns.coupon(api, 6, LI)).key("e").isRefused(409, "COUPON_NOT_FOR_THIS");
    }

    @Test
    void anOrderThatCostsNothingIsPaidByTheDemo() {
        final String order = freeOrder();

        assertThat(api.post("/api/v1/demo/payments", "{\"order\":\"" + order + "\"}")
                        .viewer(LI)
                        .answers(200)
                        .at("/outcome")
                        .asText())
                .isEqualTo("PAID");
    }

    @Test
    void anOrderThatCostsNothingIsPaidByTheProvider() {
        final String order = freeOrder();
        final String body = "{\"reference\":\"p1\",\"order\":\"" + order + "\",\"amountFen\":0}";
        final WebhookSignature signature = new WebhookSignature(
                TestGateway.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), System::currentTimeMillis);

        assertThat(api.post("/api/v1/payments", body)
                        .header("Sluice-Signature", signature.sign(body.getBytes(StandardCharsets.UTF_8)))
                        .answers(200)
                        .at("/outcome")
                        .asText())
                .isEqualTo("PAID");
    }

    private String freeOrder() {
        api.put(
                        "/api/v1/operator/campaigns/5",
                        Campaigns.body("")
                                .replace("\"discountFen\":1000", "\"discountFen\":9900")
                                .replace("\"budgetFen\":100000", "\"budgetFen\":9900"))
                .operator()
                .answers(200);
        final Api.Reply order = place(CAKE, Campaigns.coupon(api, 5, LI)).answers(201);
        assertThat(order.at("/totalFen").asInt()).isZero();
        return orderOf(order);
    }

    private Api.Call place(final String lines, final String coupon) {
        final String body = "{\"lines\":" + lines + (coupon == null ? "" : ",\"coupon\":\"" + coupon + "\"") + "}";
        return api.post("/api/v1/rooms/7/orders", body).viewer(LI).key("press");
    }

    private static String orderOf(final Api.Reply order) {
        return order.at("/order").asText();
    }

    private String stateOf(final String coupon) {
        assertThat(coupons().at("/coupons/0/coupon").asText()).isEqualTo(coupon);
        return coupons().at("/coupons/0/state").asText();
    }

    private JsonNode coupons() {
        return api.get("/api/v1/me/coupons").viewer(LI).answers(200).json();
    }
}
