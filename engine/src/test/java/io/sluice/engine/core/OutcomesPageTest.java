package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Outcome;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/OUTCOMES.md} says what the code and the contract say. */
class OutcomesPageTest {
    private static final Pattern CONTRACT_CODE =
            Pattern.compile("\\s+([A-Z_]+): \\{status: (\\d{3}), core: true, title: '?([^,']+)'?[,}].*");
    private static final List<Outcome> WITHOUT_A_STATUS = List.of(
            Outcome.EXPIRED,
            Outcome.HOLD_NOT_DUE,
            Outcome.AMOUNT_DIFFERS,
            Outcome.ALREADY_PAID,
            Outcome.ORDER_CANCELLED);

    @Test
    void theTableIsTheEnumNameByNameInTheOrderOfItsCodes() {
        assertThat(OutcomesPage.rows().stream().map(row -> row.code() + " " + row.name() + " " + row.kind()))
                .containsExactlyElementsOf(Arrays.stream(Outcome.values())
                        .sorted(Comparator.comparing(Outcome::code))
                        .map(outcome -> outcome.code() + " " + outcome + " "
                                + outcome.kind().name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void theOrdersLadderClimbsTheEnum() {
        final List<Outcome> ladder =
                OutcomesPage.ladder().stream().map(Outcome::valueOf).toList();

        assertThat(ladder).isNotEmpty().isSorted().allMatch(Outcome::isRefusal);
        assertThat(ladder)
                .containsExactlyElementsOf(Arrays.stream(Outcome.values())
                        .filter(outcome ->
                                outcome.compareTo(Outcome.KEY_REUSED) >= 0 && outcome.compareTo(Outcome.SOLD_OUT) <= 0)
                        .toList());
    }

    @Test
    void everyRefusalHasTheStatusAndTheSentenceOfTheContract() {
        final Map<String, String> contract = contract();
        for (final OutcomesPage.Row row : OutcomesPage.rows()) {
            final Outcome outcome = Outcome.valueOf(row.name());
            if (outcome.isRefusal() && !WITHOUT_A_STATUS.contains(outcome)) {
                assertThat(row.status() + " " + row.sentence())
                        .as(row.name())
                        .isEqualTo(
                                contract.remove(outcome == Outcome.KEY_REUSED ? "IDEMPOTENCY_KEY_REUSED" : row.name()));
            }
        }
        assertThat(contract).as("codes of the core that no outcome has").isEmpty();
    }

    @Test
    void whatIsNeverAnAnswerHasNoStatus() {
        assertThat(OutcomesPage.rows().stream()
                        .filter(row -> row.status().equals("-"))
                        .map(row -> Outcome.valueOf(row.name())))
                .containsExactlyElementsOf(WITHOUT_A_STATUS);
    }

    private static Map<String, String> contract() {
        final Map<String, String> codes = new HashMap<>();
        OutcomesPage.lines("openapi.yaml").stream()
                .map(CONTRACT_CODE::matcher)
                .filter(Matcher::matches)
                .forEach(code -> codes.put(code.group(1), code.group(2) + " " + code.group(3)));
        return codes;
    }
}
