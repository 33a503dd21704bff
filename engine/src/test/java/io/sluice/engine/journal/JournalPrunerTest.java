package io.sluice.engine.journal;

import static io.sluice.engine.journal.JournalAssertions.assertHolds;
import static io.sluice.engine.journal.JournalAssertions.assertRecord;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Four starts leave files of 1 to 100, 101 to 200, 201 to 300 and 301 to 400, and snapshots behind 250 and 350. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class JournalPrunerTest {
    private static final JournalSettings SETTINGS =
            new JournalSettings().withBlockBytes(JournalSettings.MIN_BLOCK_BYTES);
    private static final long LAST = 400;

    @TempDir
    private Path data;

    private JournalDirectory directory;
    private SegmentFiles files;
    private ConsumerRegistry consumers;

    @BeforeEach
    void writeAJournal() {
        directory = new JournalDirectory(data);
        files = new SegmentFiles(directory.journal());
        consumers = new ConsumerRegistry(directory);
        for (long last = 100; last <= LAST; last += 100) {
            try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
                RecordWriter.resumed(journal).to(last);
            }
        }
        snapshotBehind(250);
        snapshotBehind(350);
    }

    @Test
    void whatNobodyNeedsIsDeletedOldestFirst() {
        assertThat(prune(201)).containsExactly(100L, 200L);

        assertThat(files.runs()).containsExactly(files.run(201), files.run(301));
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory)) {
            assertThat(journal.firstSequence()).isEqualTo(201);
            assertHolds(journal, 201, LAST);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> journal.reader(200))
                    .withMessageContaining("begins at 201");
        }
        assertThatThrownBy(() -> JournalFollower.behind(directory, 199, Horizon.FORCED))
                .isInstanceOf(JournalFaultException.class)
                .hasMessageContaining("begins at 201");
        try (JournalFollower follower = JournalFollower.behind(directory, 200, Horizon.FORCED)) {
            assertThat(follower.poll(record -> {}, 1_000)).isEqualTo(200);
        }
    }

    @Test
    void archivesAreDeletedLikeFiles() {
        new JournalArchiver(directory).archive(301, archived -> {});
        assertThat(prune(201)).containsExactly(100L, 200L);
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory)) {
            assertHolds(journal, 201, LAST);
        }
    }

    @Test
    void aFileThatReachesTheBoundStays() {
        assertThat(prune(200)).containsExactly(100L);
        assertThat(prune(100)).isEmpty();
    }

    @Test
    void aPlanDeletesNothing() {
        assertThat(pruner().plan(201)).extracting(PrunedSegment::lastSequence).containsExactly(100L, 200L);
        assertNothingIsDeleted();
    }

    @Test
    void whatTheOlderSnapshotNeedsIsRefused() {
        assertRefused(301, "snapshot behind 250");
        snapshotBehind(360);
        assertThat(prune(301)).containsExactly(100L, 200L, 300L);
    }

    @Test
    void theRecordOfTheSnapshotIsNeeded() {
        snapshotBehind(300);
        assertRefused(301, "snapshot behind 300");
    }

    @Test
    void withoutASnapshotThatVerifiesAllIsRefused() throws IOException {
        assertThatIllegalStateException()
                .isThrownBy(() -> new JournalPruner(directory, snapshot -> false).plan(101))
                .withMessageContaining("no snapshot that verifies");
        for (final Snapshot snapshot : new SnapshotStore(directory).sound()) {
            Files.write(snapshot.file(), new byte[] {1});
        }
        assertRefused(101, "no snapshot that verifies");
    }

    @Test
    void oneThatDoesNotVerifyDoesNotCount() {
        final List<Long> pruned = new ArrayList<>();
        new JournalPruner(directory, snapshot -> snapshot.sequence() == 350)
                .prune(301, segment -> pruned.add(segment.lastSequence()));
        assertThat(pruned).containsExactly(100L, 200L, 300L);
    }

    @Test
    void whatAConsumerHasNotConfirmedIsRefused() {
        consumers.register("fast", LAST);
        consumers.register("orders", 150);
        assertRefused(201, "the consumer orders is at 150");
        assertThat(prune(101)).containsExactly(100L);

        consumers.confirm("orders", 199);
        assertRefused(201, "the consumer orders is at 199");
        consumers.confirm("orders", 200);
        assertThat(prune(201)).containsExactly(200L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> consumers.register("late", 199))
                .withMessageContaining("holds 201 to 400");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> consumers.confirm("orders", 199))
                .withMessageContaining("holds 201 to 400");
    }

    @Test
    void whatIsNotKnownToBeForcedIsRefused() {
        new SegmentEditor(directory).forcedOnlyTo(150);
        assertRefused(201, "forced up to 150 only");
    }

    @Test
    void theNewestFileStays() {
        snapshotBehind(LAST - 1);
        snapshotBehind(LAST);
        assertThat(prune(Long.MAX_VALUE)).containsExactly(100L, 200L, 300L);
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            assertThat(journal.firstSequence()).isEqualTo(301);
            RecordWriter.resumed(journal).to(450);
            assertHolds(journal, 301, 450);
        }
    }

    @Test
    void anEngineAndItsReadersGoOnMeanwhile() {
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            final RecordWriter writer = RecordWriter.resumed(journal).to(450);
            try (JournalReader needsIt = journal.reader(90);
                    JournalReader doesNot = journal.reader(190)) {
                assertRecord(needsIt.next(), 90);
                assertRecord(doesNot.next(), 190);
                prune(201);

                assertThat(journal.firstSequence()).isEqualTo(201);
                writer.to(500);
                for (long sequence = 191; sequence <= 500; sequence++) {
                    assertRecord(doesNot.next(), sequence);
                }
                for (long sequence = 91; sequence <= 100; sequence++) {
                    assertRecord(needsIt.next(), sequence);
                }
                assertThatThrownBy(needsIt::next)
                        .isInstanceOf(JournalFaultException.class)
                        .hasMessageContaining("sequence=101")
                        .hasMessageContaining("begins at 201");
            }
        }
    }

    @Test
    void whatAKillLeavesBehindIsTidiedUpByTheNextRun() throws IOException {
        final Path first = files.in(files.run(1)).get(0).file();
        Files.delete(first);
        Files.write(first.resolveSibling("20241004F.cq4.1.torn"), new byte[] {1});
        assertThat(prune(101)).isEmpty();
        assertThat(files.run(1)).doesNotExist();
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory)) {
            assertHolds(journal, 101, LAST);
        }
    }

    private void snapshotBehind(final long sequence) {
        new SnapshotStore(directory).write(sequence, 1, 2, 3, output -> output.putLong(sequence), Pace.NONE);
    }

    private JournalPruner pruner() {
        return new JournalPruner(directory, snapshot -> true);
    }

    private List<Long> prune(final long below) {
        final List<Long> pruned = new ArrayList<>();
        pruner().prune(below, segment -> pruned.add(segment.lastSequence()));
        return pruned;
    }

    private void assertRefused(final long below, final String why) {
        final int before = files.all().size();
        assertThatIllegalStateException()
                .isThrownBy(() -> prune(below))
                .withMessageContaining("records up to " + (below - 1))
                .withMessageContaining(why);
        assertThat(files.all()).hasSize(before);
    }

    private void assertNothingIsDeleted() {
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory)) {
            assertHolds(journal, 1, LAST);
        }
    }
}
