package io.sluice.engine.journal;

import static io.sluice.engine.journal.JournalAssertions.assertHolds;
import static io.sluice.engine.journal.JournalAssertions.assertRecord;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.protocol.RecordFlyweight;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ChronicleJournalTest {
    private static final JournalSettings SETTINGS =
            new JournalSettings().withBlockBytes(JournalSettings.MIN_BLOCK_BYTES);

    @TempDir
    private Path data;

    private JournalDirectory directory;

    @BeforeEach
    void layOut() {
        directory = new JournalDirectory(data);
    }

    @ParameterizedTest
    @EnumSource(Durability.class)
    void readsBackWhatWasAppended(final Durability durability) {
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS.withDurability(durability))) {
            new RecordWriter(journal).to(2_000);
            journal.force();

            assertThat(journal.durability()).isEqualTo(durability);
            assertThat(journal.firstSequence()).isEqualTo(1);
            assertThat(journal.lastSequence()).isEqualTo(2_000);
            assertHolds(journal, 1, 2_000);
        }
    }

    @Test
    void isEmptyBeforeTheFirstRecord() {
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            journal.force();

            assertThat(journal.firstSequence()).isZero();
            assertThat(journal.lastSequence()).isZero();
            assertThat(journal.sequenceAtOrAfter(0)).isEqualTo(1);
            assertHolds(journal, 1, 0);
        }
    }

    @Test
    void goesOnBehindWhatItHeldBefore() {
        for (long last = 100; last <= 500; last += 100) {
            try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
                assertThat(journal.lastSequence()).isEqualTo(last - 100);
                RecordWriter.resumed(journal).to(last);
            }
        }
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            assertHolds(journal, 1, 500);
        }
    }

    @Test
    void beginsAFileADayOfCoreTime() {
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS);
                ReadOnlyJournal other = ReadOnlyJournal.open(directory)) {
            new RecordWriter(journal).to(300).later(1).to(600).later(40).to(900);
            journal.force();

            assertThat(other.segments().stream().map(JournalSegment::name))
                    .containsExactly(
                            "00000000000000000001/20241004F.cq4",
                            "00000000000000000001/20241005F.cq4",
                            "00000000000000000001/20241114F.cq4");
            assertHolds(journal, 1, 900);
        }
    }

    @Test
    void rollsWhileItIsClosed() {
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            new RecordWriter(journal).to(10);
        }
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            RecordWriter.resumed(journal).later(3).to(20);

            assertHolds(journal, 1, 20);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 299, 300, 301, 302, 600, 601, 602, 899, 900, 901})
    void readsFromAnySequence(final long fromSequence) {
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            new RecordWriter(journal).to(300).later(1).to(600).later(1).to(900);

            assertHolds(journal, fromSequence, 900);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 12, Long.MAX_VALUE})
    void refusesToReadFromOutsideOfIt(final long fromSequence) {
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            new RecordWriter(journal).to(10);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> journal.reader(fromSequence))
                    .withMessageContaining("fromSequence=" + fromSequence);
        }
    }

    @Test
    void findsRecordsByTime() {
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            new RecordWriter(journal).to(1_000).later(1).to(2_000);
            final long dayMs = TimeUnit.DAYS.toMillis(1);
            final long startMs = RecordWriter.START_MS;

            assertThat(journal.sequenceAtOrAfter(0)).isEqualTo(1);
            assertThat(journal.sequenceAtOrAfter(startMs + 1)).isEqualTo(1);
            assertThat(journal.sequenceAtOrAfter(startMs + 2)).isEqualTo(2);
            assertThat(journal.sequenceAtOrAfter(startMs + 777)).isEqualTo(777);
            assertThat(journal.sequenceAtOrAfter(startMs + 1_000)).isEqualTo(1_000);
            assertThat(journal.sequenceAtOrAfter(startMs + 1_001)).isEqualTo(1_001);
            assertThat(journal.sequenceAtOrAfter(startMs + dayMs + 1_001)).isEqualTo(1_001);
            assertThat(journal.sequenceAtOrAfter(startMs + dayMs + 1_999)).isEqualTo(1_999);
            assertThat(journal.sequenceAtOrAfter(startMs + dayMs + 2_001)).isEqualTo(2_001);
        }
    }

    @Test
    void aReaderFollowsTheWriterAcrossRolls() {
        final long last = 20_000;
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS);
                JournalReader reader = journal.reader(1)) {
            final CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
                final RecordWriter writer = new RecordWriter(journal);
                for (long sequence = last / 4; sequence <= last; sequence += last / 4) {
                    writer.to(sequence).later(1);
                }
            });
            long sequence = 0;
            while (sequence < last) {
                final RecordFlyweight record = reader.next();
                if (record == null) {
                    Thread.onSpinWait();
                } else {
                    sequence++;
                    assertRecord(record, sequence);
                }
            }
            writing.join();
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void isReadByOthersWhileItIsWrittenAndWhenItIsNot() {
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS);
                ReadOnlyJournal other = ReadOnlyJournal.open(directory)) {
            new RecordWriter(journal).to(300).later(1).to(700);
            journal.force();

            assertHolds(other, 1, 700);
            assertThat(other.firstSequence()).isEqualTo(1);
            assertThat(other.lastSequence()).isEqualTo(700);
            assertThat(other.forcedSequence()).isEqualTo(700);
            assertThat(other.sequenceAtOrAfter(RecordWriter.START_MS + 5)).isEqualTo(5);
        }
        try (ReadOnlyJournal other = ReadOnlyJournal.open(directory)) {
            assertHolds(other, 400, 700);
        }
    }

    @Test
    void isNotThereToReadBeforeItWasWritten() {
        assertThatThrownBy(() -> ReadOnlyJournal.open(directory)).hasMessageContaining("no journal in " + data);
    }

    @Test
    void takesNothingButTheNextRecord() {
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            new RecordWriter(journal).to(5);

            assertThatIllegalArgumentException()
                    .isThrownBy(new RecordWriter(journal)::append)
                    .withMessage("sequence=1 does not follow 5");
            assertHolds(journal, 1, 5);
        }
    }

    @Test
    void takesNoBufferOnTheHeapAndNoRecordThatIsTooLong() {
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            final int tooLong = ChronicleJournal.MAX_RECORD_BYTES + 1;

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> journal.append(new UnsafeBuffer(new byte[100]), 0, 100))
                    .withMessage("buffer is on the heap");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> journal.append(new UnsafeBuffer(ByteBuffer.allocateDirect(tooLong)), 0, tooLong))
                    .withMessage("length=32769 is above 32768");
        }
    }
}
