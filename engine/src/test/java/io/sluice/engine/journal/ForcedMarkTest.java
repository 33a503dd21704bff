package io.sluice.engine.journal;

import static io.sluice.engine.journal.JournalAssertions.assertHolds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a start makes of a journal by what its mark says, and a snapshot beside it. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ForcedMarkTest extends TwoDaysFixture {
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
    void opensWithoutChroniclesTableAndWithoutTheMark() throws IOException {
        Files.delete(fileOf(20_000).resolveSibling("metadata.cq4t"));
        Files.delete(directory.forcedMark());

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
}
