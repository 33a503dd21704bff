package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes of visible ASCII. */
class AsciiTest {
    private static final int MAX_BYTES = 36;

    private final Ascii code = new Ascii(MAX_BYTES);
    private final UnsafeBuffer bytes = new UnsafeBuffer(new byte[MAX_BYTES]);

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 16, MAX_BYTES})
    void takesVisibleCharactersAtEveryPlaceAndNoOthers(final int length) {
        for (int at = 0; at < length; at++) {
            for (int character = 0; character < 256; character++) {
                bytes.setMemory(0, length, (byte) (at % 2 == 0 ? '!' : '~'));
                bytes.putByte(at, (byte) character);
                code.set(bytes, 0, length);

                assertThat(code.isValid())
                        .as("character %d at %d", character, at)
                        .isEqualTo(character > ' ' && character <= '~');
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "12345678", "a key of some more"})
    void hasTheHashesOfWhatItHoldsNow(final String text) {
        final Ascii other = new Ascii(MAX_BYTES);
        other.set(text);
        code.set("what it held before");
        assertThat(code.hash()).isNotEqualTo(other.hash());

        code.set(text);

        assertThat(code.hash()).isEqualTo(other.hash()).isEqualTo(Ascii.hashOf(code.bytes(), 0, code.length()));
        assertThat(code.secondHash()).isEqualTo(other.secondHash()).isNotEqualTo(code.hash());
    }
}
