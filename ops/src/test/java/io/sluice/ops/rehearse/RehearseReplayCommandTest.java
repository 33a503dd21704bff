package io.sluice.ops.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.bench.load.Flow;
import io.sluice.bench.load.SaleOffer;
import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.ScenarioReader;
import io.sluice.ops.journal.SaleJournal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class RehearseReplayCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Scenario> played = new ArrayList<>();

    @TempDir
    private static Path sold;

    @TempDir
    private Path folder;

    @BeforeAll
    static void sell() {
        SaleJournal.writeTo(sold);
    }

    @Test
    void theSessionOfAJournalIsPlayedWithItsOffersAndTheScenariosThresholds() throws IOException {
        final Path friday = Files.writeString(folder.resolve("friday.yaml"), """
                title: Friday
                target: {offers: [{offer: 1}]}
                crowd: {http-share: 0.7, skew: 2}
                stages: [{lasts: 1s, orders: 9/s}]
                thresholds: [orders.p99 < 50ms]
                """);

        assertThat(execute(
                        "--scenario",
                        friday.toString(),
                        "--speed",
                        "2",
                        "--out",
                        folder.resolve("result").toString()))
                .as(err.toString())
                .isZero();

        final Scenario scenario = played.get(0);
        assertThat(scenario.target().offers()).containsExactly(new SaleOffer(1001, 9_900, 2, 0, 3));
        assertThat(scenario.target().holdSeconds()).isEqualTo(600);
        assertThat(scenario.crowd().viewers()).isEqualTo(3);
        assertThat(scenario.crowd().payShare()).isZero();
        assertThat(scenario.crowd().httpShare()).isEqualTo(0.7);
        assertThat(scenario.most(Flow.ORDERS)).isGreaterThan(0);
        assertThat(scenario.thresholds()).anyMatch(each -> each.text().equals("orders.p99 < 50ms"));
        assertThat(out.toString()).startsWith("GO").contains("Friday, replayed");
        assertThat(err.toString()).contains("3 orders by 3 viewers, 1 offers");
    }

    @Test
    void theScenarioThatIsMadeMayBeSavedAndRunLater() throws Exception {
        final Path saved = folder.resolve("replay.yaml");

        assertThat(execute("--save", saved.toString())).as(err.toString()).isZero();

        assertThat(played).isEmpty();
        assertThat(ScenarioReader.read(saved).stages()).hasSize(2);
    }

    @Test
    void whatHasNoSessionIsWrongUsage() {
        assertThat(execute("--journal", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("there is no journal");
        assertThat(execute("--room", "99")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no order in room 99");
        assertThat(execute("--speed", "0")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "- a", "crowd: 5", "target: x"})
    void aScenarioThatIsNoneIsWrongUsage(final String yaml) throws IOException {
        final Path file = Files.writeString(folder.resolve("broken.yaml"), yaml);

        assertThat(execute("--scenario", file.toString())).isEqualTo(2);
        assertThat(err.toString()).startsWith(file + ": ");
    }

    @Test
    void aLongPauseIsPlayedAsAMinute() {
        final JournalSession session = new JournalSession(0, Map.of(7L, 5L));
        session.came(Flow.ORDERS, 1_500, 1);
        session.came(Flow.COMMENTS, 601_500, 2);
        session.stockChanged(7, 10, 15);
        session.came(Flow.LIKES, 601_600, 1);

        assertThat(session.seconds()).isEqualTo(62);
        assertThat(session.leftOutMs()).isEqualTo(540_000);
        assertThat(session.profile().count(Flow.ORDERS, 1)).isEqualTo(1);
        assertThat(session.profile().count(Flow.COMMENTS, 61)).isEqualTo(2);
        assertThat(session.stockOf(7)).isEqualTo(15);
    }

    private int execute(final String... more) {
        final List<String> arguments = new ArrayList<>(List.of("replay"));
        arguments.addAll(List.of(more));
        if (!arguments.contains("--journal")) {
            arguments.addAll(List.of("--journal", sold.toString()));
        }
        return new CommandLine(new RehearseCommand((asked, cast) -> {
                    played.add(asked);
                    return new ForetoldPlayer(asked, 1, 1, () -> {});
                }))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }
}
