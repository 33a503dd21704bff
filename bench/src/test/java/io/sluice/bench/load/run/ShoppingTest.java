package io.sluice.bench.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.bench.load.OrderAttempt.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShoppingTest {
    @ParameterizedTest
    @CsvSource({
        "503, RING_FULL, SHED",
        "503, CAPACITY, SHED",
        "429, TOO_FAST, SHED",
        "409, SOLD_OUT, REFUSED",
        "422, IDEMPOTENCY_KEY_REUSED, REFUSED",
        "504, ANSWER_LATE, SENT",
        "500, INTERNAL, SENT",
        "503, , SENT",
        "502, , SENT",
    })
    void onlyADocumentedCodeOfPressureIsAPromiseThatNothingWasOrdered(
            final int status, final String code, final State known) {
        assertThat(Shopping.stateOf(status, code)).isEqualTo(known);
    }
}
