package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.gateway.Api;
import io.sluice.gateway.Campaigns;
import io.sluice.gateway.GatewayProperty;
import io.sluice.gateway.People;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimTest {
    private static final long LI = 42;
    private static final String CLAIMS = "/api/v1/campaigns/5/claims";
    private static final String NEAR_STORE_1 = ",\"audience\":{\"kind\":\"NEARBY\",\"store\":1,\"radiusMetres\":1000}";

    @TempDir
    private Path data;

    private TestGateway gateway;
    private Api api;

    @BeforeEach
    void openTheShop() {
        gateway = TestGateway.launch(data);
        api = gateway.api();
        Shop.open(api, 10);
        People.hire(api);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aClaimBringsACoupon() {
        Campaigns.put(api, 5, ",\"basisPoints\":500,\"minimumFen\":9900");

        final JsonNode coupon =
                Campaigns.claim(api, 5, LI, "press").answers(201).json();

        assertThat(coupon.at("/coupon").asText()).isEqualTo("1");
        assertThat(coupon.at("/campaign").asInt()).isEqualTo(5);
        assertThat(coupon.at("/discountFen").asInt()).isEqualTo(1_000);
        assertThat(coupon.at("/basisPoints").asInt()).isEqualTo(500);
        assertThat(coupon.at("/minimumFen").asInt()).isEqualTo(9_900);
        assertThat(coupon.at("/expiresAt").asText()).startsWith("2026-11-22T12:0");
        assertThat(coupon.at("/byPosition").asBoolean()).isFalse();
        assertThat(coupon.at("/sequence").asLong()).isEqualTo(gateway.sequence());
    }

    @Test
    void theSameKeyGivesTheSameAnswerAgainAlsoAfterOtherTerms() {
        Campaigns.put(api, 5, ",\"perViewer\":2");
        final Api.Reply first = Campaigns.claim(api, 5, LI, "press").answers(201);
        api.put("/api/v1/operator/campaigns/5", Campaigns.body("").replace("1000,", "2000,"))
                .operator()
                .answers(200);

        final Api.Reply again = Campaigns.claim(api, 5, LI, "press").answers(200);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        Campaigns.claim(api, 5, LI, "another").isRefused(409, "CLAIM_LIMIT");
    }

    @Test
    void whatIsRefusedSaysWhy() {
        Campaigns.put(api, 5, "");
        Campaigns.put(api, 6, ",\"rain\":true");
        put(7, Campaigns.body("").replace("2026-11-21T12", "2026-11-22T12"));
        put(8, Campaigns.body("").replace("2026-11-21T12", "2026-11-01T12").replace("2026-11-28", "2026-11-20"));
        Campaigns.put(api, 9, ",\"audience\":{\"kind\":\"NEWCOMERS\",\"memberDays\":30}");
        put(10, Campaigns.body("").replace("\"count\":100", "\"count\":1"));

        Campaigns.claim(api, 99, LI, "k").isRefused(404, "CAMPAIGN_UNKNOWN");
        assertThat(Campaigns.claim(api, 6, LI, "k")
                        .isRefused(409, "CLAIM_NOT_OPEN")
                        .json()
                        .has("opensAt"))
                .isFalse();
        assertThat(Campaigns.claim(api, 7, LI, "k")
                        .isRefused(409, "CLAIM_NOT_OPEN")
                        .at("/opensAt")
                        .asText())
                .isEqualTo("2026-11-22T12:00:00.000Z");
        assertThat(Campaigns.claim(api, 8, LI, "k")
                        .isRefused(409, "CLAIM_CLOSED")
                        .at("/closesAt")
                        .asText())
                .isEqualTo("2026-11-20T12:00:00.000Z");
        Campaigns.claim(api, 9, LI, "k").isRefused(403, "NOT_ELIGIBLE");
        Campaigns.claim(api, 5, LI, "k").answers(201);
        assertThat(Campaigns.claim(api, 5, LI, "other")
                        .isRefused(409, "CLAIM_LIMIT")
                        .at("/limit")
                        .asInt())
                .isEqualTo(1);
        Campaigns.claim(api, 10, LI, "k").answers(201);
        Campaigns.claim(api, 10, 43, "k").isRefused(409, "COUPONS_GONE");
    }

    @Test
    void whoSaysToBeNearTheStoreHasACouponThatSaysSo() {
        Campaigns.put(api, 5, NEAR_STORE_1);

        Campaigns.claim(api, 5, LI, "k").isRefused(403, "TOO_FAR");
        at("{\"latitude\":31.25,\"longitude\":121.480539}", "k").isRefused(403, "TOO_FAR");
        final JsonNode coupon = at("{\"latitude\":31.2359290000001,\"longitude\":1.21480539e2}", "k")
                .answers(201)
                .json();

        assertThat(coupon.at("/byPosition").asBoolean()).isTrue();
    }

    @Test
    void aClaimNeedsAKeyAndAViewer() {
        Campaigns.put(api, 5, "");
        api.post(CLAIMS, "{}").viewer(LI).isRefused(400, "KEY_MISSING");
        api.post(CLAIMS, "{}").viewer(LI).key(" ").isRefused(400, "KEY_INVALID");
        api.post(CLAIMS, "{}").key("k").isRefused(401, "TOKEN_MISSING");
        api.post(CLAIMS, "{}").operator().key("k").isRefused(403, "ROLE_NOT_ALLOWED");
        api.post(CLAIMS, "{}").as(Role.GUIDE, People.GUIDE_3).key("k").answers(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'latitude':90.0000001,'longitude':0} | FIELD_INVALID | latitude",
                "{'latitude':0,'longitude':-180.5} | FIELD_INVALID | longitude",
                "{'latitude':'31.2','longitude':121} | FIELD_INVALID | latitude",
                "{'latitude':1e999999999,'longitude':0} | FIELD_INVALID | latitude",
                "{'latitude':1e-999999999,'longitude':0} | FIELD_INVALID | latitude",
                "{'latitude':0.000000000000000000000000000000001,'longitude':0} | FIELD_INVALID | latitude",
                "{'latitude':null,'longitude':0} | FIELD_INVALID | latitude",
                "{'latitude':31.2} | FIELD_MISSING | longitude",
                "{'longitude':31.2} | FIELD_MISSING | latitude",
                "{'coupon':1} | UNKNOWN_FIELD | coupon"
            })
    void aBadPositionIsRefusedByItsPlace(final String body, final String code, final String field) {
        Campaigns.put(api, 5, "");

        assertThat(at(body.replace('\'', '"'), "k")
                        .isRefused(400, code)
                        .at("/field")
                        .asText())
                .isEqualTo(field);
    }

    @Test
    void aViewersCouponsAreListedTheNewestFirst() {
        for (int campaign = 1; campaign <= 3; campaign++) {
            Campaigns.put(api, campaign, campaign == 3 ? ",\"offers\":[1001]" : "");
            Campaigns.claim(api, campaign, LI, "k").answers(201);
        }
        Campaigns.claim(api, 1, 43, "k").answers(201);

        final JsonNode page =
                api.get("/api/v1/me/coupons?limit=2").viewer(LI).answers(200).json();
        assertThat(page.at("/coupons").findValuesAsText("coupon")).containsExactly("3", "2");
        assertThat(page.at("/coupons/0/title").asText()).isEqualTo("十元券");
        assertThat(page.at("/coupons/0/state").asText()).isEqualTo("CLAIMED");
        assertThat(page.at("/coupons/0/offers/0").asInt()).isEqualTo(1_001);
        assertThat(page.at("/next").asText()).isEqualTo("2");

        final JsonNode last =
                api.get("/api/v1/me/coupons?before=2").viewer(LI).answers(200).json();
        assertThat(last.at("/coupons").findValuesAsText("coupon")).containsExactly("1");
        assertThat(last.has("next")).isFalse();
        api.get("/api/v1/me/coupons?before=x").viewer(LI).isRefused(400, "FIELD_INVALID");
        api.get("/api/v1/me/coupons").operator().isRefused(403, "ROLE_NOT_ALLOWED");
    }

    @Test
    void whoClaimsTooFastIsToldToWait() {
        gateway.close();
        gateway = TestGateway.launch(
                data,
                TestGateway.context().set(GatewayProperty.CLAIM_PER_SECOND, 1).set(GatewayProperty.CLAIM_BURST, 1));
        api = gateway.api();
        Campaigns.claim(api, 99, LI, "k").isRefused(404, "CAMPAIGN_UNKNOWN");

        Campaigns.claim(api, 99, LI, "k").isRefused(429, "TOO_FAST");
        Campaigns.claim(api, 99, 43, "k").isRefused(404, "CAMPAIGN_UNKNOWN");
    }

    private Api.Call at(final String body, final String key) {
        return api.post(CLAIMS, body).viewer(LI).key(key);
    }

    private void put(final long campaign, final String body) {
        api.put("/api/v1/operator/campaigns/" + campaign, body).operator().answers(200);
    }
}
