package io.sluice.gateway.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.ProtocolLimits;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShareCodecTest {
    private static final ShareCode EVERY_FIELD = new ShareCode(7, 1_001, 12, 340, 5_501, 3, 88_001);

    private final ShareCodec codec = codec("a-secret-that-signs-share-codes");

    @Test
    void aCodeSaysWhatItWasMadeToSay() {
        for (int fields = 1; fields < 128; fields++) {
            final ShareCode code = new ShareCode(
                    bit(fields, 0) * 7,
                    bit(fields, 1) * 1_001,
                    bit(fields, 2) * 12,
                    bit(fields, 3) * 340,
                    bit(fields, 4) * 5_501,
                    (int) bit(fields, 5) * 3,
                    bit(fields, 6) * 88_001);

            assertThat(codec.decode(codec.encode(code))).isEqualTo(code);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 127, 128, 16_383, 16_384, 1L << 40, ProtocolLimits.MAX_ID})
    void anIdOfAnySizeIsRead(final long id) {
        final ShareCode code = new ShareCode(7, 0, 0, 0, 0, 0, id);

        assertThat(codec.decode(codec.encode(code))).isEqualTo(code);
    }

    @Test
    void theLargestChannelIsRead() {
        final ShareCode code = new ShareCode(0, 0, 0, 0, 0, ShareCode.MAX_CHANNEL, 0);

        assertThat(codec.decode(codec.encode(code))).isEqualTo(code);
    }

    @Test
    void aCodeIsShortAndOfLettersDigitsDashAndUnderscore() {
        assertThat(codec.encode(EVERY_FIELD)).matches("[A-Za-z0-9_-]{1,32}");
        assertThat(codec.encode(new ShareCode(7, 0, 0, 340, 0, 0, 0)).length()).isLessThanOrEqualTo(14);
    }

    @Test
    void aCodeWithAnyBitFlippedIsRefused() {
        final byte[] bytes = Base64.getUrlDecoder().decode(codec.encode(EVERY_FIELD));
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(codec.decode(text(bytes))).as("bit " + bit).isNull();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
        assertThat(codec.decode(text(bytes))).isEqualTo(EVERY_FIELD);
    }

    @Test
    void aTextWithAnyOtherCharacterIsRefused() {
        final String code = codec.encode(new ShareCode(7, 0, 0, 340, 0, 0, 0));
        for (int i = 0; i < code.length(); i++) {
            for (char other = '!'; other <= '~'; other++) {
                if (other != code.charAt(i)) {
                    assertThat(codec.decode(code.substring(0, i) + other + code.substring(i + 1)))
                            .isNull();
                }
            }
        }
    }

    @Test
    void aCodeThatWasCutOrContinuedIsRefused() {
        final String code = codec.encode(new ShareCode(7, 0, 0, 340, 0, 0, 0));
        for (int length = 0; length < code.length(); length++) {
            assertThat(codec.decode(code.substring(0, length))).isNull();
        }
        assertThat(codec.decode(code + "A")).isNull();
        assertThat(codec.decode(code + "=")).isNull();
        assertThat(codec.decode("A".repeat(33))).isNull();
    }

    @Test
    void aCodeMadeWithAnotherSecretIsRefused() {
        assertThat(codec("another-secret-that-signs-codes").decode(codec.encode(EVERY_FIELD)))
                .isNull();
    }

    @Test
    void idsThatTogetherAreTooLongHaveNoCode() {
        final long longest = ProtocolLimits.MAX_ID;

        assertThat(codec.encode(new ShareCode(7, 0, 0, 0, longest, 0, longest))).hasSize(32);
        assertThat(codec.encode(new ShareCode(longest, 0, 0, 0, longest, 0, longest)))
                .isNull();
        assertThat(codec.encode(new ShareCode(longest, longest, longest, longest, longest, 65_534, longest)))
                .isNull();
    }

    private static ShareCodec codec(final String secret) {
        return new ShareCodec(secret.getBytes(StandardCharsets.US_ASCII));
    }

    private static String text(final byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static long bit(final int fields, final int index) {
        return fields >> index & 1;
    }
}
