package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.gateway.Api;
import io.sluice.gateway.People;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Role;
import io.sluice.gateway.admission.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators say of commission, and what they see of it. */
class CommissionTest {
    private static final String OPERATOR = "/api/v1/operator";
    private static final String PLAN = "{\"returnDays\":7,\"shares\":[{\"payee\":\"GUIDE\",\"basisPoints\":500},"
            + "{\"payee\":\"STORE\",\"basisPoints\":100}]}";

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
    void plansAreShownAsTheyWerePutChangedLastFirstAndAfterARestart() {
        assertThat(get("/plans").answers(200).text()).isEqualTo("{\"plans\":[]}");

        assertThat(put("/plans/brand", PLAN).answers(200).at("/version").asInt())
                .isEqualTo(1);
        put("/plans/categories/5", "{\"returnDays\":0,\"shares\":[]}").answers(200);
        put(
                        "/plans/offers/1001",
                        "{\"returnDays\":15,\"shares\":[{\"payee\":\"HOST\",\"basisPoints\":1,\"fixedFen\":2,\"capFen\":3}]}")
                .answers(200);
        put("/plans/brand", PLAN).answers(200);

        final String plans = "{\"plans\":["
                + "{\"scope\":\"BRAND\",\"version\":4,\"returnDays\":7,\"shares\":["
                + "{\"payee\":\"STORE\",\"basisPoints\":100,\"fixedFen\":0,\"capFen\":0},"
                + "{\"payee\":\"GUIDE\",\"basisPoints\":500,\"fixedFen\":0,\"capFen\":0}]},"
                + "{\"scope\":\"OFFER\",\"offer\":1001,\"version\":3,\"returnDays\":15,\"shares\":["
                + "{\"payee\":\"HOST\",\"basisPoints\":1,\"fixedFen\":2,\"capFen\":3}]},"
                + "{\"scope\":\"CATEGORY\",\"category\":5,\"version\":2,\"returnDays\":0,\"shares\":[]}]}";
        assertThat(get("/plans").answers(200).text()).isEqualTo(plans);

        gateway.close();
        gateway = TestGateway.launch(data);
        api = gateway.api();

        assertThat(get("/plans").answers(200).text()).isEqualTo(plans);
    }

