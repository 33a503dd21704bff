package io.sluice.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A consumer that keeps one number. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class JournalFollowerTest {
    private static final JournalSettings SETTINGS =
            new JournalSettings().withBlockBytes(JournalSettings.MIN_BLOCK_BYTES);

    @TempDir
    private Path data;

    private final List<Long> taken = new ArrayList<>();
    private JournalDirectory directory;

    @BeforeEach
    void layOut() {
        directory = new JournalDirectory(data);
    }

    @Test
    void handsOverEveryRecordOnceWhoeverResumes() {
        write(300);
        long position = 0;
        while (position < 300) {
            try (JournalFollower follower = follow(position)) {
                follower.poll(record -> taken.add(record.sequence()), 70);
                position = follower.position();
            }
        }

        assertThat(taken).isEqualTo(LongStream.rangeClosed(1, 300).boxed().toList());
    }

    @Test
    void goesOnWithWhatIsAppendedMeanwhileAndOverARoll() {
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            final RecordWriter writer = new RecordWriter(journal).to(10);
            journal.force();
            try (JournalFollower follower = follow(0)) {
                assertThat(poll(follower)).isEqualTo(10);
                assertThat(poll(follower)).isZero();

                writer.to(20).later(1).to(30);
                journal.force();
                assertThat(follower.lag()).isEqualTo(20);
                pollUpTo(follower, 30);

                assertThat(follower.lag()).isZero();
                assertThat(taken)
                        .isEqualTo(LongStream.rangeClosed(1, 30).boxed().toList());
            }
        }
    }

    @Test
    void seesWhatIsForcedOnlyUnlessItAsksForMore() {
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            final RecordWriter writer = new RecordWriter(journal).to(10);
            journal.force();
            writer.to(15);
            try (JournalFollower forced = follow(0);
                    JournalFollower appended = JournalFollower.behind(directory, 0, Horizon.APPENDED)) {
                assertThat(poll(forced)).isEqualTo(10);
                assertThat(poll(appended)).isEqualTo(15);

                journal.force();
                assertThat(poll(forced)).isEqualTo(5);
            }
        }
    }

    @Test
    void leavesAnEmptyRunThatTheNextStartMakesAnew() throws IOException {
        write(3);
        beginRunAndDieBeforeItsFirstRecord();
        try (JournalFollower appended = JournalFollower.behind(directory, 0, Horizon.APPENDED)) {
            assertThat(poll(appended)).isEqualTo(3);
            assertThat(poll(appended)).isZero();

            try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
                RecordWriter.resumed(journal).to(5);
                assertThat(poll(appended)).isEqualTo(2);
            }
        }
    }

    private void beginRunAndDieBeforeItsFirstRecord() throws IOException {
        ChronicleJournal.open(directory, SETTINGS).close();
        final SegmentFiles files = new SegmentFiles(directory.journal());
        final int day = (int) TimeUnit.MILLISECONDS.toDays(RecordWriter.START_MS);
        Files.createFile(files.segment(files.run(4), day).file());
    }

    @Test
    void beginsAtAMoment() {
        write(300);

        try (JournalFollower follower = JournalFollower.at(directory, RecordWriter.START_MS + 120, Horizon.FORCED)) {
            assertThat(follower.position()).isEqualTo(119);
            poll(follower);
        }

        assertThat(taken.get(0)).isEqualTo(120);
    }

    @Test
    void aMomentBehindTheForcedMarkBeginsAtTheMarkAndPassesOverWhatIsEarlier() {
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            final RecordWriter writer = new RecordWriter(journal).to(10);
            journal.force();
            writer.to(15);
            try (JournalFollower follower = JournalFollower.at(directory, RecordWriter.START_MS + 18, Horizon.FORCED)) {
                assertThat(follower.position()).isEqualTo(10);
                writer.to(20);
                journal.force();

                assertThat(poll(follower)).isEqualTo(3);
                assertThat(follower.position()).isEqualTo(20);
            }
        }

        assertThat(taken).containsExactly(18L, 19L, 20L);
    }

    @Test
    void handsTheRecordOverAgainWhoseHandlerFailed() {
        write(10);
        try (JournalFollower follower = follow(0)) {
            assertThatThrownBy(() -> follower.poll(
                            record -> {
                                if (record.sequence() == 4) {
                                    throw new IllegalStateException("no room");
                                }
                            },
                            10))
                    .hasMessage("no room");
            assertThat(follower.position()).isEqualTo(3);

            poll(follower);
        }

        assertThat(taken).first().isEqualTo(4L);
        assertThat(taken).hasSize(7);
    }

    @Test
    void refusesAJournalThatEndsBeforeThePosition() {
        write(10);

        assertThatExceptionOfType(JournalFaultException.class)
                .isThrownBy(() -> follow(11))
                .withMessageContaining("ends at 10 where it has to reach 11");
        assertThatIllegalArgumentException().isThrownBy(() -> follow(-1));
    }

    @Test
    void refusesAJournalWhoseForcedRecordsAreGone() throws IOException {
        writeTwoDays();
        Files.delete(files().get(1));

        assertThatExceptionOfType(JournalFaultException.class)
                .isThrownBy(() -> follow(0))
                .withMessageContaining("ends at 10 where it has to reach 20");
    }

    @Test
    void refusesAJournalThatBeginsBehindThePosition() throws IOException {
        writeTwoDays();
        Files.delete(files().get(0));

        assertThatExceptionOfType(JournalFaultException.class)
                .isThrownBy(() -> follow(5))
                .withMessageContaining("begins at 11")
                .satisfies(fault -> assertThat(fault.sequence()).isEqualTo(6));
    }

    @Test
    void refusesAMomentThatOnlyPrunedRecordsCouldBegin() throws IOException {
        writeTwoDays();
        Files.delete(files().get(0));
        final long firstMs = RecordWriter.START_MS + TimeUnit.DAYS.toMillis(1) + 11;

        for (final long atMs : new long[] {RecordWriter.START_MS + 5, firstMs - 1, firstMs}) {
            assertThatExceptionOfType(JournalFaultException.class)
                    .isThrownBy(() -> JournalFollower.at(directory, atMs, Horizon.FORCED))
                    .withMessageContaining("begins at 11")
                    .satisfies(fault -> assertThat(fault.sequence()).isEqualTo(10));
        }
        try (JournalFollower follower = JournalFollower.at(directory, firstMs + 1, Horizon.FORCED)) {
            assertThat(follower.position()).isEqualTo(11);
        }
    }

    @Test
    void whoWaitsForAForcedRecordThatIsNotThereIsToldSo() {
        write(20);
        try (JournalFollower follower = follow(0)) {
            assertThat(follower.poll(record -> taken.add(record.sequence()), 5)).isEqualTo(5);
            new SegmentEditor(directory).blank(10);

            assertThatThrownBy(() -> poll(follower))
                    .isInstanceOf(JournalFaultException.class)
                    .hasMessage("sequence=10: cannot be found, although it was forced");
            assertThat(follower.position()).isEqualTo(9);
        }
    }

    @Test
    void aMomentCannotBeFoundWhereTheBeginningIsDamaged() {
        write(20);
        new SegmentEditor(directory).flipBit(1, 60);

        assertThatThrownBy(() -> JournalFollower.at(directory, RecordWriter.START_MS + 5, Horizon.APPENDED))
                .isInstanceOf(JournalFaultException.class);
    }

    private void write(final long lastSequence) {
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            new RecordWriter(journal).to(lastSequence);
            journal.force();
        }
    }

    private void writeTwoDays() {
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            new RecordWriter(journal).to(10).later(1).to(20);
            journal.force();
        }
    }

    private List<Path> files() throws IOException {
        return new SegmentFiles(directory.journal())
                .all().stream().map(Segment::file).toList();
    }

    private JournalFollower follow(final long position) {
        return JournalFollower.behind(directory, position, Horizon.FORCED);
    }

    private int poll(final JournalFollower follower) {
        return follower.poll(record -> taken.add(record.sequence()), 1_000);
    }

    private void pollUpTo(final JournalFollower follower, final long position) {
        while (follower.position() < position) {
            poll(follower);
            Thread.onSpinWait();
        }
    }
}
