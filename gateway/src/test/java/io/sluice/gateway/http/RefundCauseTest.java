package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Outcome;
import io.sluice.gateway.Api;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefundCauseTest {
    /** Of money for no order or another amount, for an order that is over, and for stock or a coupon that late money lacks. */
    private static final List<String> CAUSES = List.of(
            Outcome.SOLD_OUT.name(),
            Outcome.LIMIT_REACHED.name(),
            Outcome.CAPACITY.name(),
            Outcome.ALREADY_PAID.name(),
            Outcome.AMOUNT_DIFFERS.name(),
            Outcome.ORDER_UNKNOWN.name(),
            Outcome.ORDER_CANCELLED.name(),
            Outcome.COUPON_EXPIRED.name(),
            Outcome.COUPON_TAKEN.name(),
            Outcome.COUPON_REFUNDING.name());

    @Test
    void theContractNamesThemAll() {
        assertThat(StreamSupport.stream(
                                Api.contract()
                                        .document()
                                        .at("/components/schemas/PaymentOutcome/properties/cause/enum")
                                        .spliterator(),
                                false)
                        .map(cause -> cause.asText()))
                .containsExactlyInAnyOrderElementsOf(CAUSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void thePageHasWordsForThemAll(final String language) throws IOException {
        try (InputStream input = getClass().getResourceAsStream("/web/js/text/" + language + ".js")) {
            final String text = new String(input.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(CAUSES).allMatch(cause -> text.contains("'cause." + cause + "':"));
        }
    }
}
