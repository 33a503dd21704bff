package io.sluice.engine.journal;

import static io.sluice.engine.journal.JournalAssertions.assertHolds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage to what was forced is found and refused; a torn tail, which nobody was told of, is cut. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class DamagedJournalTest extends TwoDaysFixture {
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
}
