package io.sluice.ops.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sale of {@link SaleJournal}, 1 to 9, and three starts with a record each, 10 to 12: snapshots behind 11 and 12. */
class RetentionCommandTest {
    private static final int FINE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final long LAST = 12;

    @TempDir
    private Path data;

    @BeforeEach
    void sell() {
        SaleJournal.writeTo(data);
        for (long viewer = 10; viewer <= LAST; viewer++) {
            try (SaleJournal sale = new SaleJournal(data)) {
                sale.comment(viewer, "again");
            }
        }
    }

    @Test
    void everyCommandReadsAnArchivedJournalAsItWas() {
        final List<String> before = tellAll();

        final JournalRun archive = run("archive", "--below", "11", "--json");

        assertThat(archive.exitCode()).as(archive.err()).isEqualTo(FINE);
        assertThat(archive.out().lines().map(line -> new JsonObject(line).getLong("lastSequence")))
                .containsExactly(9L, 10L);
        assertThat(run("describe").out()).contains("20231114F.archive", "  1 to 9  ");
        assertThat(tellAll()).isEqualTo(before);
        assertThat(run("archive", "--below", "11").out()).isEmpty();
    }

    private List<String> tellAll() {
        return Stream.of(
                        "verify",
                        "replay",
                        "tail -n 100 --json",
                        "at --room 7",
                        "at --order 1",
                        "at --viewer 41 --sequence 9",
                        "export",
                        "export --from 8 --format csv")
                .map(command -> command.split(" ", -1))
                .map(words -> run(words[0], Stream.of(words).skip(1).toArray(String[]::new)))
                .map(JournalRun::out)
                .toList();
    }

    @Test
    void whatIsOlderThanAMomentIsArchived() {
        assertThat(run("archive", "--before", "2023-11-14T22:13:19Z").out()).isEmpty();
        assertThat(run("archive", "--before", "2100-01-01T00:00:00Z").out())
                .contains("archived   00000000000000000001/20231114F.archive  1 to 9  ", "  10 to 10  ", "  11 to 11  ")
                .doesNotContain("12 to 12");
    }

    @Test
    void consumersAreRegisteredListedMovedAndForgotten() {
        assertThat(run("consumers").out()).isEmpty();
        assertThat(run("consumers", "--register", "orders").out()).isEqualTo("consumer   orders  at 0  12 behind\n");
        assertThat(run("consumers", "--register", "orders", "--position", "9", "--json")
                        .json())
                .isEqualTo(new JsonObject("{\"lastSequence\":12,\"consumers\":[{\"name\":\"orders\",\"position\":9,"
                        + "\"lagRecords\":3}]}"));
        assertThat(run("consumers", "--remove", "orders").out()).isEmpty();

        final JournalRun unknown = run("consumers", "--remove", "orders");
        assertThat(unknown.exitCode()).isEqualTo(FAILED);
        assertThat(unknown.err()).contains("no consumer orders");
    }

    @ParameterizedTest
    @CsvSource({
        "consumers --register a/b,                 name=a/b",
        "consumers --register a --position 13,     the journal holds 1 to 12",
        "consumers --position 3,                   --position 3: needs --register",
        "consumers --register a --remove a,        mutually exclusive",
        "archive,                                  --below",
        "archive --below 3 --before 2026-01-01T00:00:00Z, mutually exclusive",
        "prune --before yesterday,                 is no time as RFC 3339",
    })
    void wrongUsageSaysWhatIsWrong(final String command, final String words) {
        final String[] split = command.split(" ", -1);
        final JournalRun run = run(split[0], Stream.of(split).skip(1).toArray(String[]::new));
        assertThat(run.exitCode()).isEqualTo(WRONG_USAGE);
        assertThat(run.err()).contains(words);
    }

    @Test
    void pruningStopsAtWhatSomebodyNeeds() {
        run("consumers", "--register", "orders", "--position", "8");
        assertThat(refusalOf("prune", "--below", "10")).contains("records up to 9", "the consumer orders is at 8");

        run("consumers", "--register", "orders", "--position", "12");
        assertThat(refusalOf("prune", "--below", "12")).contains("the snapshot behind 11");
        assertThat(run("describe").out()).contains("records    1 to 12");

        assertThat(run("prune", "--below", "11", "--dry-run").out().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("would prune  "));
        assertThat(run("describe").out()).contains("records    1 to 12");
        assertThat(run("prune", "--below", "11").out().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("pruned  "));
        assertThat(run("describe").out()).contains("records    11 to 12");
    }

