package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.protocol.Outcome;
import io.sluice.gateway.Api;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemCodeTest {
    private final JsonNode codes = Api.contract().document().at("/components/schemas/Code");

    @Test
    void theCodesAreThoseOfTheContract() {
        assertThat(StreamSupport.stream(codes.path("enum").spliterator(), false).map(JsonNode::asText))
                .containsExactlyElementsOf(
                        Arrays.stream(ProblemCode.values()).map(Enum::name).toList());
    }

    @ParameterizedTest
    @EnumSource
    void aCodeHasTheContractsStatusAndSentence(final ProblemCode code) {
        final JsonNode told = codes.path("x-codes").path(code.name());

        assertThat(code.status()).isEqualTo(told.path("status").asInt());
        assertThat(code.title()).isEqualTo(told.path("title").asText());
    }

    @ParameterizedTest
    @EnumSource
    void everyRefusalOfTheCoreHasACode(final Outcome outcome) {
        if (outcome.isRefusal()) {
            assertThatCode(() -> OutcomeProblems.of(outcome, 1, 7)).doesNotThrowAnyException();
            assertThat(codes.path("x-codes")
                            .path(OutcomeProblems.code(outcome).name())
                            .path("core")
                            .asBoolean())
                    .isTrue();
        }
    }
}
