package io.sluice.ops.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.protocol.ProtocolLimits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseBookTest {
    @Test
    void bothBooksTogetherHoldSomeThreeHundredPhrases() throws IOException {
        assertThat(phrases("zh")).hasSizeGreaterThan(200);
        assertThat(phrases("en")).hasSizeGreaterThan(90);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyMoodHasWords(final String language) throws IOException {
        final PhraseBook book = PhraseBook.load(language);

        assertThat(Mood.values()).allMatch(mood -> !book.phrases(mood).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void theItemIsTheOnlySlotAndComesOnce(final String language) throws IOException {
        assertThat(phrases(language)).allSatisfy(phrase -> assertThat(phrase.replaceFirst("\\{item}", ""))
                .doesNotContain("{", "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyFilledPhraseIsACommentTheRoomTakes(final String language) throws IOException {
        final Function<DemoOffer, String> call = "zh".equals(language) ? DemoOffer::callZh : DemoOffer::callEn;
        final List<String> calls = DemoBrand.load().offers().stream().map(call).toList();

        assertThat(phrases(language)).allSatisfy(phrase -> assertThat(calls).allSatisfy(item -> {
            final String text = PhraseBook.fill(phrase, item);
            assertThat(text).isEqualTo(text.strip()).isNotEmpty();
            assertThat(text.codePointCount(0, text.length()))
                    .isLessThanOrEqualTo(ProtocolLimits.MAX_COMMENT_CODE_POINTS);
            assertThat(text.getBytes(StandardCharsets.UTF_8))
                    .hasSizeLessThanOrEqualTo(ProtocolLimits.MAX_COMMENT_BYTES);
        }));
    }

    @Test
    void refusesAPhraseWithoutAMood() {
        assertThatThrownBy(() -> PhraseBook.read(new BufferedReader(new StringReader("# remark\nhello\n"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("hello");
    }

    private static List<String> phrases(final String language) throws IOException {
        final PhraseBook book = PhraseBook.load(language);
        return Arrays.stream(Mood.values())
                .flatMap(mood -> book.phrases(mood).stream())
                .toList();
    }
}
