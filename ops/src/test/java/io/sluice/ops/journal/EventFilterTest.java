package io.sluice.ops.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filters that ask who brought an order, over {@link ReferralJournal}. */
class EventFilterTest {
    @TempDir
    private static Path data;

    @TempDir
    private static Path earned;

    @BeforeAll
    static void sell() {
        ReferralJournal.writeTo(data);
        ReferralJournal.earnIn(earned);
    }

    @ParameterizedTest
    @CsvSource({
        "--store 3,                    10 11 12 14 18 19 20",
        "--guide 12,                   11 12 15 18 19 20",
        "--guide 12 --type order.place, 18 19 20",
        "--group 1001,                 12 20",
        "--inviter 51,                 16 19",
        "--rule GUIDE_BINDING,         18 19",
        "--rule CARRIED,               6 7 20",
        "--rule NOBODY,                ''",
    })
    void recordsAreFoundByWhomTheyName(final String options, final String sequences) {
        final JournalRun tail = JournalRun.of("tail", data, ("-n 100 --json " + options).split(" ", -1));

        assertThat(tail.err()).isEmpty();
        assertThat(String.join(
                        " ", tail.sequences().stream().map(String::valueOf).toList()))
                .isEqualTo(sequences);
    }

    @ParameterizedTest
    @CsvSource({
        "--guide 12 --type order.pay,    22",
        "--inviter 51 --type order.pay,  22",
        "--guide 51 --type order.pay,    ''",
        "--order 4,                      19 22 23",
    })
    void whoEarnsByAPaymentIsNamedInIt(final String options, final String sequences) {
        final JournalRun tail = JournalRun.of("tail", earned, ("-n 100 --json " + options).split(" ", -1));

        assertThat(String.join(
                        " ", tail.sequences().stream().map(String::valueOf).toList()))
                .isEqualTo(sequences);
    }

    @Test
    void aLineShowsWhoEarns() {
        assertThat(JournalRun.of("tail", earned, "-n", "3").out())
                .contains("plan.save", "scope=BRAND", "version=1")
                .contains("commission=[{\"line\":0,\"payee\":\"GUIDE\",\"id\":12,\"fen\":495,")
                .contains("\"fen\":-495,");
    }

    @Test
    void anExportSumsUpWhatIsEarned() {
        assertThat(JournalRun.of("export", earned, "--format", "csv", "--from", "22")
                        .out())
                .containsPattern("(?m)^22,.*,595,,,\"\\{")
                .containsPattern("(?m)^23,.*,-595,,,\"\\{");
    }

    @Test
    void whosePointsMoveIsNamedAndAnExportSumsThemUp(@TempDir final Path folder) {
        ReferralJournal.awardIn(folder);

        assertThat(JournalRun.of("tail", folder, "-n", "100", "--json", "--viewer", "54")
                        .sequences())
                .containsExactly(22L);
        assertThat(JournalRun.of("tail", folder, "-n", "2").out())
                .contains("points.rule", "points/GIFT", "points.award", "viewers/54")
                .contains("pointMoves=[{\"viewer\":54,\"reason\":\"GIFT\",\"points\":7,\"balance\":7}]");
        assertThat(JournalRun.of("export", folder, "--format", "csv", "--from", "22")
                        .out())
                .containsPattern("(?m)^22,.*,,7,\"\\{");
    }

    @Test
    void aRuleThatThereIsNotIsRefused() {
        assertThat(JournalRun.of("tail", data, "--rule", "NONE").err())
                .contains(
                        "--rule NONE: unknown; known are CARRIED, GROUP, GUIDE_BINDING, LAST_TOUCH, NOBODY, ROOM_HOST");
    }

    @Test
    void aLineShowsWhoAViewerCameBy() {
        assertThat(JournalRun.of("tail", data, "-n", "1", "--inviter", "51", "--type", "order.place")
                        .out())
                .contains("viewer=52", "inviter")
                .contains("GUIDE_BINDING");
    }
}
