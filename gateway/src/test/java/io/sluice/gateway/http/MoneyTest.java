package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.Api;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    private static final String PAYMENTS = "/api/v1/payments";
    private static final String REFUNDS = "/api/v1/refunds";

    @TempDir
    private Path data;

    private TestGateway gateway;
    private Api api;
    private String order;

    @BeforeEach
    void openTheShop() {
        gateway = TestGateway.launch(data);
        api = gateway.api();
        Shop.open(api, 10);
        order = api.post("/api/v1/rooms/7/orders", "{\"lines\":[{\"offer\":1001,\"quantity\":2}]}")
                .viewer(42)
                .key("press-1")
                .answers(201)
                .at("/order")
                .asText();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aSignedPaymentPaysTheOrderOnce() {
        final Api.Reply paid = signed(PAYMENTS, payment("p1", 19_800)).answers(200);
        final Api.Reply again = signed(PAYMENTS, payment("p1", 19_800)).answers(200);

        assertThat(paid.at("/outcome").asText()).isEqualTo("PAID");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.text()).isEqualTo(paid.text());
    }

    @Test
    void moneyThatBuysNothingIsDueBack() {
        assertThat(signed(PAYMENTS, payment("p1", 1)).answers(200).at("/cause").asText())
                .isEqualTo("AMOUNT_DIFFERS");
        assertThat(signed(PAYMENTS, payment("p2", 1).replace("\"" + order + "\"", "\"999\""))
                        .answers(200)
                        .at("/cause")
                        .asText())
                .isEqualTo("ORDER_UNKNOWN");
        final Api.Reply again = signed(PAYMENTS, payment("p1", 1)).answers(200);
        assertThat(again.at("/outcome").asText()).isEqualTo("REFUND_DUE");
        assertThat(again.at("/cause").asText()).isEqualTo("AMOUNT_DIFFERS");
    }

    @Test
    void moneyForACancelledOrderIsDueBack() {
        api.post("/api/v1/orders/" + order + "/cancel").viewer(42).answers(200);

        assertThat(signed(PAYMENTS, payment("p1", 19_800))
                        .answers(200)
                        .at("/cause")
                        .asText())
                .isEqualTo("ORDER_CANCELLED");
    }

    @Test
    void aReferenceWithAnotherBodyIsRefused() {
        signed(PAYMENTS, payment("p1", 19_800)).answers(200);

        final Api.Reply refused = signed(PAYMENTS, payment("p1", 19_801)).isRefused(422, "IDEMPOTENCY_KEY_REUSED");

        assertThat(refused.at("/field").asText()).isEqualTo("amountFen");
    }

    @Test
    void aRefundGoesBackByLineAndThenWhole() {
        signed(PAYMENTS, payment("p1", 19_800)).answers(200);

        final Api.Reply part = signed(REFUNDS, refund("r1", ",\"lines\":[{\"offer\":1001,\"quantity\":1}]"))
                .answers(200);
        final Api.Reply rest = signed(REFUNDS, refund("r2", "")).answers(200);
        final Api.Reply again = signed(REFUNDS, refund("r2", "")).answers(200);

        assertThat(part.at("/refundFen").asLong()).isEqualTo(9_900);
        assertThat(part.at("/state").asText()).isEqualTo("PAID");
        assertThat(rest.at("/state").asText()).isEqualTo("REFUNDED");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.at("/refundFen").asLong()).isEqualTo(9_900);
        final Api.Reply shown = api.get("/api/v1/orders/" + order).viewer(42).answers(200);
        assertThat(shown.at("/refundedFen").asLong()).isEqualTo(19_800);
        assertThat(shown.at("/lines/0/refunded").asInt()).isEqualTo(2);
    }

    @Test
    void whatCannotBeRefundedSaysWhy() {
        signed(REFUNDS, refund("r1", "")).isRefused(409, "ORDER_NOT_REFUNDABLE");
        signed(PAYMENTS, payment("p1", 19_800)).answers(200);
        signed(REFUNDS, refund("r2", ",\"lines\":[{\"offer\":1002,\"quantity\":1}]"))
                .isRefused(409, "LINE_UNKNOWN");
        final Api.Reply tooMany = signed(REFUNDS, refund("r3", ",\"lines\":[{\"offer\":1001,\"quantity\":3}]"))
                .isRefused(409, "REFUND_EXCEEDS_LINE");
        assertThat(tooMany.at("/remaining").asInt()).isEqualTo(2);
        assertThat(tooMany.at("/offer").asInt()).isEqualTo(1_001);
        signed(REFUNDS, refund("r4", "").replace("\"" + order + "\"", "\"999\""))
                .isRefused(404, "ORDER_UNKNOWN");
    }

    @Test
    void whatIsNotSignedIsNotRead() {
        final String body = payment("p1", 19_800);
        final String signature = signature(body);

        api.post(PAYMENTS, body).isRefused(401, "SIGNATURE_INVALID");
        api.post(PAYMENTS, body + " ")
                .header(WebhookSignature.HEADER, signature)
                .isRefused(401, "SIGNATURE_INVALID");
        api.post(PAYMENTS, "{").header(WebhookSignature.HEADER, signature).isRefused(401, "SIGNATURE_INVALID");
        api.post(PAYMENTS, body)
                .header(WebhookSignature.HEADER, signature.replace(",v1", ";v1"))
                .isRefused(401, "SIGNATURE_INVALID");
        api.post(REFUNDS, body).header(WebhookSignature.HEADER, "").isRefused(401, "SIGNATURE_INVALID");
    }

    @ParameterizedTest
    @ValueSource(longs = {-301_000, 301_000})
    void aSignatureIsGoodForFiveMinutes(final long later) {
        final String body = payment("p1", 19_800);
        final String signature = signature(body);
        gateway.pass(later);

        api.post(PAYMENTS, body).header(WebhookSignature.HEADER, signature).isRefused(401, "SIGNATURE_INVALID");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"order\":\"1\",\"amountFen\":1} | FIELD_MISSING | reference",
                "{\"reference\":\"p\",\"amountFen\":1} | FIELD_MISSING | order",
                "{\"reference\":\"p\",\"order\":\"1\"} | FIELD_MISSING | amountFen",
                "{\"reference\":\"p\",\"order\":1,\"amountFen\":1} | FIELD_INVALID | order",
                "{\"reference\":\"p\",\"order\":\"01\",\"amountFen\":1} | FIELD_INVALID | order",
                "{\"reference\":\"p\",\"order\":\"1\",\"amountFen\":-1} | FIELD_INVALID | amountFen",
                "{\"reference\":\"p q\",\"order\":\"1\",\"amountFen\":1} | FIELD_INVALID | reference",
                "{\"reference\":\"p\",\"order\":\"1\",\"amountFen\":1,\"x\":1} | UNKNOWN_FIELD | x"
            })
    void aBadPaymentIsRefusedByItsPlace(final String body, final String code, final String field) {
        assertThat(signed(PAYMENTS, body).isRefused(400, code).at("/field").asText())
                .isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"order\":\"1\",\"stock\":\"RETURN\"} | FIELD_MISSING | reference",
                "{\"reference\":\"p\",\"order\":\"1\"} | FIELD_MISSING | stock",
                "{\"reference\":\"p\",\"order\":\"1\",\"stock\":\"KEEP\"} | FIELD_INVALID | stock",
                "{\"reference\":\"p\",\"order\":\"1\",\"stock\":\"RETURN\",\"lines\":[]} | FIELD_INVALID | lines"
            })
    void aBadRefundIsRefusedByItsPlace(final String body, final String code, final String field) {
        assertThat(signed(REFUNDS, body).isRefused(400, code).at("/field").asText())
                .isEqualTo(field);
    }

    private Api.Call signed(final String path, final String body) {
        return api.post(path, body).header(WebhookSignature.HEADER, signature(body));
    }

    private static String signature(final String body) {
        return new WebhookSignature(
                        TestGateway.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), System::currentTimeMillis)
                .sign(body.getBytes(StandardCharsets.UTF_8));
    }

    private String payment(final String reference, final long amountFen) {
        return "{\"reference\":\"%s\",\"order\":\"%s\",\"amountFen\":%d}".formatted(reference, order, amountFen);
    }

    private String refund(final String reference, final String lines) {
        return "{\"reference\":\"%s\",\"order\":\"%s\",\"stock\":\"RETURN\"%s}".formatted(reference, order, lines);
    }
}
