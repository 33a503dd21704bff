package io.sluice.ops.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.ScenarioReader;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class RehearseCommandTest {
    private static final int HELD = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final int MISSED = 3;
    private static final int NOTHING_BROKE = 4;
    private static final int RIG_FULL = 5;
    private static final String SCENARIO = """
            title: Friday
            target: {offers: [{offer: 1001}]}
            stages: [{name: hold, lasts: 10s, orders: 1/s}]
            thresholds: ["orders.p99 < 50ms"]
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private Path scenario;
    private long orderMs = 8;
    private long latenessMs = 1;
    private Runnable inEachSecond = () -> {};

    @BeforeEach
    void write() throws IOException {
        scenario = Files.writeString(folder.resolve("friday.yaml"), SCENARIO);
    }

    @Test
    void aRunThatHeldExitsWith0AndLeavesItsResultAndCard() {
        assertThat(play("friday")).isEqualTo(HELD);

        assertThat(out.toString()).startsWith("GO ").contains("Friday", "report.html");
        assertThat(err.toString()).isEmpty();
        assertThat(folder.resolve("friday")).isDirectoryContaining("glob:**/result.json");
        assertThat(folder.resolve("friday")).isDirectoryContaining("glob:**/report.html");
    }

    @Test
    void aMissedThresholdExitsWith3() {
        orderMs = 80;

        assertThat(play("friday")).isEqualTo(MISSED);
        assertThat(out.toString()).startsWith("NO-GO");
    }

    @Test
    void aRunThatIsToldToEndReportsWhatItHasAndIsNoGo() {
        inEachSecond = () -> Thread.currentThread().interrupt();

        assertThat(play("friday")).isEqualTo(FAILED);
        assertThat(out.toString()).startsWith("NO-GO").contains("ended early", "1 s of 10 s");
    }

    @Test
    void runIsAnotherNameOfTheSame() {
        assertThat(execute(
                        "run",
                        scenario.toString(),
                        "--out",
                        folder.resolve("run").toString()))
                .isEqualTo(HELD);
    }

    @Test
    void aShippedScenarioIsNamedWithoutItsFile() {
        execute("smoke", "--out", folder.resolve("smoke").toString());

        assertThat(out.toString()).contains("Smoke");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "speed: 3 | speed is not known; here may stand title, seed",
                "thresholds: [order.p99 < 1s] | there is no figure 'order.p99'; there are times orders",
                "stages: [] | stages",
            })
    void aWrongScenarioIsWrongUsageWithItsPlace(final String line, final String told) throws IOException {
        final String key = line.substring(0, line.indexOf(':') + 1);
        final String without =
                SCENARIO.lines().filter(each -> !each.startsWith(key)).reduce("", (text, each) -> text + each + "\n");
        Files.writeString(scenario, without + line);

        assertThat(play("friday")).isEqualTo(WRONG_USAGE);
        assertThat(err.toString()).contains(told);
        assertThat(folder.resolve("friday")).doesNotExist();
    }

    @Test
    void aMissingScenarioIsWrongUsage() {
        assertThat(execute()).isEqualTo(WRONG_USAGE);
        assertThat(execute("nowhere.yaml")).isEqualTo(WRONG_USAGE);
        assertThat(err.toString()).contains("nowhere.yaml: there is no such file", "smoke, evening");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--workers=0 | --workers and --remote-workers are 1 to 100 together",
                "--workers=101 | --workers and --remote-workers are 1 to 100 together",
                "--remote-workers=1 | --listen and --remote-workers stand together",
                "--listen=21100 | --listen and --remote-workers stand together",
                "--secret-file=short --listen=21100 --remote-workers=1 | the secret has 5 characters; it needs 32",
            })
    void workersThatCannotBeAreWrongUsage(final String options, final String told) throws IOException {
        final Path secret = Files.writeString(folder.resolve("short"), "short");
        final List<String> arguments = new ArrayList<>(List.of(scenario.toString()));
        for (final String option : options.split(" ", -1)) {
            arguments.add(option.replace("=short", "=" + secret));
        }

        assertThat(execute(arguments.toArray(String[]::new))).isEqualTo(WRONG_USAGE);
        assertThat(err.toString()).contains(told);
    }

    @Test
    void moreViewersThanProcessesCanCarryAreToldBeforeTheRun() throws Exception {
        final Scenario own = ScenarioReader.parse(
                "target: {offers: [{offer: 1}]}\ncrowd: {viewers: 50}\n" + "stages: [{lasts: 1s}]");
        final Scenario other = ScenarioReader.parse(
                "target: {url: 'http://127.0.0.1:1', config: c, offers: [{offer: 1}]}\ncrowd: {viewers: 50}\n"
                        + "stages: [{lasts: 1s}]");

        assertThat(WorkerOptions.tooMany(own, 5, 20)).contains("name a target with a url");
        assertThat(WorkerOptions.tooMany(other, 2, 20)).contains("use --workers 3 or more");
        assertThat(WorkerOptions.tooMany(other, 3, 20)).isNull();
        assertThat(WorkerOptions.tooMany(other, 51, 20)).contains("51 workers for 50 viewers");
    }

    @Test
    void aDirectoryThatCannotBeWrittenToFailsBeforeAnythingIsPlayed() {
        assertThat(execute(
                        scenario.toString(), "--out", scenario.resolve("below").toString()))
                .isEqualTo(FAILED);
        assertThat(err.toString()).contains("below: cannot be written to");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void theCardOfARunIsReadFromItsDirectory() {
        orderMs = 80;
        play("friday");

        assertThat(execute("card", folder.resolve("friday").toString(), "--json"))
                .isEqualTo(MISSED);
        final JsonObject card = new JsonObject(lastLine());
        assertThat(card.getJsonObject("brokeFirst").getString("threshold")).isEqualTo("orders.p99 < 50ms");
        assertThat(card.getJsonObject("brokeFirst").getString("stage")).isEqualTo("hold");
    }

    @Test
    void aCardOfNothingFails() {
        assertThat(execute("card", folder.toString())).isEqualTo(FAILED);
        assertThat(err.toString()).contains("result.json");
    }

    @Test
    void twoRunsAreComparedOnTheTerminalAndOnAPage() {
        play("thursday");
        orderMs = 16;
        play("friday");
        final Path page = folder.resolve("both.html");

        final int exitCode = execute(
                "compare",
                folder.resolve("thursday").toString(),
                folder.resolve("friday").toString(),
                "--page",
                page.toString(),
                "--json");

        assertThat(exitCode).isEqualTo(HELD);
        assertThat(new JsonArray(lastLine()))
                .anyMatch(row -> ((JsonObject) row).getString("figure").equals("orders.p99")
                        && ((JsonObject) row).getBoolean("differs"));
        assertThat(page).content().contains("Friday");
    }

    @Test
    void theLimitIsLookedForStepByStepAndEachStepIsKept() {
        orderMs = 5;

        assertThat(findLimit("--from", "4", "--step", "2")).isEqualTo(HELD);

        assertThat(out.toString()).contains("the knee was found; held: 8.0 orders/s, by factor 8.000");
        assertThat(folder.resolve("limit")).isDirectoryContaining("glob:**/limit.json");
        assertThat(folder.resolve("limit/step-02-x8.000")).isDirectoryContaining("glob:**/result.json");
    }

    @Test
    void aLimitThatIsNotFoundHasAnExitCodeOfItsOwn() {
        orderMs = 200;

        assertThat(findLimit()).isEqualTo(MISSED);
        assertThat(out.toString()).contains("the first step already broke");
    }

    @Test
    void aLimitBeyondTheHighestFactorHasAnother() {
        assertThat(findLimit("--most", "1")).isEqualTo(NOTHING_BROKE);
        assertThat(out.toString()).contains("nothing broke up to the highest factor");
    }

    @Test
    void aRigThatIsFullFirstHasAnother() {
        latenessMs = 90;

        assertThat(findLimit()).isEqualTo(RIG_FULL);
        assertThat(out.toString()).contains("the rig is full", "(the rig) lateness.p99");
    }

    @Test
    void aSearchThatIsToldToEndSaysWhatItKnows() {
        inEachSecond = () -> Thread.currentThread().interrupt();

        assertThat(findLimit()).isEqualTo(FAILED);
        assertThat(out.toString()).contains("ended early", "not finished");
        assertThat(folder.resolve("limit")).isDirectoryContaining("glob:**/limit.html");
    }

    @Test
    void factorsThatCannotBeMeantAreWrongUsage() {
        assertThat(findLimit("--step", "1")).isEqualTo(WRONG_USAGE);
        assertThat(findLimit("--from", "30")).isEqualTo(WRONG_USAGE);
        assertThat(err.toString())
                .contains("--step 1.0: is not 1.01 to 10000.0", "--from 30.0: is not between 0 and --most 20");
        assertThat(findLimit("--most", "20000")).isEqualTo(WRONG_USAGE);
        assertThat(err.toString()).contains("--most 20000.0: is not between 0 and 10000");
    }

    @Test
    void workersThatCannotBeAreToldBeforeTheFirstStep() {
        assertThat(findLimit("--workers", "0")).isEqualTo(WRONG_USAGE);
        assertThat(out.toString()).isEmpty();
        assertThat(folder.resolve("limit")).doesNotExist();
    }

    private int findLimit(final String... more) {
        final List<String> arguments = new ArrayList<>(List.of(
                "find-limit",
                scenario.toString(),
                "--halvings",
                "0",
                "--out",
                folder.resolve("limit").toString()));
        arguments.addAll(List.of(more));
        return execute(arguments.toArray(String[]::new));
    }

    private int play(final String name) {
        return execute(scenario.toString(), "--out", folder.resolve(name).toString());
    }

    private int execute(final String... arguments) {
        return new CommandLine(new RehearseCommand(
                        (asked, cast) -> new ForetoldPlayer(asked, orderMs, latenessMs, inEachSecond)))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private String lastLine() {
        return out.toString().lines().reduce((first, second) -> second).orElseThrow();
    }
}
