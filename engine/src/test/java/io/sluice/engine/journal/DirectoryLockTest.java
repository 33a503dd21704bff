package io.sluice.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DirectoryLockTest {
    private static final JournalSettings SETTINGS =
            new JournalSettings().withBlockBytes(JournalSettings.MIN_BLOCK_BYTES);

    @TempDir
    private Path data;

    @Test
    void refusesASecondWriterInTheSameProcessAndNamesIt() {
        final JournalDirectory directory = new JournalDirectory(data);
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> ChronicleJournal.open(directory, SETTINGS))
                    .withMessageEndingWith(
                            "is in use by process " + ProcessHandle.current().pid());
            assertThat(journal.lastSequence()).isZero();
        }
    }

    @Test
    void refusesAnotherProcessAndNamesTheHolder() throws Exception {
        final JournalDirectory directory = new JournalDirectory(data);
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            // Another attempt in this process must not have given the lock away.
            assertThatIllegalStateException().isThrownBy(() -> ChronicleJournal.open(directory, SETTINGS));

            try (ChildJvm child = ChildJvm.start(AppendingMain.class, data.toString(), "DISK")) {
                assertThat(child.readLine())
                        .endsWith("is in use by process "
                                + ProcessHandle.current().pid());
            }
            assertThat(journal.lastSequence()).isZero();
        }
    }

    @Test
    void isFreeAgainAfterClose() {
        final JournalDirectory directory = new JournalDirectory(data);
        for (int i = 0; i < 3; i++) {
            try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
                assertThat(journal.lastSequence()).isZero();
            }
        }
    }
}
