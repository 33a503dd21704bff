package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01"})
    void aTimeThatCouldNotBeWrittenIsNotRead(final String time) {
        assertThatThrownBy(() -> Rfc3339.parse(time)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"})
    void theFirstAndTheLastAreWrittenAsTheyAreRead(final String time) {
        assertThat(Rfc3339.format(Rfc3339.parse(time))).isEqualTo(time);
    }
}