    @Test
    void plansAreReadByPages() {
        for (int category = 1; category <= 3; category++) {
            put("/plans/categories/" + category, PLAN).answers(200);
        }

        final Api.Reply first = get("/plans?limit=2").answers(200);
        final Api.Reply last =
                get("/plans?limit=2&before=" + first.at("/next").asInt()).answers(200);

        assertThat(first.at("/plans")).hasSize(2);
        assertThat(last.at("/plans/0/category").asInt()).isEqualTo(1);
        assertThat(last.at("/next").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'shares':[]} | FIELD_MISSING | returnDays",
                "{'returnDays':7} | FIELD_MISSING | shares",
                "{'returnDays':-1,'shares':[]} | FIELD_INVALID | returnDays",
                "{'returnDays':3661,'shares':[]} | FIELD_INVALID | returnDays",
                "{'returnDays':7,'shares':{}} | FIELD_INVALID | shares",
                "{'returnDays':7,'shares':[1]} | FIELD_INVALID | shares[0]",
                "{'returnDays':7,'shares':[{}]} | FIELD_MISSING | shares[0].payee",
                "{'returnDays':7,'shares':[{'payee':'COUSIN'}]} | FIELD_INVALID | shares[0].payee",
                "{'returnDays':7,'shares':[{'payee':'GUIDE'},{'payee':'GUIDE'}]} | FIELD_INVALID | shares[1].payee",
                "{'returnDays':7,'shares':[{'payee':'GUIDE','basisPoints':-1}]} | FIELD_INVALID | shares[0].basisPoints",
                "{'returnDays':7,'shares':[{'payee':'GUIDE','basisPoints':10001}]} | FIELD_INVALID | shares[0].basisPoints",
                "{'returnDays':7,'shares':[{'payee':'GUIDE','fixedFen':-1}]} | FIELD_INVALID | shares[0].fixedFen",
                "{'returnDays':7,'shares':[{'payee':'GUIDE','capFen':0.5}]} | FIELD_INVALID | shares[0].capFen",
                "{'returnDays':7,'shares':[{'payee':'GUIDE','percent':5}]} | UNKNOWN_FIELD | shares[0].percent",
                "{'returnDays':7,'shares':[],'from':1} | UNKNOWN_FIELD | from"
            },
            quoteCharacter = '`')
    void aBadPlanIsRefusedByItsPlace(final String body, final String code, final String field) {
        assertThat(put("/plans/brand", body.replace('\'', '"'))
                        .isRefused(400, code)
                        .at("/field")
                        .asText())
                .isEqualTo(field);
    }

    @Test
    void aPlanIsRefusedThatGivesMoreThanThereIsOrIsOfNoOffer() {
        final Api.Reply over = put(
                        "/plans/brand",
                        "{\"returnDays\":7,\"shares\":[{\"payee\":\"GUIDE\",\"basisPoints\":6000},"
                                + "{\"payee\":\"STORE\",\"basisPoints\":4001}]}")
                .isRefused(422, "PLAN_OVER_WHOLE");
        final Api.Reply unknown = put("/plans/offers/9", PLAN).isRefused(404, "OFFER_UNKNOWN");

        assertThat(over.at("/field").asText()).isEqualTo("shares");
        assertThat(over.at("/detail").asText()).isEqualTo("Together they are 10001 basis points.");
        assertThat(unknown.at("/field").asText()).isEqualTo("offer");
        assertThat(unknown.at("/detail").asText()).isEqualTo("There is no offer 9.");
        assertThat(put("/plans/categories/x", PLAN)
                        .isRefused(400, "FIELD_INVALID")
                        .at("/field")
                        .asText())
                .isEqualTo("category");
    }

    @ParameterizedTest
    @CsvSource({"/plans?limit=0, limit", "/plans?limit=1001, limit", "/plans?before=x, before"})
    void aBadPageOfPlansIsRefusedByItsParameter(final String path, final String field) {
        assertThat(get(path).isRefused(400, "FIELD_INVALID").at("/field").asText())
                .isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "501 | {'kind':'TIP'} | 400 | FIELD_MISSING | category",
                "501 | {'category':5} | 400 | FIELD_MISSING | kind",
                "501 | {'category':0,'kind':'TIP'} | 400 | FIELD_INVALID | category",
                "501 | {'category':5,'kind':'ROSE'} | 400 | FIELD_INVALID | kind",
                "501 | {'category':5,'kind':'TIP','title':'x'} | 400 | UNKNOWN_FIELD | title",
                "999 | {'category':null,'kind':'GOODS'} | 404 | ITEM_UNKNOWN | item"
            },
            quoteCharacter = '`')
    void aBadClassIsRefusedByItsPlace(
            final long item, final String body, final int status, final String code, final String field) {
        assertThat(put("/items/" + item + "/class", body.replace('\'', '"'))
                        .isRefused(status, code)
                        .at("/field")
                        .asText())
                .isEqualTo(field);
    }

    @Test
    void anOrderEarnsByTheNearestPlanWhichItsOperatorSees() {
        put("/plans/brand", PLAN).answers(200);
        put("/plans/categories/5", "{\"returnDays\":1,\"shares\":[{\"payee\":\"GUIDE\",\"basisPoints\":1000}]}")
                .answers(200);
        put("/items/502/class", "{\"category\":5,\"kind\":\"GOODS\"}").answers(200);
        final String order = paidOrder("{\"offer\":1001,\"quantity\":1},{\"offer\":1002,\"quantity\":2}");

        final JsonNode commission = operatorSees(order).at("/commission");
        assertThat(commission)
                .extracting(each -> each.path("line").asInt() + " "
                        + each.path("payee").asText() + " "
                        + each.path("id").asLong() + " " + each.path("fen").asLong() + " "
                        + each.path("planVersion").asInt())
                .containsExactly("0 STORE 1 99 1", "0 GUIDE 3 495 1", "1 GUIDE 3 1180 2");
        assertThat(payableAt(commission, 0)).isEqualTo(payableAt(commission, 2).plus(Duration.ofDays(6)));
        assertThat(api.get("/api/v1/orders/" + order + "/attribution")
                        .as(Role.GUIDE, People.GUIDE_3)
                        .answers(200)
                        .at("/commission")
                        .isMissingNode())
                .isTrue();
    }

    private static Instant payableAt(final JsonNode commission, final int index) {
        return Instant.parse(commission.path(index).path("payableAt").asText());
    }

    @Test
    void whatARefundTakesBackIsSeenNoMore() {
        put("/plans/brand", PLAN).answers(200);
        final String order = paidOrder("{\"offer\":1001,\"quantity\":3}");

        refund(order, "first", ",\"lines\":[{\"offer\":1001,\"quantity\":1}]");
        assertThat(operatorSees(order).at("/commission/1/fen").asLong()).isEqualTo(990);

        refund(order, "rest", "");
        assertThat(operatorSees(order).at("/commission").isMissingNode()).isTrue();
    }

    @Test
    void aPayoutIsOpenedApprovedAndPaidOnceHoweverOftenItIsSaid() {
        final String until = "{\"until\":\"2026-11-01T00:00:00+08:00\"}";

        assertThat(put("/payouts/9", until).answers(200).header("idempotency-replayed"))
                .isNull();
        assertThat(put("/payouts/9", until).answers(200).header("idempotency-replayed"))
                .isEqualTo("true");
        for (final String state : new String[] {"APPROVED", "PAID"}) {
            assertThat(state(9, state).answers(200).header("idempotency-replayed"))
                    .isNull();
            assertThat(state(9, state).answers(200).header("idempotency-replayed"))
                    .isEqualTo("true");
        }

        assertThat(state(9, "CANCELLED")
                        .isRefused(409, "PAYOUT_STATE_FIXED")
                        .at("/field")
                        .asText())
                .isEqualTo("state");
    }

    @Test
    void aPayoutIsRefusedWhileAnotherIsPendingBeforeItsTimeAndUntilAnotherTime() {
        put("/payouts/9", "{\"until\":\"2026-11-01T00:00:00Z\"}").answers(200);

        assertThat(put("/payouts/10", "{\"until\":\"2026-11-01T00:00:00Z\"}")
                        .isRefused(409, "PAYOUT_PENDING")
                        .at("/detail")
                        .asText())
                .isEqualTo("It is payout 9.");
        assertThat(put("/payouts/9", "{\"until\":\"2026-11-02T00:00:00Z\"}")
                        .isRefused(409, "PAYOUT_STATE_FIXED")
                        .at("/field")
                        .asText())
                .isEqualTo("until");
        state(9, "CANCELLED").answers(200);
        assertThat(put("/payouts/10", "{\"until\":\"2099-01-01T00:00:00Z\"}")
                        .isRefused(409, "PAYOUT_NOT_DUE")
                        .at("/field")
                        .asText())
                .isEqualTo("until");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT | /payouts/9 | {} | 400 | FIELD_MISSING | until",
                "PUT | /payouts/9 | {'until':'yesterday'} | 400 | FIELD_INVALID | until",
                "PUT | /payouts/9 | {'until':'1969-12-31T00:00:00Z'} | 400 | FIELD_INVALID | until",
                "PUT | /payouts/9 | {'from':1} | 400 | UNKNOWN_FIELD | from",
                "PUT | /payouts/0 | {'until':'2026-11-01T00:00:00Z'} | 400 | FIELD_INVALID | payout",
                "POST | /payouts/9/state | {} | 400 | FIELD_MISSING | state",
                "POST | /payouts/9/state | {'state':'OPEN'} | 400 | FIELD_INVALID | state",
                "POST | /payouts/9/state | {'state':'GONE'} | 400 | FIELD_INVALID | state",
                "POST | /payouts/9/state | {'to':1} | 400 | UNKNOWN_FIELD | to",
                "POST | /payouts/9/state | {'state':'PAID'} | 404 | PAYOUT_UNKNOWN | payout"
            },
            quoteCharacter = '`')
    void aBadPayoutIsRefusedByItsPlace(
            final String method,
            final String path,
            final String body,
            final int status,
            final String code,
            final String field) {
        final String json = body.replace('\'', '"');
        final Api.Call call = method.equals("PUT")
                ? put(path, json)
                : api.post(OPERATOR + path, json).operator();

        assertThat(call.isRefused(status, code).at("/field").asText()).isEqualTo(field);
    }

    @Test
    void onlyOperatorsSayWhoEarns() {
        api.put(OPERATOR + "/plans/brand", PLAN).as(Role.GUIDE, People.GUIDE_3).isRefused(403, "ROLE_NOT_ALLOWED");
        api.get(OPERATOR + "/plans").viewer(42).isRefused(403, "ROLE_NOT_ALLOWED");
        api.put(OPERATOR + "/payouts/9", "{}").viewer(42).isRefused(403, "ROLE_NOT_ALLOWED");
    }

    /** An order of viewer 42 that counts for guide 3. */
    private String paidOrder(final String lines) {
        People.agree(api);
        final String share = People.share(api, Role.GUIDE, People.GUIDE_3, "{}");
        final String order = api.post(
                        "/api/v1/rooms/7/orders", "{\"lines\":[" + lines + "],\"share\":\"" + share + "\"}")
                .viewer(42)
                .key("press")
                .answers(201)
                .at("/order")
                .asText();
        api.post("/api/v1/demo/payments", "{\"order\":\"" + order + "\"}")
                .viewer(42)
                .answers(200);
        return order;
    }

    private void refund(final String order, final String reference, final String lines) {
        final String body =
                "{\"reference\":\"" + reference + "\",\"order\":\"" + order + "\",\"stock\":\"RETURN\"" + lines + "}";
        final String signature = new WebhookSignature(
                        TestGateway.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), System::currentTimeMillis)
                .sign(body.getBytes(StandardCharsets.UTF_8));
        api.post("/api/v1/refunds", body).header("Sluice-Signature", signature).answers(200);
    }

    private Api.Reply operatorSees(final String order) {
        return api.get("/api/v1/orders/" + order + "/attribution").operator().answers(200);
    }

    private Api.Call state(final long payout, final String state) {
        return api.post(OPERATOR + "/payouts/" + payout + "/state", "{\"state\":\"" + state + "\"}")
                .operator();
    }

    private Api.Call put(final String path, final String body) {
        return api.put(OPERATOR + path, body).operator();
    }

    private Api.Call get(final String path) {
        return api.get(OPERATOR + path).operator();
    }
}
