package io.sluice.ops.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.journal.ReadOnlyJournal;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventReaderTest {
    @TempDir
    private Path data;

    @Test
    void whatWasForcedAndCannotBeFoundIsNotWaitedFor() throws IOException {
        SaleJournal.writeTo(data);
        LostRecord.lose(data, 7);
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(new JournalDirectory(data));
                EventReader reader = new EventReader(journal, 1)) {
            for (int read = 0; read < 6; read++) {
                assertThat(reader.poll()).isNotNull();
            }

            assertThatThrownBy(reader::poll)
                    .isInstanceOf(JournalFaultException.class)
                    .hasMessage("sequence=7: cannot be found, although it was forced");
        }
    }

    @Test
    void theEndIsWaitedAt() {
        SaleJournal.writeTo(data);
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(new JournalDirectory(data));
                EventReader reader = new EventReader(journal, SaleJournal.LAST + 1)) {
            assertThat(reader.poll()).isNull();
        }
    }
}
