package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.gateway.Api;
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

/** Orders that cost nothing, which no payment provider pays. */
class ConfirmTest {
    private static final long LI = 42;
    private static final long WANG = 43;

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
    void aVoucherPaysForWhatItIsFor() {
        final String order = useVoucher();

        final Api.Reply confirmed = confirm(LI, order).answers(200);

        assertThat(confirmed.at("/state").asText()).isEqualTo("PAID");
        assertThat(confirmed.at("/totalFen").asInt()).isZero();
        assertThat(confirmed.header("idempotency-replayed")).isNull();
        final JsonNode coupons =
                api.get("/api/v1/me/coupons").viewer(LI).answers(200).json();
        assertThat(coupons.at("/coupons/9/state").asText()).isEqualTo("USED");
        assertThat(coupons.at("/coupons/9/order").asText()).isEqualTo(order);
    }

    @Test
    void anOrderIsConfirmedOnce() {
        final String order = useVoucher();
        final JsonNode first = confirm(LI, order).answers(200).json();

        final Api.Reply again = confirm(LI, order).answers(200);

        assertThat(again.json()).isEqualTo(first);
        assertThat(again.header("idempotency-replayed")).isEqualTo("true");
    }

    @Test
    void anOrderThatCostsSomethingIsNotConfirmed() {
        final String order =
                Vouchers.order(api, LI, 20).answers(201).at("/order").asText();

        assertThat(confirm(LI, order)
                        .isRefused(409, "ORDER_NOT_FREE")
                        .at("/totalFen")
                        .asInt())
                .isEqualTo(20 * 9_900);
    }

    @Test
    void anOrderThatIsOverIsNotConfirmed() {
        final String order = useVoucher();
        api.post("/api/v1/orders/" + order + "/cancel").viewer(LI).answers(200);

        confirm(LI, order).isRefused(409, "ORDER_NOT_CONFIRMABLE");
    }

    @Test
    void onlyTheOwnerConfirms() {
        final String order = useVoucher();

        confirm(WANG, order).isRefused(404, "ORDER_UNKNOWN");
        confirm(LI, "999").isRefused(404, "ORDER_UNKNOWN");
        confirm(LI, "x").isRefused(400, "FIELD_INVALID");
        api.post("/api/v1/orders/" + order + "/confirm").operator().isRefused(403, "ROLE_NOT_ALLOWED");
    }

    @ParameterizedTest
    @CsvSource({"payments, '\"amountFen\":0'", "refunds, '\"stock\":\"RETURN\"'"})
    void noProviderHasAReferenceOfOurs(final String webhook, final String field) {
        final String order = useVoucher();
        final String body = "{\"reference\":\"sluice:free:" + order + "\",\"order\":\"" + order + "\"," + field + "}";
        final WebhookSignature signature = new WebhookSignature(
                TestGateway.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), System::currentTimeMillis);

        assertThat(api.post("/api/v1/" + webhook, body)
                        .header("Sluice-Signature", signature.sign(body.getBytes(StandardCharsets.UTF_8)))
                        .isRefused(400, "FIELD_INVALID")
                        .at("/field")
                        .asText())
                .isEqualTo("reference");
    }

    private String useVoucher() {
        final Api.Reply order = Vouchers.use(api, LI, "1").answers(201);
        assertThat(order.at("/totalFen").asInt()).isZero();
        return order.at("/order").asText();
    }

    private Api.Call confirm(final long viewer, final String order) {
        return api.post("/api/v1/orders/" + order + "/confirm").viewer(viewer);
    }
}
