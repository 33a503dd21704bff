package io.sluice.ops.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sluice.engine.journal.Durability;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JournalCommandTest {
    private static final int FINE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final int MARK_BYTES = 4096;
    private static final JsonObject DAMAGED_MARK = new JsonObject()
            .put("sequence", SaleJournal.LAST)
            .put("reason", "the mark of what was forced is damaged")
            .put("file", "forced")
            .put("byte", 0L);

    @TempDir
    private static Path data;

    @TempDir
    private Path folder;

    @BeforeAll
    static void sell() {
        SaleJournal.writeTo(data);
    }

    @Test
    void describeNamesFilesRecordsAndTimes() {
        final JsonObject told = JournalRun.of("describe", data, "--json").json();

        assertThat(told.getLong("firstSequence")).isEqualTo(1);
        assertThat(told.getLong("lastSequence")).isEqualTo(SaleJournal.LAST);
        assertThat(told.getLong("forcedSequence")).isEqualTo(SaleJournal.LAST);
        final JsonObject file = told.getJsonArray("files").getJsonObject(0);
        assertThat(file.getString("name")).isEqualTo("00000000000000000001/20231114F.cq4");
        assertThat(file.getString("firstTime")).startsWith("2023-11-14T22:13:20");
        assertThat(file.getLong("lastSequence")).isEqualTo(SaleJournal.LAST);
        assertThat(file.getInteger("formatVersion")).isEqualTo(1);
        assertThat(told.getJsonArray("snapshots").getJsonObject(0).getLong("sequence"))
                .isEqualTo(SaleJournal.LAST);
        assertThat(JournalRun.of("describe", data).out())
                .contains("records    1 to 9", "forced     up to 9", "20231114F.cq4", "snapshot   behind 9");
    }

    @ParameterizedTest
    @EnumSource(Durability.class)
    void describeTellsTheDurabilityOfTheEngineThatWroteLast(final Durability durability) throws IOException {
        SaleJournal.writeTo(folder);
        new SaleJournal(folder, durability).close();

        assertThat(JournalRun.of("describe", folder, "--json").json().getString("durability"))
                .isEqualTo(durability.name());
        assertThat(JournalRun.of("describe", folder).out()).contains("durability " + durability.name());
    }

    @Test
    void describeSaysThatAMarkOfTheTimeBeforeDoesNotTellTheDurability() throws IOException {
        SaleJournal.writeTo(folder);
        final Path mark = folder.resolve("forced");
        Files.write(mark, Arrays.copyOf(Arrays.copyOf(Files.readAllBytes(mark), Long.BYTES), MARK_BYTES));

        final JsonObject told = JournalRun.of("describe", folder, "--json").json();
        assertThat(told.containsKey("durability")).isTrue();
        assertThat(told.getString("durability")).isNull();
        assertThat(told.getLong("forcedSequence")).isEqualTo(SaleJournal.LAST);
        assertThat(JournalRun.of("describe", folder).out()).contains("durability unknown");
    }

    @Test
    void describePassesOverWhatIsNoSnapshotOrNoLongerOne() throws IOException {
        SaleJournal.writeTo(folder);
        final Path snapshots = folder.resolve("snapshots");
        Files.writeString(snapshots.resolve("copy.snapshot"), "not named so");
        Files.createSymbolicLink(snapshots.resolve("00000000000000000005.snapshot"), Path.of("gone"));

        final JournalRun described = JournalRun.of("describe", folder, "--json");
        assertThat(described.exitCode()).isEqualTo(FINE);
        assertThat(described.json().getJsonArray("snapshots")).hasSize(1);
    }

    @Test
    void tailPrintsTheNewestRecordsInOrder() {
        assertThat(JournalRun.of("tail", data, "-n", "3", "--json").sequences()).containsExactly(7L, 8L, 9L);
        assertThat(JournalRun.of("tail", data, "-n", "100", "--json").sequences())
                .hasSize(9)
                .isSorted();
        assertThat(JournalRun.of("tail", data, "-n", "0").out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--viewer 42,                  7",
        "--viewer 41 --type order.place, 6",
        "--type io.sluice.room.comment, 9",
        "--refusal SOLD_OUT,           8",
        "--offer 1001 -n 2,            7 8",
        "--order 2,                    7",
        "--room 7 -n 1,                9",
        "--room 8,                     ''",
    })
    void tailLetsThroughWhatTheFiltersName(final String options, final String sequences) {
        final JournalRun tail = JournalRun.of("tail", data, (options + " --json").split(" ", -1));
        assertThat(tail.sequences().stream().map(String::valueOf)).isEqualTo(words(sequences));
    }

    private static List<String> words(final String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }

    @Test
    void aReadableLineCannotMoveTheCursor() {
        assertThat(JournalRun.of("tail", data, "-n", "1").out())
                .startsWith("9 ")
                .contains("room.comment", "ACCEPTED", "rooms/7", "viewer=41", "text=\"red?[31m 好\"")
                .doesNotContain("\u001b");
    }

    @Test
    void aReadableLineCannotBeReordered() {
        try (SaleJournal sale = new SaleJournal(folder)) {
            sale.comment(41, "\u202e1=rewEiv \u2066a\u200f");
        }
        assertThat(JournalRun.of("tail", folder).out()).contains("text=\"?1=rewEiv ?a?\"");
    }

    @Test
    void tailFollowsWhatIsAppended() throws InterruptedException {
        try (SaleJournal sale = new SaleJournal(folder)) {
            sale.comment(1, "before");
            final StringWriter out = new StringWriter();
            final Thread tail = new Thread(() -> JournalRun.commandLine(out, new StringWriter())
                    .execute("tail", "--data", folder.toString(), "-f", "--json", "--viewer", "3"));
            tail.start();
            try {
                sale.comment(2, "another");
                sale.comment(3, "one");
                sale.comment(3, "two");
                await().until(() -> out.toString().lines().count() == 2);
            } finally {
                tail.interrupt();
                tail.join();
            }
            assertThat(new JournalRun(FINE, out.toString(), "").sequences()).containsExactly(3L, 4L);
        }
    }

    @Test
    void replayEndsInTheStateThatVerifyDerives() {
        final JsonObject whole = JournalRun.of("replay", data, "--json").json();
        final JsonObject half =
                JournalRun.of("replay", data, "--to", "6", "--json").json();

        assertThat(whole.getLong("lastSequence")).isEqualTo(SaleJournal.LAST);
        assertThat(whole.getString("stateHash"))
                .isEqualTo(JournalRun.of("verify", data, "--json").json().getString("stateHash"))
                .isNotEqualTo(half.getString("stateHash"));
        assertThat(half.getLong("lastSequence")).isEqualTo(6);
    }

    @Test
    void atShowsARoomAsItWas() {
        final JsonObject before =
                JournalRun.of("at", data, "--sequence", "6", "--room", "7").json();
        final JsonObject after = JournalRun.of("at", data, "--time", "2030-01-01T00:00:00+08:00", "--room", "7")
                .json();
        final JsonObject now = JournalRun.of("at", data, "--room", "7").json();

        assertThat(before.getString("title")).isEqualTo("A room");
        assertThat(before.getString("state")).isEqualTo("LIVE");
        assertThat(available(before)).isEqualTo(1);
        assertThat(available(after)).isZero();
        assertThat(after.getLong("sequence")).isEqualTo(SaleJournal.LAST);
        assertThat(now.put("now", after.getString("now"))).isEqualTo(after);
    }

    private static long available(final JsonObject picture) {
        return picture.getJsonArray("offers").getJsonObject(0).getLong("available");
    }

    @Test
    void atTellsWhatHappenedUpToThen() {
        assertThat(history("--order", "2", "9")).containsExactly(7L);
        assertThat(JournalRun.of("at", data, "--viewer", "41", "--json").sequences())
                .containsExactly(6L, 9L);
        assertThat(history("--viewer", "41", "8")).containsExactly(6L);
        assertThat(history("--item", "500", "6"))
                .containsExactlyElementsOf(LongStream.of(3, 4, 5, 6).boxed().toList());
        final JournalRun unknown = JournalRun.of("at", data, "--sequence", "6", "--order", "2");
        assertThat(unknown.exitCode()).isEqualTo(FAILED);
        assertThat(unknown.err()).contains("the journal knows no order 2 at sequence=6");
    }

    private static List<Long> history(final String option, final String id, final String sequence) {
        return JournalRun.of("at", data, "--sequence", sequence, option, id, "--json")
                .sequences();
    }

    @Test
    void verifyNamesTheFirstBadRecordItsFileByteAndReason() throws IOException {
        SaleJournal.writeTo(folder);
        final long position = LostRecord.spoil(folder, 6);

        assertVerifyFinds(6, "CRC-32C differs", position);
        assertThat(JournalRun.of("verify", folder).out())
                .contains("1, sequence=6: CRC-32C differs, in 00000000000000000001/20231114F.cq4 at byte " + position);
    }

    @Test
    void verifyNamesTheFileAndByteWhereALostRecordWouldBegin() throws IOException {
        SaleJournal.writeTo(folder);
        final long position = LostRecord.lose(folder, 7);

        assertVerifyFinds(7, "records up to 9 were forced and are missing", position);
    }

    private void assertVerifyFinds(final int sequence, final String reason, final long position) {
        final JournalRun failed = JournalRun.of("verify", folder, "--json");
        assertThat(failed.exitCode()).isEqualTo(FAILED);
        assertThat(failed.json().getJsonObject("firstFault"))
                .isEqualTo(new JsonObject()
                        .put("sequence", sequence)
                        .put("reason", reason)
                        .put("file", "00000000000000000001/20231114F.cq4")
                        .put("byte", position));
    }

    @Test
    void verifyReportsADamagedMarkAndChecksTheRest() throws IOException {
        SaleJournal.writeTo(folder);
        final JsonObject whole = JournalRun.of("verify", folder, "--json").json();
        DamagedMark.of(folder);

        final JournalRun failed = JournalRun.of("verify", folder, "--json");
        assertThat(failed.exitCode()).isEqualTo(FAILED);
        assertThat(failed.json()).isEqualTo(whole.put("faults", 1).put("firstFault", DAMAGED_MARK));
    }

    @Test
    void verifyNamesADamagedRecordRatherThanADamagedMark() throws IOException {
        SaleJournal.writeTo(folder);
        try (SaleJournal sale = new SaleJournal(folder)) {
            sale.comment(41, "behind it");
        }
        DamagedMark.of(folder);
        LostRecord.spoil(folder, 6);

        assertThat(JournalRun.of("verify", folder).out()).contains("1, sequence=6: CRC-32C differs");
    }

    @Test
    void describeNamesADamagedMarkAndTellsTheRest() throws IOException {
        SaleJournal.writeTo(folder);
        final JsonObject whole = JournalRun.of("describe", folder, "--json").json();
        DamagedMark.of(folder);

        final JournalRun failed = JournalRun.of("describe", folder, "--json");
        assertThat(failed.exitCode()).isEqualTo(FAILED);
        assertThat(failed.json()).isEqualTo(whole.putNull("forcedSequence").put("fault", DAMAGED_MARK));
        assertThat(JournalRun.of("describe", folder).out())
                .contains("records    1 to 9", "forced     unknown, sequence=9: the mark", "20231114F.cq4");
    }

    @ParameterizedTest
    @CsvSource({
        "tail -n 100",
        "at --room 7",
        "at --viewer 41",
        "export",
        "replay",
    })
    void aRecordThatIsLostEndsACommandThatNeedsIt(final String command) throws IOException {
        SaleJournal.writeTo(folder);
        LostRecord.lose(folder, 7);

        final JournalRun failed = run(command, folder);
        assertThat(failed.exitCode()).isEqualTo(FAILED);
        assertThat(failed.err()).contains("sequence=7: cannot be found");
    }

    private static JournalRun run(final String command, final Path data) {
        final List<String> words = List.of(command.split(" ", -1));
        return JournalRun.of(words.get(0), data, words.subList(1, words.size()).toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "tail --type order.bought,                known are allotment.close, allotment.move",
        "tail --refusal PAID,                     --refusal PAID: unknown; known are",
        "tail -n -1,                              --lines -1: from 0 on",
        "replay --to 10,                          --to 10: the journal holds 1 to 9",
        "export --from 0,                         --from 0: the journal holds 1 to 9",
        "export --position x,                     --position x: needs --output",
        "at --sequence 10 --room 7,               --sequence 10: the journal holds 1 to 9",
        "at --time yesterday --room 7,            --time yesterday: is no time",
        "at --time 2020-01-01T00:00:00Z --room 7, is before the first record",
        "at --sequence 1,                         Missing required argument",
        "at --sequence 1 --room 7 --order 1,      mutually exclusive",
    })
    void wrongUsageIsNamed(final String command, final String complaint) {
        final JournalRun refused = run(command, data);
        assertThat(refused.exitCode()).isEqualTo(WRONG_USAGE);
        assertThat(refused.err()).contains(complaint);
        assertThat(refused.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"describe", "verify", "tail", "replay", "export", "at --room 1"})
    void aDirectoryWithoutAJournalIsNamed(final String command) {
        final JournalRun refused = run(command, folder);
        assertThat(refused.exitCode()).isEqualTo(WRONG_USAGE);
        assertThat(refused.err()).contains("there is no journal");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aBarIsDrawnOnlyWhereItIsAskedForAndLeavesNothing() {
        final StringWriter shown = new StringWriter();
        final StringWriter hidden = new StringWriter();
        for (final StringWriter err : List.of(shown, hidden)) {
            try (ProgressBar bar = new ProgressBar(new PrintWriter(err), err == shown, 11, 20)) {
                LongStream.rangeClosed(11, 20).forEach(bar::at);
            }
        }
        assertThat(shown.toString())
                .contains(" 10 %  11 of 20", "100 %  20 of 20")
                .endsWith("\r\033[K");
        assertThat(hidden.toString()).isEmpty();
    }
}
