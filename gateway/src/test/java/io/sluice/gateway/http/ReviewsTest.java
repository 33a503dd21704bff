package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.gateway.Api;
import io.sluice.gateway.GatewayProperty;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reviews from their writing to the screens. */
class ReviewsTest {
    private static final String SHOWN = "/api/v1/rooms/7/offers/1001/reviews";
    private static final String TO_JUDGE = "/api/v1/operator/reviews";
    private static final String GOOD = "{\"offer\":1001,\"stars\":5,\"text\":\"好吃\"}";

    @TempDir
    private Path data;

    private TestGateway gateway;
    private Api api;

    @BeforeEach
    void openTheShop() {
        gateway = TestGateway.launch(data, TestGateway.context().set(GatewayProperty.COMMENT_PER_SECOND, 0));
        api = gateway.api();
        Shop.open(api, 20);
        gateway.rooms().offer(1_001);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void whatABuyerWritesIsShownOnceAnOperatorHasApprovedIt() {
        final Api.Reply written = write(bought(42), 42, GOOD).answers(200);

        assertThat(written.at("/state").asText()).isEqualTo("WAITING");
        assertThat(api.get(SHOWN).viewer(43).answers(200).at("/count").asInt()).isZero();
        final Api.Reply waiting = api.get(TO_JUDGE).operator().answers(200);
        assertThat(waiting.at("/waiting").asInt()).isEqualTo(1);
        assertThat(waiting.at("/reviews/0/title").asText()).isEqualTo("item");
        assertThat(waiting.at("/reviews/0/viewer").asInt()).isEqualTo(42);

        judge(written, "APPROVED", "").answers(200);

        final Api.Reply shown = api.get(SHOWN).viewer(43).answers(200);
        assertThat(shown.at("/reviews/0/text").asText()).isEqualTo("好吃");
        assertThat(shown.at("/reviews/0/name").asText()).isEqualTo("用户**42");
        assertThat(shown.at("/averageTenths").asInt()).isEqualTo(50);
        assertThat(shown.json().toString()).doesNotContain("\"viewer\"");
        assertThat(api.get(TO_JUDGE).operator().answers(200).at("/waiting").asInt())
                .isZero();
    }

    @Test
    void casesStandApartOnTheFirstPageAndTheOthersComeByPages() {
        for (int viewer = 42; viewer <= 45; viewer++) {
            final int stars = viewer - 40;
            final Api.Reply written = write(bought(viewer), viewer, GOOD.replace(":5", ":" + stars))
                    .answers(200);
            judge(written, "APPROVED", "").answers(200);
            if (viewer == 43) {
                judge(written, "CASE", "").answers(200);
            }
        }

        final Api.Reply first = api.get(SHOWN + "?limit=2").viewer(43).answers(200);
        assertThat(first.at("/count").asInt()).isEqualTo(4);
        assertThat(first.at("/averageTenths").asInt()).isEqualTo(35);
        assertThat(first.at("/cases/0/stars").asInt()).isEqualTo(3);
        assertThat(first.at("/reviews/0/stars").asInt()).isEqualTo(5);
        assertThat(first.at("/reviews/1/stars").asInt()).isEqualTo(4);
        final Api.Reply second = api.get(
                        SHOWN + "?limit=2&before=" + first.at("/next").asLong())
                .viewer(43)
                .answers(200);
        assertThat(second.json().has("cases")).isFalse();
        assertThat(second.at("/reviews").size()).isEqualTo(1);
        assertThat(second.at("/reviews/0/stars").asInt()).isEqualTo(2);
        assertThat(second.json().has("next")).isFalse();
        assertThat(api.get(TO_JUDGE + "?state=APPROVED&limit=1")
                        .operator()
                        .answers(200)
                        .json()
                        .has("next"))
                .isTrue();
    }

    @Test
    void onlyWhoBoughtItAndPaidMayWrite() {
        final String held = order(42);

        write(held, 42, GOOD).isRefused(409, "NOT_BOUGHT");
        write(held, 43, GOOD).isRefused(404, "ORDER_UNKNOWN");
        write(bought(42), 42, GOOD.replace("1001", "1002")).isRefused(409, "LINE_UNKNOWN");
    }

    @Test
    void theSameAgainIsTheSameAndAnotherTextWaitsAgain() {
        final String order = bought(42);
        final Api.Reply written = write(order, 42, GOOD).answers(200);
        judge(written, "APPROVED", "").answers(200);

        final Api.Reply again = write(order, 42, GOOD).answers(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.at("/state").asText()).isEqualTo("APPROVED");
        final Api.Reply other = write(order, 42, GOOD.replace("好吃", "一般")).answers(200);

        assertThat(other.at("/review")).isEqualTo(written.at("/review"));
        judge(written, "APPROVED", "").isRefused(409, "REVIEW_CHANGED");
        assertThat(api.get(SHOWN).viewer(43).answers(200).at("/reviews").size()).isZero();
    }

    @Test
    void aRejectionSaysWhyAndIsKeptForThoseWhoLookAgain() {
        final Api.Reply written = write(bought(42), 42, GOOD).answers(200);
        judge(written, "REJECTED", "").isRefused(400, "FIELD_MISSING");
        judge(written, "REJECTED", ",\"reason\":\"广告\"").answers(200);

        final Api.Reply rejected =
                api.get(TO_JUDGE + "?state=REJECTED").operator().answers(200);
        assertThat(rejected.at("/reviews/0/reason").asText()).isEqualTo("广告");
        assertThat(rejected.at("/reviews/0/operator").asInt()).isEqualTo(1);
        final Api.Reply own = api.get("/api/v1/me/reviews").viewer(42).answers(200);
        assertThat(own.at("/reviews/0/reason").asText()).isEqualTo("广告");
        assertThat(own.json().toString()).doesNotContain("operator");
        assertThat(api.get("/api/v1/me/reviews")
                        .viewer(43)
                        .answers(200)
                        .at("/reviews")
                        .size())
                .isZero();
        judge(written, "CASE", "").isRefused(409, "REVIEW_STATE_FIXED");
    }

    @Test
    void whatIsNoReviewIsRefusedByItsField() {
        final String order = bought(42);
        final String tooLong = "x".repeat(ProtocolLimits.MAX_REVIEW_BYTES + 1);

        for (final String wrong : new String[] {
            GOOD.replace(":5", ":6"),
            GOOD.replace(":5", ":0"),
            GOOD.replace("好吃", ""),
            GOOD.replace("好吃", tooLong),
            GOOD.replace("}", ",\"image\":\"http://pictures.example/1.jpg\"}"),
            GOOD.replace("}", ",\"image\":\"/pictures/1.webp\"}")
        }) {
            write(order, 42, wrong).isRefused(400, "FIELD_INVALID");
        }
        write(order, 42, "{\"offer\":1001,\"stars\":5}").isRefused(400, "FIELD_MISSING");
        api.get(TO_JUDGE + "?state=GOOD").operator().isRefused(400, "FIELD_INVALID");
    }

    @Test
    void eachIsForItsOwnPeople() {
        api.get(TO_JUDGE).viewer(42).isRefused(403, "ROLE_NOT_ALLOWED");
        api.post(TO_JUDGE + "/1/state", "{\"state\":\"APPROVED\",\"writtenSequence\":1}")
                .viewer(42)
                .isRefused(403, "ROLE_NOT_ALLOWED");
        api.post("/api/v1/orders/1/reviews", GOOD).operator().isRefused(403, "ROLE_NOT_ALLOWED");
        api.get(SHOWN).as(Role.DOWNSTREAM, 1).isRefused(403, "ROLE_NOT_ALLOWED");
        api.get("/api/v1/rooms/7/offers/9/reviews").viewer(42).isRefused(404, "OFFER_UNKNOWN");
        api.post(TO_JUDGE + "/9/state", "{\"state\":\"APPROVED\",\"writtenSequence\":1}")
                .operator()
                .isRefused(404, "REVIEW_UNKNOWN");
    }

    private String order(final long viewer) {
        return api.post("/api/v1/rooms/7/orders", "{\"lines\":[{\"offer\":1001,\"quantity\":1}]}")
                .viewer(viewer)
                .key("review-" + gateway.sequence())
                .answers(201)
                .at("/order")
                .asText();
    }

    private String bought(final long viewer) {
        final String order = order(viewer);
        api.post("/api/v1/demo/payments", "{\"order\":\"" + order + "\"}")
                .viewer(viewer)
                .answers(200);
        return order;
    }

    private Api.Call write(final String order, final long viewer, final String review) {
        return api.post("/api/v1/orders/" + order + "/reviews", review).viewer(viewer);
    }

    private Api.Call judge(final Api.Reply written, final String state, final String more) {
        return api.post(
                        TO_JUDGE + "/" + written.at("/review").asLong() + "/state",
                        "{\"state\":\"" + state + "\",\"writtenSequence\":"
                                + written.at("/writtenSequence").asLong() + more + "}")
                .operator();
    }
}
