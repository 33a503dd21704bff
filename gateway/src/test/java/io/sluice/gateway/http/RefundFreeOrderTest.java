package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.Api;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.Vouchers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an order that cost nothing is given back, which no payment provider does. */
class RefundFreeOrderTest {
    private static final long LI = 42;
    private static final String WHOLE = "{\"stock\":\"RETURN\"}";

    @TempDir
    private Path data;

    private TestGateway gateway;
    private Api api;

    @BeforeEach
    void openTheShop() {
        gateway = TestGateway.launch(data);
        api = gateway.api();
        Shop.open(api, 100);
        Vouchers.sell(api);
        Vouchers.buy(api, LI, 10);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void theVoucherComesBackWithTheOrder() {
        final String order = ordersByVoucher();
        assertThat(voucher()).isEqualTo("USED");

        final Api.Reply refunded = refund(order, "back", WHOLE).answers(200);

        assertThat(refunded.at("/outcome").asText()).isEqualTo("REFUNDED");
        assertThat(refunded.at("/state").asText()).isEqualTo("REFUNDED");
        assertThat(refunded.at("/refundFen").asLong()).isZero();
        assertThat(voucher()).isEqualTo("CLAIMED");
        assertThat(Vouchers.use(api, LI, "1")
                        .key("once-more")
                        .answers(201)
                        .at("/totalFen")
                        .asLong())
                .isZero();
    }

    @Test
    void theSameKeyAgainIsTheFirstAnswerAgain() {
        final String order = ordersByVoucher();
        final Api.Reply first = refund(order, "k".repeat(64), WHOLE).answers(200);

        final Api.Reply again = refund(order, "k".repeat(64), WHOLE).answers(200);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("idempotency-replayed")).isEqualTo("true");
        refund(order, "k".repeat(64), WHOLE.replace("RETURN", "WRITE_OFF")).isRefused(422, "IDEMPOTENCY_KEY_REUSED");
        refund(order, "another", WHOLE).isRefused(409, "ORDER_NOT_REFUNDABLE");
    }

    @Test
    void itIsGivenBackByLine() {
        final String order = ordersByVoucher();
        final String line = "{\"stock\":\"WRITE_OFF\",\"lines\":[{\"offer\":1002,\"quantity\":1}]}";

        refund(order, "none", line.replace("1002", "1003")).isRefused(409, "LINE_UNKNOWN");
        assertThat(refund(order, "all", line).answers(200).at("/state").asText())
                .isEqualTo("REFUNDED");
    }

    @Test
    void whatWasPaidForTheProviderGivesBack() {
        final String pack =
                Vouchers.order(api, LI, 10).answers(200).at("/order").asText();

        assertThat(refund(pack, "back", WHOLE)
                        .isRefused(409, "REFUND_BY_PROVIDER")
                        .at("/totalFen")
                        .asLong())
                .isEqualTo(10 * 9_900);
    }

    @Test
    void anOrderThatIsNotPaidHasNothingToGiveBack() {
        final String order =
                Vouchers.use(api, LI, "1").answers(201).at("/order").asText();

        refund(order, "back", WHOLE).isRefused(409, "ORDER_NOT_REFUNDABLE");
        refund("999", "back", WHOLE).isRefused(404, "ORDER_UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({"{}, FIELD_MISSING, stock", "'{\"stock\":\"RETURN\",\"amountFen\":0}', UNKNOWN_FIELD, amountFen"})
    void aBadBodyIsRefusedByItsField(final String body, final String code, final String field) {
        assertThat(refund("1", "back", body).isRefused(400, code).at("/field").asText())
                .isEqualTo(field);
    }

    @Test
    void onlyOperatorsGiveBackAndWithAKey() {
        api.post("/api/v1/operator/orders/1/refund", WHOLE)
                .viewer(LI)
                .key("back")
                .isRefused(403, "ROLE_NOT_ALLOWED");
        api.post("/api/v1/operator/orders/1/refund", WHOLE).operator().isRefused(400, "KEY_MISSING");
    }

    private String ordersByVoucher() {
        final String order =
                Vouchers.use(api, LI, "1").answers(201).at("/order").asText();
        api.post("/api/v1/orders/" + order + "/confirm").viewer(LI).answers(200);
        return order;
    }

    private String voucher() {
        return api.get("/api/v1/me/coupons")
                .viewer(LI)
                .answers(200)
                .at("/coupons/9/state")
                .asText();
    }

    private Api.Call refund(final String order, final String key, final String body) {
        return api.post("/api/v1/operator/orders/" + order + "/refund", body)
                .operator()
                .key(key);
    }
}
