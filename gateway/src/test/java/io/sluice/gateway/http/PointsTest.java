package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.gateway.Api;
import io.sluice.gateway.Campaigns;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointsTest {
    private static final long LI = 42;
    private static final String RULES = "/api/v1/operator/points";
    private static final String MINE = "/api/v1/me/points";

    @TempDir
    private Path data;

    private TestGateway gateway;
    private Api api;

    @BeforeEach
    void openTheShop() {
        launch();
        Shop.open(api, 10);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aReasonBringsNothingUntilSomebodySaysSo() {
        rule("QUIZ", "{\"points\":5,\"dailyCap\":12,\"validDays\":90}").answers(200);
        rule("GIFT", "{\"points\":7}").answers(200);

        final JsonNode rules = api.get(RULES).operator().answers(200).at("/rules");
        assertThat(rules.findValuesAsText("reason"))
                .containsExactly("PURCHASE", "REFERRAL", "SHARE", "COMMENT", "QUIZ", "GIFT");
        assertThat(rules.get(0).toString())
                .isEqualTo("{\"reason\":\"PURCHASE\",\"points\":0,\"dailyCap\":0,\"validDays\":0}");
        assertThat(rules.get(4).toString())
                .isEqualTo("{\"reason\":\"QUIZ\",\"points\":5,\"dailyCap\":12,\"validDays\":90}");
        assertThat(rules.get(5).toString())
                .isEqualTo("{\"reason\":\"GIFT\",\"points\":7,\"dailyCap\":0,\"validDays\":0}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "QUIZ|{}|FIELD_MISSING|points",
                "QUIZ|{\"points\":-1}|FIELD_INVALID|points",
                "QUIZ|{\"points\":100000001}|FIELD_INVALID|points",
                "QUIZ|{\"points\":1,\"dailyCap\":-1}|FIELD_INVALID|dailyCap",
                "QUIZ|{\"points\":1,\"validDays\":3661}|FIELD_INVALID|validDays",
                "QUIZ|{\"points\":1,\"days\":1}|UNKNOWN_FIELD|days",
                "SPENT|{\"points\":1}|FIELD_INVALID|reason",
                "quiz|{\"points\":1}|FIELD_INVALID|reason"
            })
    void aBadRuleIsRefusedByItsPlace(final String reason, final String body, final String code, final String field) {
        assertThat(rule(reason, body).isRefused(400, code).at("/field").asText())
                .isEqualTo(field);
    }

    @Test
    void anAwardIsWhatTheRuleSaysUpToTheDaysCap() {
        rule("QUIZ", "{\"points\":5,\"dailyCap\":8,\"validDays\":90}").answers(200);

        assertThat(pointsOf(award("a"))).isEqualTo(5);
        assertThat(pointsOf(award("b"))).isEqualTo(3);
        assertThat(pointsOf(award("c"))).isZero();

        final JsonNode mine = mine("");
        assertThat(mine.at("/balance").asInt()).isEqualTo(8);
        assertThat(mine.at("/moves")).hasSize(2);
        assertThat(mine.at("/moves/0/points").asInt()).isEqualTo(3);
        assertThat(mine.at("/moves/0/reason").asText()).isEqualTo("QUIZ");
        assertThat(Rfc3339.parse(mine.at("/moves/0/expiresAt").asText())
                        - Rfc3339.parse(mine.at("/moves/0/at").asText()))
                .isEqualTo(90L * 86_400_000);
    }

    @Test
    void aKeyAwardsOnce() {
        rule("QUIZ", "{\"points\":5}").answers(200);
        award("a").answers(200);

        final Api.Reply again = award("a").answers(200);

        assertThat(again.at("/points").asInt()).isEqualTo(5);
        assertThat(again.header("idempotency-replayed")).isEqualTo("true");
        assertThat(mine("").at("/balance").asInt()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|FIELD_MISSING|reason",
                "{\"reason\":\"PURCHASE\"}|FIELD_INVALID|reason",
                "{\"reason\":7}|FIELD_INVALID|reason",
                "{\"reason\":\"QUIZ\",\"points\":7}|UNKNOWN_FIELD|points"
            })
    void aBadAwardIsRefusedByItsPlace(final String body, final String code, final String field) {
        assertThat(api.post("/api/v1/operator/viewers/42/points", body)
                        .operator()
                        .key("a")
                        .isRefused(400, code)
                        .at("/field")
                        .asText())
                .isEqualTo(field);
    }

    @Test
    void anAwardNeedsAKeyAndAnOperator() {
        api.post("/api/v1/operator/viewers/42/points", "{\"reason\":\"QUIZ\"}")
                .operator()
                .isRefused(400, "KEY_MISSING");
        api.post("/api/v1/operator/viewers/42/points", "{\"reason\":\"QUIZ\"}")
                .viewer(LI)
                .key("a")
                .isRefused(403, "ROLE_NOT_ALLOWED");
    }

    @Test
    void aPurchaseBringsPointsWithItsOrder() {
        rule("PURCHASE", "{\"points\":100}").answers(200);

        final String order = buyTwo();

        final JsonNode mine = mine("");
        assertThat(mine.at("/balance").asInt()).isEqualTo(100);
        assertThat(mine.at("/moves/0/order").asText()).isEqualTo(order);
        assertThat(mine.at("/moves/0/reason").asText()).isEqualTo("PURCHASE");
        assertThat(mine.at("/moves/0").has("expiresAt")).isFalse();
    }

    @Test
    void pointsBuyCoupons() {
        rule("QUIZ", "{\"points\":30}").answers(200);
        Campaigns.put(api, 5, ",\"points\":20,\"perViewer\":2");
        gateway.rooms().put(7, "{}");
        assertThat(api.get("/api/v1/operator/campaigns/5")
                        .operator()
                        .answers(200)
                        .at("/points")
                        .asInt())
                .isEqualTo(20);
        assertThat(api.get("/api/v1/rooms/7/campaigns")
                        .answers(200)
                        .at("/campaigns/0/points")
                        .asInt())
                .isEqualTo(20);
        Campaigns.claim(api, 5, LI, "a").isRefused(409, "POINTS_TOO_FEW");

        award("q").answers(200);
        Campaigns.claim(api, 5, LI, "b").answers(201);
        Campaigns.claim(api, 5, LI, "c").isRefused(409, "POINTS_TOO_FEW");

        final JsonNode mine = mine("");
        assertThat(mine.at("/balance").asInt()).isEqualTo(10);
        assertThat(mine.at("/moves/0/points").asInt()).isEqualTo(-20);
        assertThat(mine.at("/moves/0/reason").asText()).isEqualTo("SPENT");
        assertThat(mine.at("/moves/0").has("expiresAt")).isFalse();
    }

    @Test
    void movesAreReadByPages() {
        rule("QUIZ", "{\"points\":1}").answers(200);
        for (int i = 1; i <= 3; i++) {
            award("k" + i).answers(200);
        }

        final JsonNode page = mine("?limit=2");
        assertThat(page.at("/moves").findValuesAsText("move")).containsExactly("3", "2");
        assertThat(page.at("/next").asText()).isEqualTo("2");
        final JsonNode last = mine("?before=2");
        assertThat(last.at("/moves").findValuesAsText("move")).containsExactly("1");
        assertThat(last.at("/balance").asInt()).isEqualTo(3);
        assertThat(last.has("next")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"before=x", "limit=0", "limit=51", "limit=x"})
    void aBadPageIsRefused(final String query) {
        assertThat(query)
                .startsWith(api.get(MINE + "?" + query)
                        .viewer(LI)
                        .isRefused(400, "FIELD_INVALID")
                        .at("/field")
                        .asText());
    }

    @Test
    void onlyViewersHavePoints() {
        api.get(MINE).operator().isRefused(403, "ROLE_NOT_ALLOWED");
        api.get(RULES).viewer(LI).isRefused(403, "ROLE_NOT_ALLOWED");
        assertThat(mine("").toString()).isEqualTo("{\"balance\":0,\"moves\":[]}");
    }

    @Test
    void rulesAndPointsAreThereAfterARestart() {
        rule("QUIZ", "{\"points\":5,\"dailyCap\":8,\"validDays\":90}").answers(200);
        award("a").answers(200);
        final String rules = api.get(RULES).operator().answers(200).text();
        final JsonNode mine = mine("");

        gateway.close();
        launch();

        assertThat(api.get(RULES).operator().answers(200).text()).isEqualTo(rules);
        assertThat(mine("")).isEqualTo(mine);
    }

    private Api.Call rule(final String reason, final String body) {
        return api.put(RULES + "/" + reason, body).operator();
    }

    private Api.Call award(final String key) {
        return api.post("/api/v1/operator/viewers/42/points", "{\"reason\":\"QUIZ\"}")
                .operator()
                .key(key);
    }

    private static int pointsOf(final Api.Call award) {
        return award.answers(200).at("/points").asInt();
    }

    private JsonNode mine(final String query) {
        return api.get(MINE + query).viewer(LI).answers(200).json();
    }

    private String buyTwo() {
        final String order = api.post("/api/v1/rooms/7/orders", "{\"lines\":[{\"offer\":1001,\"quantity\":2}]}")
                .viewer(LI)
                .key("two")
                .answers(201)
                .at("/order")
                .asText();
        api.post("/api/v1/demo/payments", "{\"order\":\"" + order + "\"}")
                .viewer(LI)
                .answers(200);
        return order;
    }

    private void launch() {
        gateway = TestGateway.launch(data);
        api = gateway.api();
    }
}
