package io.sluice.engine.journal;

import static io.sluice.engine.journal.JournalAssertions.assertHolds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage to what was forced is found and refused; a torn tail, which nobody was told of, is cut. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class DamagedJournalTest {
    private static final JournalSettings SETTINGS =
            new JournalSettings().withBlockBytes(JournalSettings.MIN_BLOCK_BYTES);

    @TempDir
    private Path data;

    private JournalDirectory directory;
    private SegmentEditor editor;

    @BeforeEach
    void writeTwoDays() {
        directory = new JournalDirectory(data);
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            new RecordWriter(journal).to(50).later(1).to(100);
        }
        editor = new SegmentEditor(directory);
    }

    @Test
    void aFlippedBitInAnyByteIsFoundAtItsRecord() {
        final SegmentEditor.Place place = editor.placeOf(20);
        for (int index = 0; index < place.length(); index++) {
            editor.flipBit(place, index);

            final JournalFaultException fault = catchThrowableOfType(JournalFaultException.class, this::readAll);
            assertThat(fault).as("byte %d", index).isNotNull();
            assertThat(fault.sequence()).as("byte %d", index).isEqualTo(20);

            editor.flipBit(place, index);
        }
        readAll();
    }

    @Test
    void aReaderIsNotPositionedOnADamagedRecord() {
        editor.flipBit(20, 60);

        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory)) {
            assertThatThrownBy(() -> journal.reader(21))
                    .hasMessageStartingWith(
                            "sequence=20: CRC-32C differs, in 00000000000000000001/20241004F.cq4 at byte ");
        }
    }

    @Test
    void aFaultThatWasFoundElsewhereIsLocated() {
        final SegmentEditor.Place place = editor.placeOf(60);

        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory)) {
            final JournalFaultException located = journal.located(new JournalFaultException(60, "decided otherwise"));
            assertThat(located.reason()).isEqualTo("decided otherwise");
            assertThat(located.file()).isEqualTo("00000000000000000001/20241005F.cq4");
            assertThat(located.position()).isEqualTo(place.documentPosition());
        }
    }

    @Test
    void aRecordThatCannotBeFoundIsLocatedBehindItsPredecessor() {
        final SegmentEditor.Place place = editor.placeOf(70);
        editor.blank(70);

        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory)) {
            final JournalFaultException located = journal.located(new JournalFaultException(70, "missing"));
            assertThat(located.file()).isEqualTo("00000000000000000001/20241005F.cq4");
            assertThat(located.position()).isEqualTo(place.documentPosition());
            assertThat(journal.located(new JournalFaultException(72, "missing")).position())
                    .isEqualTo(JournalFaultException.NO_POSITION);
        }
    }

    @Test
    void aRecordOfADayThatCannotBeEnteredIsNotTakenForOneToCome() {
        try (ChronicleJournal journal = open()) {
            RecordWriter.resumed(journal).later(1).to(120);
        }
        editor.flipBit(51, 60);

        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory)) {
            assertThatThrownBy(() -> journal.reader(71))
                    .hasMessageStartingWith(
                            "sequence=51: CRC-32C differs, in 00000000000000000001/20241005F.cq4 at byte ");
        }
    }

    @Test
    void readersEndBeforeAMissingRecordOfTheNewestDayAndTheMarkTellsThatMoreWasForced() {
        editor.blank(70);

        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory)) {
            assertHolds(journal, 1, 69);
            assertThat(journal.forcedSequence()).isEqualTo(100);
        }
    }

    @Test
    void aRecordIsMissedThatADayWhichIsOverDoesNotHold() {
        editor.blank(20);

        assertThatThrownBy(this::readAll).hasMessageStartingWith("sequence=20: sequence is not the next");
    }

    @Test
    void refusesToOpenWhenAForcedRecordIsDamaged() {
        editor.flipBit(100, 60);

        assertThatThrownBy(this::open)
                .isInstanceOf(JournalFaultException.class)
                .hasMessageStartingWith("sequence=100: ");
    }

    @Test
    void refusesToOpenWhenForcedRecordsAreMissing() throws IOException {
        editor.forcedOnlyTo(60);
        Files.delete(fileOf(20_001));

        assertThatThrownBy(this::open)
                .isInstanceOf(JournalFaultException.class)
                .hasMessage("sequence=60: missing, although records up to 60 were forced");
    }

    @ParameterizedTest
    @ValueSource(longs = {52, 77, 99, 100})
    void endsBeforeARecordThatWasTornBehindTheMark(final long torn) throws IOException {
        editor.forcedOnlyTo(51);
        editor.flipBit(torn, 60);

        assertEndsWith(torn - 1);
        assertThat(aside()).isEmpty();
    }

    /** A start gives back what was set aside for a process that was killed; what somebody wrote there is another thing. */
    @Test
    void leavesWhatStandsBehindAnEndThatNothingExplains() throws IOException {
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            RecordWriter.resumed(journal).to(10_000);
        }
        final SegmentEditor.Place far = editor.placeOf(9_000);
        final byte[] written = bytesAt(far);
        editor.forcedOnlyTo(150);
        editor.blank(200);

        assertEndsWith(199);

        assertThat(bytesAt(far)).isEqualTo(written);
    }

    private static byte[] bytesAt(final SegmentEditor.Place place) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(place.file().toFile(), "r")) {
            final byte[] bytes = new byte[place.length()];
            file.seek(place.position());
            file.readFully(bytes);
            return bytes;
        }
    }

    @Test
    void setsTheDaysAsideThatCameBehindATornRecord() throws IOException {
        editor.forcedOnlyTo(30);
        editor.blankBody(40);

        assertEndsWith(39);
        assertThat(aside()).containsExactly("00000000000000000001/20241005F.cq4.1.torn");
    }

    @Test
    void setsADayAsideWhoseFirstRecordWasTorn() throws IOException {
        editor.forcedOnlyTo(50);
        editor.blankBody(51);

        assertEndsWith(50);
        assertThat(aside()).containsExactly("00000000000000000001/20241005F.cq4.1.torn");
    }

    @Test
    void setsTheRunAsideWhoseVeryFirstRecordWasTorn() throws IOException {
        editor.forcedOnlyTo(0);
        editor.blankBody(1);

        assertEndsWith(0);
        assertThat(aside()).containsExactly("00000000000000000001.1.torn");
    }

    @Test
    void setsTheRunAsideThatLostItsFirstDayBeforeAnythingWasForced() throws IOException {
        editor.forcedOnlyTo(0);
        Files.delete(fileOf(20_000));

        assertEndsWith(0);
        assertThat(aside()).containsExactly("00000000000000000001.1.torn");
    }

    @Test
    void takesAJournalWithALaterRunForOneThatWasPruned() throws IOException {
        try (ChronicleJournal journal = open()) {
            RecordWriter.resumed(journal).to(120);
        }
        editor.forcedOnlyTo(0);
        Files.delete(fileOf(20_000));

        try (ChronicleJournal journal = open()) {
            assertHolds(journal, 51, 120);
        }
        assertThat(aside()).isEmpty();
    }

    @Test
    void refusesToEndBeforeTheNewestSnapshot() throws IOException {
        editor.forcedOnlyTo(0);
        editor.flipBit(70, 60);
        final SnapshotStore snapshots = new SnapshotStore(directory);
        snapshots.write(70, 0, 0, 0, output -> {}, Pace.NONE);

        assertThatThrownBy(this::open).hasMessageStartingWith("sequence=70: CRC-32C differs");

        Files.delete(fileOf(20_000));
        Files.delete(fileOf(20_001));
        assertThatThrownBy(this::open).hasMessage("sequence=70: missing, although a snapshot was taken behind 70");
        assertThat(snapshots.newest(Long.MAX_VALUE)).isPresent();
        assertThat(aside()).isEmpty();
    }

    @Test
    void keepsAPrunedJournalThatCameUnderTheMarkOfANewOne() throws IOException {
        editor.forcedOnlyTo(0);
        Files.delete(fileOf(20_000));
        new SnapshotStore(directory).write(60, 0, 0, 0, output -> {}, Pace.NONE);

        try (ChronicleJournal journal = open()) {
            assertHolds(journal, 51, 100);
        }
        assertThat(aside()).isEmpty();
    }

    @Test
    void beginsTheMarkAnewWhereNothingOfAJournalIsLeft() throws IOException {
        Files.delete(directory.forcedMark());
        editor.blankBody(1);

        assertEndsWith(0);

        editor.forcedOnlyTo(0);
        open().close();
        try (ForcedMark mark = ForcedMark.open(directory.forcedMark())) {
            assertThat(mark.isBlank()).isFalse();
        }
    }

    @Test
    void aMarkThatWasCutShortSaysWhatItSaid() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(directory.forcedMark().toFile(), "rw")) {
            file.setLength(Long.BYTES);
        }
        editor.flipBit(20, 60);

        try (ForcedMark mark = ForcedMark.open(directory.forcedMark())) {
            assertThat(mark.sequence()).isEqualTo(100);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 51})
    void namesADamagedFirstRecordOfADay(final long first) throws IOException {
        editor.flipBit(first, 60);

        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory)) {
            assertThat(journal.firstSequence()).isEqualTo(1);
            assertThat(journal.lastSequence()).isEqualTo(100);
            assertThat(journal.segments()).hasSize(2);
        }
        assertThatThrownBy(this::readAll).hasMessageStartingWith("sequence=" + first + ": CRC-32C differs");
    }

    @Test
    void namesADamagedFirstRecordOfAPrunedJournal() throws IOException {
        Files.delete(fileOf(20_000));
        editor.flipBit(51, 60);

        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory)) {
            assertThat(journal.firstSequence()).isEqualTo(51);
            assertThatThrownBy(() -> journal.reader(51)).hasMessageStartingWith("sequence=51: CRC-32C differs");
        }
    }

    @Test
    void takesAJournalWithoutAMarkForOneThatWasPruned() throws IOException {
        Files.delete(directory.forcedMark());
        Files.delete(fileOf(20_000));

        for (int start = 0; start < 2; start++) {
            try (ChronicleJournal journal = open()) {
                assertThat(journal.firstSequence()).isEqualTo(51);
                assertThat(journal.lastSequence()).isEqualTo(100);
                assertHolds(journal, 51, 100);
            }
        }
        assertThat(aside()).isEmpty();
    }

    @Test
    void endsBehindARunOfWhichTwoDaysLostEverything() throws IOException {
        editor.forcedOnlyTo(0);
        editor.blank(51);
        editor.blank(1);

        assertEndsWith(0);
        assertThat(aside()).isEmpty();
    }

    @Test
    void passesFromRunToRunWhereOneTornTailFollowedAnother() throws IOException {
        for (long torn = 90; torn >= 55; torn -= 7) {
            editor.forcedOnlyTo(torn - 1);
            editor.flipBit(torn, 60);
            try (ChronicleJournal journal = open()) {
                assertThat(journal.lastSequence()).isEqualTo(torn - 1);
                RecordWriter.resumed(journal).to(torn);
            }
        }

        assertEndsWith(55);
    }

    @Test
    void forgetsARunThatEndedBeforeItHadARecord() throws IOException {
        for (int start = 0; start < 3; start++) {
            open().close();
        }

        assertThat(new SegmentFiles(directory.journal()).runs()).hasSize(2);
        assertEndsWith(100);
    }

    @Test
    void refusesAMarkWithAnyOfItsBitsTurnedAround() {
        for (int bit = 0; bit < Long.SIZE; bit++) {
            editor.flipMarkBit(bit);

            assertThatThrownBy(this::open)
                    .as("bit %d", bit)
                    .isInstanceOf(JournalFaultException.class)
                    .hasMessageContaining("the mark of what was forced is damaged");

            editor.flipMarkBit(bit);
        }
        open().close();
    }

    @ParameterizedTest
    @ValueSource(longs = {52, 70, 100})
    void goesOnWhereReadersStopWhenPagesWereNeverWritten(final long lost) {
        editor.forcedOnlyTo(51);
        editor.blank(lost);

        assertEndsWith(lost - 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 200, 300, 3_000, 30_000})
    void writesOverWhatAKilledProcessHadNotFinished(final int bytes) throws IOException {
        editor.scribbleBehind(100, bytes);

        assertEndsWith(100);
        assertThat(aside()).isEmpty();
    }

    @Test
    void setsAFileAsideThatWasNeverBegun() throws IOException {
        Files.write(fileOf(20_002), new byte[4096]);

        assertEndsWith(100);
        assertThat(aside()).containsExactly("00000000000000000001/20241006F.cq4.1.torn");
    }

    @Test
    void opensWithoutChroniclesTableAndWithoutTheMark() throws IOException {
        Files.delete(fileOf(20_000).resolveSibling("metadata.cq4t"));
        Files.delete(directory.forcedMark());

        assertEndsWith(100);
    }

    /** Opens the journal, which is to end at {@code last}, appends to it, and opens and reads it again. */
    private void assertEndsWith(final long last) {
        try (ChronicleJournal journal = open()) {
            assertThat(journal.lastSequence()).isEqualTo(last);
            assertHolds(journal, 1, last);
            RecordWriter.resumed(journal).to(last + 20).later(1).to(last + 40);
            assertHolds(journal, 1, last + 40);
        }
        try (ChronicleJournal journal = open()) {
            assertHolds(journal, 1, last + 40);
        }
    }

    private Path fileOf(final int day) {
        final SegmentFiles files = new SegmentFiles(directory.journal());
        return files.segment(files.run(1), day).file();
    }

    private ChronicleJournal open() {
        return ChronicleJournal.open(directory, SETTINGS);
    }

    private void readAll() {
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory);
                JournalReader reader = journal.reader(1)) {
            long read = 0;
            while (reader.next() != null) {
                read++;
            }
            assertThat(read).isEqualTo(100);
        }
    }

    private List<String> aside() throws IOException {
        try (Stream<Path> entries = Files.walk(directory.journal())) {
            return entries.map(path -> directory.journal().relativize(path).toString())
                    .filter(name -> name.endsWith(".torn"))
                    .sorted()
                    .toList();
        }
    }
}
