package io.sluice.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest {
    private static final String CSV = """
            second,joins,orders,comments,likes
            0,1,0,5,0
            1,0,300,0,2
            """;
    private static final String SCENARIO = """
            target: {offers: [{offer: 1001}]}
            stages:
              - {name: all, profile: evening.csv, speed: 2, scale: 3}
            """;

    @TempDir
    private Path folder;

    @Test
    void aProfileIsItsText() throws ScenarioException {
        assertThat(Profile.parse(CSV).csv()).isEqualTo(CSV);
        assertThat(Profile.parse(CSV).count(Flow.ORDERS, 1)).isEqualTo(300);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "comments,likes      | comments        | line 1: the column likes is missing; a profile begins with second,",
                "comments,likes      | comments,hearts | line 1: 'hearts' is no column",
                "second,joins        | PK0             | line 1: 'PK0' is no column",
                "1,0,300,0,2         | 1,0,300,0       | line 3: 4 fields, and the header has 5",
                "1,0,300,0,2         | 1,0,-3,0,2      | line 3: orders: '-3' is no whole number from 0 to 1000000",
                "1,0,300,0,2         | 1,0,3000000,0,2 | line 3: orders: '3000000' is no whole number from 0 to 1000000",
                "1,0,300,0,2         | 4,0,300,0,2     | line 3: second 4 stands where 1 has to; nobody is a row of zeros",
            })
    void whatIsNoProfileIsToldByItsLine(final String of, final String into, final String message) {
        assertThatThrownBy(() -> Profile.parse(CSV.replace(of, into)))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aProfileOfNothingAndOneThatIsTooLongAreTold() {
        final String header = CSV.lines().findFirst().orElseThrow();

        assertThatThrownBy(() -> Profile.parse(header)).hasMessageContaining("has 0 seconds");
        assertThatThrownBy(() -> Profile.parse(header + "\n0,0,0,0,0".repeat(Profile.MAX_SECONDS + 1)))
                .hasMessageContaining("has 43201 seconds, and a profile has 1 to 43200");
    }

    @Test
    void aStageFollowsTheProfileOfAFileBesideItsScenario() throws ScenarioException, IOException {
        Files.writeString(folder.resolve("evening.csv"), CSV);
        final Path file = Files.writeString(folder.resolve("evening.yaml"), SCENARIO);

        final Stage stage = ScenarioReader.read(file).stages().get(0);

        assertThat(stage.durationMs()).isEqualTo(1_000);
        assertThat(stage.pieces(Flow.ORDERS)).containsExactly(Pace.NONE, new Pace(1_800, 1_800));
        assertThat(stage.pace(Flow.ORDERS)).isEqualTo(new Pace(900, 900));
        assertThat(ScenarioReader.parse(ScenarioText.of(file)))
                .as("the text alone, where the file is not")
                .isEqualTo(ScenarioReader.read(file));
    }

    @Test
    void aRateOfItsOwnTakesThePlaceOfTheColumn() throws ScenarioException {
        final Stage stage = ScenarioReader.parse(SCENARIO.replace("evening.csv", "room, orders: 0/s, drops: 1/s"))
                .stages()
                .get(0);

        assertThat(stage.most(Flow.ORDERS)).isZero();
        assertThat(stage.most(Flow.DROPS)).isEqualTo(1);
        assertThat(stage.most(Flow.COMMENTS)).isGreaterThan(6);
    }

    @Test
    void arrivalsFollowTheCountsAndTheSeed() throws ScenarioException {
        final String inside = CSV.lines().reduce("profile: |\n", (text, line) -> text + "      " + line + "\n");
        final Scenario scenario =
                ScenarioReader.parse("target: {offers: [{offer: 1}]}\nstages:\n  - scale: 10\n    " + inside);
        final long[] come = new long[2];
        final ArrivalSchedule one = new ArrivalSchedule(scenario.stages(), Flow.ORDERS, 1);
        final ArrivalSchedule other = new ArrivalSchedule(scenario.stages(), Flow.ORDERS, 1);

        for (; one.nextNs() != ArrivalSchedule.NEVER; one.advance(), other.advance()) {
            assertThat(other.nextNs()).isEqualTo(one.nextNs());
            come[(int) (one.nextNs() / 1_000_000_000)]++;
        }

        assertThat(come[0]).isZero();
        assertThat(come[1]).isBetween(2_700L, 3_300L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "evening.csv           | stages[0].profile: %s/evening.csv: there is no such file, and what is shipped is room, rush",
                "room, lasts: 10s      | stages[0].lasts: cannot stand beside a profile",
                "rush, orders: many    | stages[0].orders: 'many' is no rate",
            })
    void aStageThatCannotFollowIsToldByItsPlace(final String profile, final String message) throws IOException {
        final Path file = Files.writeString(folder.resolve("a.yaml"), SCENARIO.replace("evening.csv", profile));

        assertThatThrownBy(() -> ScenarioReader.read(file)).hasMessageContaining(message.formatted(folder));
    }

    @Test
    void speedAndScaleNeedAProfileAndABound() {
        assertThatThrownBy(() -> ScenarioReader.parse(SCENARIO.replace("profile: evening.csv", "lasts: 1s")))
                .hasMessageContaining("stages[0].speed: stands beside a profile only");
        assertThatThrownBy(() -> ScenarioReader.parse(
                        SCENARIO.replace("evening.csv", "rush").replace("scale: 3", "scale: 10000")))
                .hasMessageContaining("asks for more than 1000000 orders a second");
    }

    @Test
    void whatIsShippedHasNothingButNumbers() throws IOException {
        for (final String name : Arrays.asList("room", "rush")) {
            assertThat(Profile.shipped(name).lines().skip(1)).allMatch(row -> row.matches("[0-9]+(,[0-9]+){4}"));
        }
    }
}
