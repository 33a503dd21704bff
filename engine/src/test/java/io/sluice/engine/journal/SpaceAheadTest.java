package io.sluice.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.RecordChain;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpaceAheadTest {
    private static final JournalSettings SETTINGS =
            new JournalSettings().withBlockBytes(JournalSettings.MIN_BLOCK_BYTES);
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);

    private final RecordChain chain = new RecordChain();
    private final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(4_096));

    @TempDir
    private Path data;

    @Test
    void thereIsASpareBeforeTheFirstRecordAndBehindEveryRoll() {
        final JournalDirectory directory = new JournalDirectory(data);
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            for (int day = 1; day <= 3; day++) {
                assertThat(directory.spare()).exists();
                append(journal, day * DAY_MS);
                assertThat(journal.space().isShort()).isFalse();
            }
        }
        assertThat(directory.spare()).doesNotExist();
    }

    @Test
    void itGoesOnAheadOfTheRecords() {
        try (ChronicleJournal journal = ChronicleJournal.open(new JournalDirectory(data), SETTINGS)) {
            final long bytes = 4 * SpaceAhead.INDEX_BYTES;
            for (long written = 0; written < bytes; written += 4_000) {
                append(journal, DAY_MS);
                assertThat(journal.space().isShort()).isFalse();
            }
        }
    }

    @Test
    void moreThanTheDiskHasIsShortFromTheStart() {
        final JournalDirectory directory = new JournalDirectory(data);
        final JournalSettings tooMuch = SETTINGS.withAcceptedBytes(data.toFile().getTotalSpace());
        try (ChronicleJournal journal = ChronicleJournal.open(directory, tooMuch)) {
            assertThat(journal.space().isShort()).isTrue();
            assertThat(StorageWatch.of(journal, 0, 0, 0).low()).isTrue();

            append(journal, DAY_MS);
            assertThat(journal.space().isShort()).isTrue();
        }
    }

    @Test
    void whatAKilledProcessLeftAsSpareIsTakenUp() throws Exception {
        final JournalDirectory directory = new JournalDirectory(data);
        Files.write(Files.createDirectories(data).resolve("spare"), new byte[100]);
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            append(journal, DAY_MS);
        }
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory)) {
            assertThat(journal.lastSequence()).isEqualTo(1);
        }
    }

    private void append(final ChronicleJournal journal, final long timeMs) {
        journal.append(buffer, 0, chain.seal(buffer, 0, 2_000, 1_952, timeMs));
    }
}
