package io.sluice.gateway.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
    private static final int CHUNK_BYTES = 65_536;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void aBadLineIsCountedByAnyLineEnd(final String end) throws IOException {
        assertThat(firstBadLine("a" + end + "b" + end + end + "é")).isEqualTo(4);
    }

    @Test
    void aLineEndOfTwoCharactersIsOneWhereTheFileIsReadInParts() throws IOException {
        assertThat(firstBadLine("a".repeat(CHUNK_BYTES - 1) + "\r\né")).isEqualTo(2);
    }

    @Test
    void aFileInUtf8HasNoBadLine() throws IOException {
        assertThat(Utf8.firstBadLine(Lists.write(folder, "店\r铺".getBytes(StandardCharsets.UTF_8))))
                .isZero();
    }

    private long firstBadLine(final String text) throws IOException {
        return Utf8.firstBadLine(Lists.write(folder, text.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
