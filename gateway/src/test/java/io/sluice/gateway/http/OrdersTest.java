package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.Api;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.share.ShareCode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrdersTest {
    private static final String ORDERS = "/api/v1/rooms/7/orders";
    private static final String ONE = "{\"lines\":[{\"offer\":1001,\"quantity\":1}]}";

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
    void anOrderIsReservedAndSaysWhatWasTaken() {
        final String share = TestGateway.shares().encode(new ShareCode(7, 0, 12, 340, 5_501, 0, 88_001));
        final Api.Reply order = api.post(
                        ORDERS,
                        "{\"lines\":[{\"offer\":1001,\"quantity\":2},{\"offer\":1002,\"quantity\":1}],\"share\":\""
                                + share + "\",\"expectedTotalFen\":25700}")
                .viewer(42)
                .key("press-1")
                .answers(201);

        assertThat(order.at("/state").asText()).isEqualTo("RESERVED");
        assertThat(order.at("/totalFen").asLong()).isEqualTo(25_700);
        assertThat(order.at("/lines/0/unitPriceFen").asLong()).isEqualTo(9_900);
        assertThat(order.at("/attribution/group").asLong()).isEqualTo(5_501);
        assertThat(order.at("/attribution/rule").asText()).isEqualTo("CARRIED");
        assertThat(order.at("/attribution/share").asText()).isEqualTo(share);
        assertThat(order.at("/durability").asText()).isEqualTo("PROCESS");
    }

    @Test
    void theSameKeyAndBodyGiveTheFirstAnswerAgain() {
        final Api.Reply first = api.post(ORDERS, ONE).viewer(42).key("press-1").answers(201);

        final Api.Reply again = api.post(ORDERS, ONE).viewer(42).key("press-1").answers(200);

        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.text()).isEqualTo(first.text());
    }

    @Test
    void aKeyWithAnotherBodyIsRefusedAndTheFieldIsNamed() {
        api.post(ORDERS, ONE).viewer(42).key("press-1").answers(201);

        final Api.Reply refused = api.post(ORDERS, ONE.replace("1}", "2}"))
                .viewer(42)
                .key("press-1")
                .isRefused(422, "IDEMPOTENCY_KEY_REUSED");

        assertThat(refused.at("/field").asText()).isEqualTo("lines");
    }

    @Test
    void aRefusalIsRepeatedWithItsOwnStatus() {
        final String eleven = ONE.replace("1}", "11}");
        final Api.Reply first =
                api.post(ORDERS, eleven).viewer(42).key("press-1").isRefused(409, "SOLD_OUT");

        final Api.Reply again =
                api.post(ORDERS, eleven).viewer(42).key("press-1").isRefused(409, "SOLD_OUT");

        assertThat(first.at("/offer").asLong()).isEqualTo(1_001);
        assertThat(first.at("/available").asLong()).isEqualTo(10);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.text()).isEqualTo(first.text());
    }

    @Test
    void everyReasonHasItsCode() {
        api.post("/api/v1/rooms/9/orders", ONE).viewer(42).key("a").isRefused(404, "ROOM_UNKNOWN");
        api.put("/api/v1/operator/rooms/8", "{\"title\":\"later\",\"startsAt\":\"2026-11-21T12:00:00Z\"}")
                .operator()
                .answers(200);
        api.post("/api/v1/rooms/8/orders", ONE).viewer(42).key("b").isRefused(409, "ROOM_NOT_OPEN");
        api.post(ORDERS, ONE.replace("1001", "9")).viewer(42).key("c").isRefused(404, "OFFER_UNKNOWN");
        api.post(ORDERS, ONE.replace("1001", "1003")).viewer(42).key("d").isRefused(409, "SALE_NOT_OPEN");
        api.post("/api/v1/operator/rooms/7/offers/1003/close").operator().answers(200);
        api.post(ORDERS, ONE.replace("1001", "1003")).viewer(42).key("e").isRefused(409, "SALE_CLOSED");
        api.post(ORDERS, ONE.replace("]", "],\"coupon\":\"X\""))
                .viewer(42)
                .key("f")
                .isRefused(409, "COUPON_UNKNOWN");
        api.post(ORDERS, ONE.replace("1001", "1002").replace("1}", "3}"))
                .viewer(42)
                .key("g")
                .isRefused(409, "LIMIT_REACHED");
        final Api.Reply dearer = api.post(ORDERS, ONE.replace("]", "],\"expectedTotalFen\":1"))
                .viewer(42)
                .key("h")
                .isRefused(409, "PRICE_CHANGED");
        assertThat(dearer.at("/totalFen").asLong()).isEqualTo(9_900);
    }

    @Test
    void anOrderIsShownToItsOwnerOnly() {
        final String order = "/api/v1/orders/"
                + api.post(ORDERS, ONE)
                        .viewer(42)
                        .key("press-1")
                        .answers(201)
                        .at("/order")
                        .asText();

        assertThat(api.get(order).viewer(42).answers(200).at("/state").asText()).isEqualTo("RESERVED");
        assertThat(api.get(order)
                        .viewer(43)
                        .isRefused(404, "ORDER_UNKNOWN")
                        .json()
                        .has("sequence"))
                .isFalse();
        api.post(order + "/cancel").viewer(43).isRefused(404, "ORDER_UNKNOWN");
    }

    @Test
    void anOrderIsCancelledOnceAndSaysSoTwice() {
        final String order = "/api/v1/orders/"
                + api.post(ORDERS, ONE)
                        .viewer(42)
                        .key("press-1")
                        .answers(201)
                        .at("/order")
                        .asText();

        assertThat(api.post(order + "/cancel")
                        .viewer(42)
                        .answers(200)
                        .at("/state")
                        .asText())
                .isEqualTo("CANCELLED");
        assertThat(api.post(order + "/cancel")
                        .viewer(42)
                        .answers(200)
                        .at("/state")
                        .asText())
                .isEqualTo("CANCELLED");
    }

    @Test
    void aPaidOrderIsNotCancelled() {
        final String order = api.post(ORDERS, ONE)
                .viewer(42)
                .key("press-1")
                .answers(201)
                .at("/order")
                .asText();
        api.post("/api/v1/demo/payments", "{\"order\":\"" + order + "\"}")
                .viewer(42)
                .answers(200);

        api.post("/api/v1/orders/" + order + "/cancel").viewer(42).isRefused(409, "ORDER_NOT_CANCELLABLE");
    }

    @Test
    void aDemoPaymentPaysOnceAndIsDueBackTheSecondTime() {
        final String body = "{\"order\":\""
                + api.post(ORDERS, ONE)
                        .viewer(42)
                        .key("press-1")
                        .answers(201)
                        .at("/order")
                        .asText() + "\"}";

        final Api.Reply paid =
                api.post("/api/v1/demo/payments", body).viewer(42).answers(200);
        final Api.Reply again =
                api.post("/api/v1/demo/payments", body).viewer(42).answers(200);

        assertThat(paid.at("/outcome").asText()).isEqualTo("PAID");
        assertThat(again.at("/outcome").asText()).isEqualTo("REFUND_DUE");
        assertThat(again.at("/cause").asText()).isEqualTo("ALREADY_PAID");
        api.post("/api/v1/demo/payments", body).viewer(43).isRefused(404, "ORDER_UNKNOWN");
    }

    @Test
    void myOrdersComeNewestFirstAPageAtATime() {
        Shop.restock(api, 100);
        for (int i = 0; i < 23; i++) {
            api.post(ORDERS, ONE).viewer(42).key("press-" + i).answers(201);
        }

        final Api.Reply newest =
                api.get("/api/v1/me/orders?limit=20").viewer(42).answers(200);
        final Api.Reply rest = api.get(
                        "/api/v1/me/orders?before=" + newest.at("/next").asText())
                .viewer(42)
                .answers(200);

        assertThat(newest.at("/orders")).hasSize(20);
        assertThat(newest.at("/orders/0/order").asText()).isEqualTo("23");
        assertThat(rest.at("/orders")).hasSize(3);
        assertThat(rest.at("/next").isMissingNode()).isTrue();
        assertThat(api.get("/api/v1/me/orders").viewer(43).answers(200).at("/orders"))
                .isEmpty();
    }

    @Test
    void aPageHoldsAsManyAsWereAskedFor() {
        for (int i = 0; i < 5; i++) {
            api.post(ORDERS, ONE).viewer(42).key("press-" + i).answers(201);
        }

        final Api.Reply page = api.get("/api/v1/me/orders?limit=3").viewer(42).answers(200);

        assertThat(page.at("/orders"))
                .extracting(order -> order.path("order").asText())
                .containsExactly("5", "4", "3");
        assertThat(page.at("/next").asText()).isEqualTo("3");
    }
}
