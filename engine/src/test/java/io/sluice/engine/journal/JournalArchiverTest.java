package io.sluice.engine.journal;

import static io.sluice.engine.journal.JournalAssertions.assertHolds;
import static io.sluice.engine.journal.JournalAssertions.assertRecord;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class JournalArchiverTest {
    private static final JournalSettings SETTINGS =
            new JournalSettings().withBlockBytes(JournalSettings.MIN_BLOCK_BYTES);
    /** So that an archive has several. */
    private static final int BLOCK_BYTES = 2 << 10;

    @TempDir
    private Path data;

    private JournalDirectory directory;
    private SegmentFiles files;

    @BeforeEach
    void layOut() {
        directory = new JournalDirectory(data);
        files = new SegmentFiles(directory.journal());
    }

    @Test
    void anArchiveHoldsWhatTheFileHeldWhicheverWayItIsReached() {
        writeDays();
        final List<JournalSegment> before = segments();
        final List<Long> moments = moments();

        assertThat(archive(Long.MAX_VALUE))
                .extracting(ArchivedSegment::lastSequence)
                .containsExactly(200L, 400L, 500L);

        assertThat(files.all()).extracting(Segment::isArchive).containsExactly(true, true, true, false);
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory)) {
            assertThat(journal.firstSequence()).isEqualTo(1);
            assertThat(journal.lastSequence()).isEqualTo(600);
            for (long from = 1; from <= 601; from++) {
                assertHolds(journal, from, 600);
            }
        }
        assertThat(moments()).isEqualTo(moments);
        assertThat(segments())
                .usingRecursiveComparison()
                .ignoringFields("name", "bytes")
                .isEqualTo(before);
    }

    /** The core times around every record, and where they are found. */
    private List<Long> moments() {
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory)) {
            return LongStream.rangeClosed(-1, 3)
                    .mapToObj(day -> LongStream.rangeClosed(-1, 601)
                            .map(ms -> RecordWriter.START_MS + TimeUnit.DAYS.toMillis(day) + ms)
                            .map(journal::sequenceAtOrAfter)
                            .boxed())
                    .flatMap(found -> found)
                    .toList();
        }
    }

    @Test
    void anEngineStartsFromArchivesAndGoesOn() {
        writeDays();
        archive(Long.MAX_VALUE);
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            assertThat(journal.lastSequence()).isEqualTo(600);
            RecordWriter.resumed(journal).to(700);
            assertHolds(journal, 1, 700);
        }
        // The mark of an archived record, as after a loss of power.
        new SegmentEditor(directory).forcedOnlyTo(150);
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            assertHolds(journal, 1, 700);
        }
    }

    @Test
    void aRecordThatIsLostBehindAnArchiveIsLocatedBehindItsLastBlock() {
        writeDays();
        archive(201);
        new SegmentEditor(directory).blank(201);

        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory)) {
            final long lastBlock = journal.located(new JournalFaultException(200, "decided otherwise"))
                    .position();
            final JournalFaultException lost = journal.located(new JournalFaultException(201, "missing"));
            assertThat(lost.file()).isEqualTo(files.all().get(0).label());
            assertThat(lost.position()).isGreaterThan(lastBlock);
            assertThat(lost.position()).isLessThan(segments().get(0).bytes());
        }
    }

    /** As of a backup that was put back without it. */
    @Test
    void aDamagedArchiveIsNoTornTailAlsoWithoutAMark() throws IOException {
        writeDays();
        archive(Long.MAX_VALUE);
        Files.delete(directory.forcedMark());
        try (RandomAccessFile second =
                new RandomAccessFile(files.all().get(1).file().toFile(), "rw")) {
            flip(second, 100, 3);
        }
        final List<Segment> before = files.all();

        assertThatThrownBy(() -> ChronicleJournal.open(directory, SETTINGS))
                .isInstanceOf(JournalFaultException.class)
                .hasMessageContaining("20241005F.archive");
        assertThat(files.all()).isEqualTo(before);
    }

    @Test
    void aStartNeedsNothingOfADamagedOldestArchive() throws IOException {
        writeDays();
        archive(Long.MAX_VALUE);
        try (RandomAccessFile oldest =
                new RandomAccessFile(files.all().get(0).file().toFile(), "rw")) {
            oldest.setLength(oldest.length() / 2);
        }

        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            assertThat(journal.lastSequence()).isEqualTo(600);
            RecordWriter.resumed(journal).to(700);
            assertHolds(journal, 500, 700);
            assertThatThrownBy(() -> journal.reader(1).next())
                    .isInstanceOf(JournalFaultException.class)
                    .hasMessageContaining("20241004F.archive");
        }
    }

    @Test
    void onlyWhatLiesBelowTheBoundIsArchived() {
        writeDays();
        assertThat(archive(400)).extracting(ArchivedSegment::lastSequence).containsExactly(200L);
        assertThat(archive(401)).extracting(ArchivedSegment::lastSequence).containsExactly(400L);
        assertThat(archive(401)).isEmpty();
    }

    @Test
    void whatIsNotKnownToBeForcedIsNotArchived() {
        writeDays();
        new SegmentEditor(directory).forcedOnlyTo(399);
        assertThat(archive(Long.MAX_VALUE))
                .extracting(ArchivedSegment::lastSequence)
                .containsExactly(200L);
    }

    @Test
    void anEngineAndItsReadersGoOnMeanwhile() {
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            final RecordWriter writer =
                    new RecordWriter(journal).to(200).later(1).to(300);
            journal.force();
            try (JournalReader early = journal.reader(1);
                    JournalReader late = journal.reader(150)) {
                assertRecord(early.next(), 1);
                assertRecord(late.next(), 150);

                assertThat(archive(Long.MAX_VALUE)).hasSize(1);
                writer.to(400).later(1).to(500);
                journal.force();
                assertThat(archive(Long.MAX_VALUE)).hasSize(1);

                assertRestOf(early, 2, 500);
                assertRestOf(late, 151, 500);
                assertHolds(journal, 1, 500);
            }
            writer.later(1).to(600);
        }
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            assertHolds(journal, 1, 600);
        }
    }

    private static void assertRestOf(final JournalReader reader, final long from, final long last) {
        for (long sequence = from; sequence <= last; sequence++) {
            assertRecord(reader.next(), sequence);
        }
        assertThat(reader.next()).isNull();
    }

    @Test
    void aTornTailIsNotArchived() {
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            new RecordWriter(journal).to(100);
        }
        final SegmentEditor editor = new SegmentEditor(directory);
        editor.forcedOnlyTo(60);
        editor.flipBit(81, 50);
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            assertThat(journal.lastSequence()).isEqualTo(80);
            RecordWriter.resumed(journal).to(120);
        }
        assertThat(archive(Long.MAX_VALUE))
                .extracting(ArchivedSegment::lastSequence)
                .containsExactly(80L);
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory)) {
            assertHolds(journal, 1, 120);
        }
    }

    @Test
    void whatAKillLeavesBehindIsTidiedUpByTheNextRun() throws IOException {
        writeDays();
        final Path original = files.all().get(0).file();
        final byte[] bytes = Files.readAllBytes(original);
        archive(201);
        final Path archive = files.all().get(0).file();

        // Killed before the file was deleted: both are there, and the file counts.
        Files.write(original, bytes);
        Files.write(archive, new byte[] {1});
        final Path unfinished = archive.resolveSibling(archive.getFileName() + ".unfinished");
        Files.write(unfinished, new byte[] {1});
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory)) {
            assertHolds(journal, 1, 600);
        }

        assertThat(archive(201)).hasSize(1);
        assertThat(original).doesNotExist();
        assertThat(unfinished).doesNotExist();
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory)) {
            assertHolds(journal, 1, 600);
        }
    }

    @Test
    void aDamagedRecordIsNamedAndItsFileStays() {
        writeDays();
        new SegmentEditor(directory).flipBit(120, 60);
        final JournalFaultException fault =
                catchThrowableOfType(JournalFaultException.class, () -> archive(Long.MAX_VALUE));
        assertThat(fault.sequence()).isEqualTo(120);
        assertThat(files.all()).noneMatch(Segment::isArchive);
        assertThat(files.run(1)).isDirectoryNotContaining("glob:**.unfinished");
    }

    @Test
    void oneAtATime() {
        writeDays();
        final long pid = ProcessHandle.current().pid();
        DirectoryLock.holdRetention(directory, () -> assertThatThrownBy(() -> archive(Long.MAX_VALUE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(Long.toString(pid)));
    }

    @Test
    void everyBitOfAnArchiveThatTurnsIsAFaultWithItsPlace() throws IOException {
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            new RecordWriter(journal).to(20).later(1).to(21);
        }
        archive(Long.MAX_VALUE);
        final Segment archive = files.all().get(0);
        final int size = (int) Files.size(archive.file());
        try (RandomAccessFile file = new RandomAccessFile(archive.file().toFile(), "rw")) {
            for (int index = 0; index < size; index++) {
                for (int bit = 0; bit < Byte.SIZE; bit++) {
                    flip(file, index, bit);
                    final JournalFaultException fault =
                            catchThrowableOfType(JournalFaultException.class, this::readAll);
                    assertThat(fault).as("byte %d bit %d", index, bit).isNotNull();
                    assertThat(fault.file()).isEqualTo(archive.label());
                    assertThat(fault.position()).isBetween(0L, (long) index);
                    assertThat(fault.sequence()).isBetween(1L, 20L);
                    flip(file, index, bit);
                }
            }
        }
        readAll();
    }

    @Test
    void anArchiveThatWasCutShortIsAFault() throws IOException {
        writeDays();
        archive(Long.MAX_VALUE);
        final Path archive = files.all().get(0).file();
        final byte[] bytes = Files.readAllBytes(archive);
        for (int length = 0; length < bytes.length; length += 7) {
            Files.write(archive, Arrays.copyOf(bytes, length));
            assertThatThrownBy(this::readAll).as("%d bytes", length).isInstanceOf(JournalFaultException.class);
        }
    }

    private static void flip(final RandomAccessFile file, final int index, final int bit) throws IOException {
        file.seek(index);
        final int old = file.read();
        file.seek(index);
        file.write(old ^ (1 << bit));
    }

    private void readAll() {
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory);
                JournalReader reader = journal.reader(1)) {
            while (reader.next() != null) {
                // Reading is all there is to do.
            }
        }
    }

    /** Two starts: days of 1 to 200, 201 to 400, 401 to 500, and then 501 to 600. */
    private void writeDays() {
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            new RecordWriter(journal).to(200).later(1).to(400).later(1).to(500);
        }
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            RecordWriter.resumed(journal).to(600);
        }
    }

    private List<JournalSegment> segments() {
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory)) {
            return journal.segments();
        }
    }

    private List<ArchivedSegment> archive(final long below) {
        final List<ArchivedSegment> archived = new ArrayList<>();
        new JournalArchiver(directory, BLOCK_BYTES).archive(below, archived::add);
        return archived;
    }
}
