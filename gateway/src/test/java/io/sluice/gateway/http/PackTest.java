package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.gateway.Api;
import io.sluice.gateway.Campaigns;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.Vouchers;
import io.sluice.gateway.admission.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackTest {
    private static final long LI = 42;
    private static final String PACKS = "/api/v1/operator/packs";

    @TempDir
    private Path data;

    private TestGateway gateway;
    private Api api;

    @BeforeEach
    void openTheShop() {
        launch();
        Shop.open(api, 100);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void packsAreListedTheGreatestOfferFirst() {
        Vouchers.sell(api);
        final Api.Reply second =
                Vouchers.put(api, 1_003, "{\"campaign\":5,\"units\":3}").answers(200);

        final JsonNode page =
                api.get(PACKS + "?limit=1").operator().answers(200).json();
        assertThat(page.toString())
                .isEqualTo("{\"packs\":[{\"offer\":1003,\"campaign\":5,\"title\":\"洗护次卡\",\"units\":3,\"sequence\":"
                        + second.at("/sequence").asText() + "}],\"next\":1003}");
        final JsonNode last =
                api.get(PACKS + "?before=1003").operator().answers(200).json();
        assertThat(last.at("/packs/0/offer").asInt()).isEqualTo(1_001);
        assertThat(last.has("next")).isFalse();
        api.get(PACKS + "?before=0").operator().isRefused(400, "FIELD_INVALID");
        api.get(PACKS).viewer(LI).isRefused(403, "ROLE_NOT_ALLOWED");
    }

    @Test
    void aPackStaysWhatItIs() {
        Vouchers.sell(api);

        assertThat(Vouchers.put(api, 1_001, "{\"campaign\":5,\"units\":10}")
                        .answers(200)
                        .header("idempotency-replayed"))
                .isEqualTo("true");
        Vouchers.put(api, 1_001, "{\"campaign\":5,\"units\":11}").isRefused(409, "PACK_FIXED");
    }

    @ParameterizedTest
    @CsvSource({
        "1003, 9, 404, CAMPAIGN_UNKNOWN, campaign",
        "1003, 6, 403, NOT_ELIGIBLE, campaign",
        "9999, 5, 404, OFFER_UNKNOWN, offer"
    })
    void whatAPackNamesHasToBeThere(
            final long offer, final long campaign, final int status, final String code, final String field) {
        Vouchers.sell(api);
        Campaigns.put(api, 6, "");

        assertThat(Vouchers.put(api, offer, "{\"campaign\":" + campaign + ",\"units\":10}")
                        .isRefused(status, code)
                        .at("/field")
                        .asText())
                .isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"units\":10}|FIELD_MISSING|campaign",
                "{\"campaign\":5}|FIELD_MISSING|units",
                "{\"campaign\":5,\"units\":0}|FIELD_INVALID|units",
                "{\"campaign\":5,\"units\":1001}|FIELD_INVALID|units",
                "{\"campaign\":0,\"units\":1}|FIELD_INVALID|campaign",
                "{\"campaign\":5,\"units\":1,\"price\":1}|UNKNOWN_FIELD|price"
            })
    void aBadBodyIsRefusedByItsPlace(final String body, final String code, final String field) {
        assertThat(Vouchers.put(api, 1_001, body)
                        .isRefused(400, code)
                        .at("/field")
                        .asText())
                .isEqualTo(field);
    }

    @Test
    void aPackIsSoldWhole() {
        Vouchers.sell(api);

        final Api.Reply refused = Vouchers.order(api, LI, 11).isRefused(409, "PACK_SIZE");
        assertThat(refused.at("/offer").asInt()).isEqualTo(1_001);
    }

    @Test
    void whatIsPaidForAreVouchersOfTheViewer() {
        Vouchers.sell(api);

        final JsonNode order = Vouchers.buy(api, LI, 20);

        assertThat(order.at("/lines/0/vouchers").toString()).isEqualTo("{\"first\":\"1\",\"count\":20}");
        assertThat(api.get("/api/v1/me/orders").viewer(LI).answers(200).at("/orders/0"))
                .isEqualTo(order);
        final JsonNode coupons =
                api.get("/api/v1/me/coupons?limit=20").viewer(LI).answers(200).json();
        assertThat(coupons.at("/coupons")).hasSize(20);
        assertThat(coupons.at("/coupons/19/coupon").asText()).isEqualTo("1");
        assertThat(coupons.at("/coupons/19/title").asText()).isEqualTo("洗护次卡");
        assertThat(coupons.at("/coupons/19/state").asText()).isEqualTo("CLAIMED");
        assertThat(campaign().at("/claimed").asInt()).isEqualTo(20);
        assertThat(campaign().at("/takenFen").asInt()).isZero();
    }

    @Test
    void anUnpaidOrderHasNoVouchersNorHasOneThatWasPlacedBeforeItsOfferWasAPack() {
        final String plain =
                Vouchers.order(api, LI, 1).answers(201).at("/order").asText();
        Vouchers.sell(api);

        final JsonNode placed = Vouchers.order(api, LI, 10).answers(201).json();
        assertThat(placed.at("/lines/0").has("vouchers")).isFalse();
        api.post("/api/v1/demo/payments", "{\"order\":\"" + plain + "\"}")
                .viewer(LI)
                .answers(200);
        assertThat(api.get("/api/v1/orders/" + plain)
                        .viewer(LI)
                        .answers(200)
                        .at("/lines/0")
                        .has("vouchers"))
                .isFalse();
    }

    @Test
    void aVoucherThatIsRefundedIsVoid() {
        Vouchers.sell(api);
        final JsonNode order = Vouchers.buy(api, LI, 10);

        final String refund = "{\"reference\":\"r\",\"order\":\""
                + order.at("/order").asText() + "\",\"stock\":\"RETURN\",\"lines\":[{\"offer\":1001,\"quantity\":9}]}";
        api.post("/api/v1/refunds", refund)
                .header(
                        "Sluice-Signature",
                        new WebhookSignature(
                                        TestGateway.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8),
                                        System::currentTimeMillis)
                                .sign(refund.getBytes(StandardCharsets.UTF_8)))
                .answers(200);

        final JsonNode coupons =
                api.get("/api/v1/me/coupons").viewer(LI).answers(200).json();
        assertThat(coupons.at("/coupons/0/state").asText()).isEqualTo("VOID");
        assertThat(coupons.at("/coupons/9/state").asText()).isEqualTo("CLAIMED");
    }

    @Test
    void nobodyClaimsVouchersOrIsToldToInTheRoom() {
        Vouchers.sell(api);
        gateway.rooms().put(7, "{}");

        Campaigns.claim(api, 5, LI, "k").isRefused(403, "NOT_ELIGIBLE");
        assertThat(api.get("/api/v1/rooms/7/campaigns").answers(200).at("/campaigns"))
                .isEmpty();
    }

    @Test
    void packsAndWhatWasSoldAreThereAfterARestart() {
        Vouchers.sell(api);
        final JsonNode order = Vouchers.buy(api, LI, 10);
        final String packs = api.get(PACKS).operator().answers(200).text();

        gateway.close();
        launch();

        assertThat(api.get(PACKS).operator().answers(200).text()).isEqualTo(packs);
        assertThat(campaign().at("/claimed").asInt()).isEqualTo(10);
        assertThat(api.get("/api/v1/orders/" + order.at("/order").asText())
                        .viewer(LI)
                        .answers(200)
                        .json())
                .isEqualTo(order);
    }

    private JsonNode campaign() {
        return api.get("/api/v1/operator/campaigns/5").operator().answers(200).json();
    }

    private void launch() {
        gateway = TestGateway.launch(data);
        api = gateway.api();
    }
}
