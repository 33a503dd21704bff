package io.sluice.ops.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sluice.engine.journal.Durability;
import io.sluice.engine.protocol.Outcome;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShadowReplayTest {
    private static final int FINE = 0;
    private static final int WRONG_USAGE = 2;
    private static final int THRESHOLD_MISSED = 3;

    @TempDir
    private static Path data;

    @TempDir
    private Path folder;

    private Path into;

    @BeforeAll
    static void sell() {
        SaleJournal.writeTo(data);
    }

    @BeforeEach
    void nameShadow() {
        into = folder.resolve("shadow");
    }

    @Test
    void everyCommandIsDecidedAgainByAnEngineOfItsOwn() {
        final JsonObject told = replayInto(data, "--speed", "2");
        final JsonObject shadow = told.getJsonObject("shadow");

        assertThat(shadow.getLong("offered")).isEqualTo(SaleJournal.LAST);
        assertThat(shadow.getLong("same")).isEqualTo(SaleJournal.LAST);
        assertThat(shadow.getLong("other")).isZero();
        assertThat(told.getString("stateHash")).isEqualTo(stateHashOf(data));
        assertThat(shadow.getString("stateHash")).isEqualTo(stateHashOf(into));
        assertThat(JournalRun.of("verify", into).exitCode()).isEqualTo(FINE);
    }

    @Test
    void theShadowsTimeBeginsWhereTheJournalsDoes() {
        replayInto(data);
        assertThat(JournalRun.of("describe", into).out()).contains("20231114F.cq4", "2023-11-14T22:13:2");
    }

    @Test
    void whatLiesBeforeTheFirstCommandIsCopied() {
        final JsonObject shadow = replayInto(data, "--from", "6").getJsonObject("shadow");

        assertThat(shadow.getLong("offered")).isEqualTo(4);
        assertThat(shadow.getLong("same")).isEqualTo(4);
        assertThat(export(into, "--to", "5")).isEqualTo(export(data, "--to", "5"));
        assertThat(JournalRun.of("tail", into, "--json").sequences()).hasSize((int) SaleJournal.LAST);
    }

    @Test
    void holdsEndByTheShadowsOwnTimers() {
        final Path lateData = folder.resolve("data");
        final AtomicLong nowNs = new AtomicLong();
        try (SaleJournal sale = new SaleJournal(lateData, Durability.DISK, nowNs::get)) {
            sale.sell();
            nowNs.set(TimeUnit.SECONDS.toNanos(700));
            await().until(() -> sale.lastSequence() == SaleJournal.LAST + 2);
            sale.comment(42, "both holds have ended");
        }

        final JsonObject shadow = replayInto(lateData, "--speed", "1000").getJsonObject("shadow");

        assertThat(shadow.getLong("offered")).isEqualTo(SaleJournal.LAST + 1);
        assertThat(shadow.getLong("same")).isEqualTo(SaleJournal.LAST + 1);
        assertThat(shadow.getLong("expiries")).isEqualTo(2);
        assertThat(shadow.getLong("ownExpiries")).isEqualTo(2);
        assertThat(JournalRun.of("tail", into, "--type", "order.expire", "--json")
                        .sequences())
                .hasSize(2);
    }

    @Test
    void aShadowFollowsAnEngineThatRuns() throws InterruptedException {
        final Path running = folder.resolve("data");
        final StringWriter out = new StringWriter();
        final Thread replay = new Thread(() -> JournalRun.commandLine(out, new StringWriter())
                .execute(
                        "replay",
                        "--data",
                        running.toString(),
                        "--into",
                        into.toString(),
                        "-f",
                        "--json",
                        "--speed",
                        "10"));
        try (SaleJournal sale = new SaleJournal(running)) {
            sale.sell();
            replay.start();
            try {
                await().until(() -> newestOf(into) == SaleJournal.LAST);
                sale.comment(1, "one more");
                await().until(() -> newestOf(into) == SaleJournal.LAST + 1);
            } finally {
                replay.interrupt();
                replay.join();
            }
        }
        final JsonObject shadow = new JsonObject(out.toString()).getJsonObject("shadow");
        assertThat(shadow.getLong("lastSequence")).isEqualTo(SaleJournal.LAST + 1);
        assertThat(shadow.getLong("same")).isEqualTo(SaleJournal.LAST + 1);
    }

    private static long newestOf(final Path data) {
        final JournalRun described = JournalRun.of("describe", data, "--json");
        return described.exitCode() == FINE ? described.json().getLong("lastSequence") : 0;
    }

    /** At this speed, a microsecond from its turn to the decision is a millisecond of core time. */
    @Test
    void aShadowThatIsLaterThanAllowedFailsTheRehearsal() {
        final JournalRun late =
                JournalRun.of("replay", data, "--into", into.toString(), "--speed", "1000", "--max-late", "0");
        assertThat(late.exitCode()).isEqualTo(THRESHOLD_MISSED);
        assertThat(late.err()).contains("later than --max-late 0");
        assertThat(late.out()).contains("late       ");

        final JournalRun fine =
                JournalRun.of("replay", data, "--into", folder.resolve("x").toString(), "--max-late", "3600000");
        assertThat(fine.exitCode()).as(fine.err()).isEqualTo(FINE);
    }

    @Test
    void aDecisionThatIsAnotherIsCountedByWhatItWasAndIs() {
        final ShadowTally tally = new ShadowTally();
        tally.decided(1, Outcome.ACCEPTED, Outcome.ACCEPTED, 3);
        tally.decided(2, Outcome.RESERVED, Outcome.SOLD_OUT, 7);
        tally.decided(3, Outcome.RESERVED, Outcome.SOLD_OUT, 5);

        assertThat(tally.toJson())
                .isEqualTo(new JsonObject()
                        .put("same", 1L)
                        .put("other", 2L)
                        .put("firstOther", 2L)
                        .put(
                                "others",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("recorded", "RESERVED")
                                                .put("shadow", "SOLD_OUT")
                                                .put("count", 2L))));
        assertThat(tally.toLines())
                .contains("other      2, the first at sequence=2", "other      2 times SOLD_OUT where it was RESERVED");
        assertThat(tally.worstLateMs()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "--speed 2,                  Missing required argument",
        "--into INTO --speed 0,      --speed 0: from 1 to 1000",
        "--into INTO --from 0,       --from 0: the journal holds 1 to 9",
        "--into INTO --from 10,      --from 10: the journal holds 1 to 9",
        "--into INTO --from 5 --to 4, --to 4: is before --from 5",
        "--into INTO --max-late -1,  --max-late -1: from 0 on",
        "--into INTO -f --to 4,      one of them only",
    })
    void wrongUsageIsNamed(final String options, final String complaint) {
        final JournalRun refused = JournalRun.of(
                "replay", data, options.replace("INTO", into.toString()).split(" ", -1));
        assertThat(refused.exitCode()).isEqualTo(WRONG_USAGE);
        assertThat(refused.err()).contains(complaint);
        assertThat(into).doesNotExist();
    }

    @Test
    void aDirectoryThatIsInUseIsLeftAlone() throws IOException {
        Files.writeString(Files.createDirectory(into).resolve("mine"), "mine");
        final JournalRun refused = JournalRun.of("replay", data, "--into", into.toString());
        assertThat(refused.exitCode()).isEqualTo(WRONG_USAGE);
        assertThat(refused.err()).contains("is not empty");
        assertThat(into.resolve("mine")).hasContent("mine");
    }

    private JsonObject replayInto(final Path source, final String... more) {
        final String[] options = new String[more.length + 3];
        options[0] = "--into";
        options[1] = into.toString();
        options[2] = "--json";
        System.arraycopy(more, 0, options, 3, more.length);
        final JournalRun run = JournalRun.of("replay", source, options);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(FINE);
        return run.json();
    }

    private static String stateHashOf(final Path directory) {
        return JournalRun.of("verify", directory, "--json").json().getString("stateHash");
    }

    private static String export(final Path directory, final String... options) {
        return JournalRun.of("export", directory, options).out();
    }
}
