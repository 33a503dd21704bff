package io.sluice.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedNamesTest {
    @ParameterizedTest
    @CsvSource({"王小明, 王**", "Li, L**", "李, 李**", "'  Anna ', A**", "𠮷野, 𠮷**"})
    void aNameIsItsFirstCharacterAndTwoStars(final String name, final String masked) {
        assertThat(MaskedNames.of(900_042, name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"900042, 用户**42", "7, 用户**07", "100, 用户**00"})
    void whoHasNoNameIsTheLastTwoDigits(final long viewer, final String masked) {
        assertThat(MaskedNames.of(viewer, null)).isEqualTo(masked);
    }

    @Test
    void whatIsNoNameIsNotShown() {
        assertThat(MaskedNames.of(42, "")).isEqualTo("用户**42");
        assertThat(MaskedNames.of(42, " \t ")).isEqualTo("用户**42");
        assertThat(MaskedNames.of(42, "\u0007x")).isEqualTo("用户**42");
        assertThat(MaskedNames.of(42, "\uD842x")).isEqualTo("用户**42");
    }
}
