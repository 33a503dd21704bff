package io.sluice.engine.journal;

import static io.sluice.engine.journal.JournalAssertions.assertHolds;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A closed journal of two days, records 1 to 50 and 51 to 100, and what is done to it. */
abstract class TwoDaysFixture {
    static final JournalSettings SETTINGS = new JournalSettings().withBlockBytes(JournalSettings.MIN_BLOCK_BYTES);

    @TempDir
    private Path data;

    JournalDirectory directory;
    SegmentEditor editor;

    @BeforeEach
    void writeTwoDays() {
        directory = new JournalDirectory(data);
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            new RecordWriter(journal).to(50).later(1).to(100);
        }
        editor = new SegmentEditor(directory);
    }

    /** Opens the journal, which is to end at {@code last}, appends to it, and opens and reads it again. */
    final void assertEndsWith(final long last) {
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

    final Path fileOf(final int day) {
        final SegmentFiles files = new SegmentFiles(directory.journal());
        return files.segment(files.run(1), day).file();
    }

    final ChronicleJournal open() {
        return ChronicleJournal.open(directory, SETTINGS);
    }

    final List<String> aside() throws IOException {
        try (Stream<Path> entries = Files.walk(directory.journal())) {
            return entries.map(path -> directory.journal().relativize(path).toString())
                    .filter(name -> name.endsWith(".torn"))
                    .sorted()
                    .toList();
        }
    }
}