    private String refusalOf(final String command, final String... options) {
        final JournalRun run = run(command, options);
        assertThat(run.exitCode()).isEqualTo(FAILED);
        assertThat(run.out()).isEmpty();
        return run.err();
    }

    @Test
    void aPrunedJournalIsDecidedFromASnapshotAndSaysSo() {
        final JsonObject whole = run("verify", "--json").json();
        final String room = run("at", "--room", "7").out();
        prune(11);

        final JsonObject verified = run("verify", "--json").json();
        assertThat(verified.getLong("snapshot")).isEqualTo(11);
        assertThat(verified.getInteger("faults")).isZero();
        assertThat(verified.getInteger("oversoldUnits")).isZero();
        assertThat(verified.getString("stateHash")).isEqualTo(whole.getString("stateHash"));
        assertThat(run("verify").out()).contains("records    11 to 12", "decided    12 to 12, behind a snapshot");
        assertThat(run("replay").out())
                .contains("records    12 to 12, behind a snapshot", whole.getString("stateHash"));
        final JournalRun picture = run("at", "--room", "7");
        assertThat(picture.out()).isEqualTo(room);
        assertThat(picture.err()).contains("begins with the snapshot behind 12");
        final JournalRun history = run("at", "--viewer", "12");
        assertThat(history.out()).startsWith("12 ");
        assertThat(history.err()).contains("this history begins with 11");
        assertThat(run("tail", "-n", "100", "--json").sequences()).containsExactly(11L, 12L);
        assertThat(run("export").sequences()).containsExactly(11L, 12L);
    }

    @Test
    void aPrunedJournalWithoutASnapshotIsRefused() throws IOException {
        prune(11);
        spoilTheSnapshots();

        assertThat(refusalOf("replay")).contains("sequence=11", "no snapshot verifies");
        assertThat(refusalOf("at", "--room", "7")).contains("sequence=11", "no snapshot up to 12 verifies");
    }

    private void spoilTheSnapshots() throws IOException {
        try (Stream<Path> snapshots = Files.list(data.resolve("snapshots"))) {
            for (final Path snapshot : snapshots.toList()) {
                Files.write(snapshot, new byte[] {1});
            }
        }
    }

    @Test
    void theChainOfAPrunedJournalIsCheckedWithoutASnapshot() throws IOException {
        prune(11);
        spoilTheSnapshots();

        final JournalRun undecided = run("verify", "--json");
        assertThat(undecided.exitCode()).isEqualTo(FAILED);
        assertThat(undecided.json().getLong("firstSequence")).isEqualTo(11);
        assertThat(undecided.json().getLong("lastSequence")).isEqualTo(LAST);
        assertThat(undecided.json().getLong("commands")).isZero();
        assertThat(undecided.json().getJsonObject("firstFault").getString("reason"))
                .contains("the journal begins here, and no snapshot verifies");

        final long position = LostRecord.spoil(data, LAST);
        final JsonObject damaged = run("verify", "--json").json();
        assertThat(damaged.getLong("lastSequence")).isEqualTo(LAST - 1);
        assertThat(damaged.getJsonObject("firstFault"))
                .isEqualTo(new JsonObject()
                        .put("sequence", LAST)
                        .put("reason", "CRC-32C differs")
                        .put("file", "00000000000000000012/20231114F.cq4")
                        .put("byte", position));
    }

    @Test
    void aPrunedJournalIsDecidedThoughItsMarkIsDamaged() throws IOException {
        prune(11);
        final JsonObject whole = run("verify", "--json").json();
        DamagedMark.of(data);

        final JsonObject verified = run("verify", "--json").json();
        assertThat(verified.getJsonObject("firstFault").getString("file")).isEqualTo("forced");
        assertThat(verified.getLong("snapshot")).isEqualTo(11);
        assertThat(verified.getString("stateHash")).isEqualTo(whole.getString("stateHash"));
    }

    @Test
    void aRehearsalOfAPrunedJournalIsRefused() {
        prune(11);
        assertThat(refusalOf("replay", "--into", data.resolve("shadow").toString()))
                .contains("begins at 11");
    }

    private void prune(final long below) {
        assertThat(run("prune", "--below", Long.toString(below)).out()).isNotEmpty();
    }

    private JournalRun run(final String command, final String... options) {
        return JournalRun.of(command, data, options);
    }
}
