package io.sluice.engine.journal;

import static io.sluice.engine.journal.JournalAssertions.assertHolds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ForceTest {
    private static final JournalSettings SETTINGS =
            new JournalSettings().withBlockBytes(JournalSettings.MIN_BLOCK_BYTES);

    @TempDir
    private Path data;

    private final List<String> calls = new ArrayList<>();
    private JournalDirectory directory;
    private boolean broken;

    @BeforeEach
    void layOut() {
        directory = new JournalDirectory(data);
    }

    @Test
    void forcesTheOpenFileOnceABatch() {
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS.withOpener(this::open))) {
            final RecordWriter writer = new RecordWriter(journal).to(10);
            journal.force();
            calls.clear();

            writer.to(20);
            journal.force();
            journal.force();

            assertThat(calls).containsExactly("force 20241004F.cq4");
        }
    }

    @Test
    void forcesTheFileItLeavesAndTheNamesOnTheWayToTheNewOneAtARoll() {
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS.withOpener(this::open))) {
            final RecordWriter writer = new RecordWriter(journal).to(10);
            journal.force();
            calls.clear();

            writer.to(15).later(1).to(20).later(1).to(30);
            journal.force();

            assertThat(calls)
                    .containsExactly(
                            "open 20241005F.cq4",
                            "force 20241004F.cq4",
                            "close 20241004F.cq4",
                            "open 00000000000000000001",
                            "force 00000000000000000001",
                            "close 00000000000000000001",
                            "open journal",
                            "force journal",
                            "close journal",
                            "open " + data.getFileName(),
                            "force " + data.getFileName(),
                            "close " + data.getFileName(),
                            "open 20241006F.cq4",
                            "force 20241005F.cq4",
                            "close 20241005F.cq4",
                            "open 00000000000000000001",
                            "force 00000000000000000001",
                            "close 00000000000000000001",
                            "open journal",
                            "force journal",
                            "close journal",
                            "open " + data.getFileName(),
                            "force " + data.getFileName(),
                            "close " + data.getFileName(),
                            "force 20241006F.cq4");
        }
    }

    @Test
    void forcesTheMarkAndItsNameAtEachStartUntilThereIsARecord() {
        for (int start = 1; start <= 3; start++) {
            calls.clear();
            try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS.withOpener(this::open))) {
                if (start < 3) {
                    assertThat(calls).containsSubsequence("force forced", "force " + data.getFileName());
                } else {
                    assertThat(calls).doesNotContain("force forced");
                }
                if (start == 2) {
                    new RecordWriter(journal).to(1);
                }
            }
        }
    }

    @Test
    void forcesNothingAtProcessDurabilityUntilItIsClosed() {
        final JournalSettings settings =
                SETTINGS.withDurability(Durability.PROCESS).withOpener(this::open);
        try (ChronicleJournal journal = ChronicleJournal.open(directory, settings)) {
            calls.clear();
            new RecordWriter(journal).to(10);
            journal.force();

            assertThat(calls).isEmpty();
            assertThat(ForcedMark.read(directory.forcedMark())).isZero();
        }
        assertThat(calls).contains("force 20241004F.cq4");
        assertThat(ForcedMark.read(directory.forcedMark())).isEqualTo(10);
    }

    @Test
    void forcesWhatItFindsAtProcessDurabilityToo() {
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            new RecordWriter(journal).to(10).later(1).to(20);
        }
        unforce();
        final JournalSettings settings =
                SETTINGS.withDurability(Durability.PROCESS).withOpener(this::open);
        try (ChronicleJournal journal = ChronicleJournal.open(directory, settings)) {
            assertThat(calls).contains("force 20241004F.cq4", "force journal", "force 20241005F.cq4");
            assertThat(ForcedMark.read(directory.forcedMark())).isEqualTo(journal.lastSequence());
        }
    }

    @Test
    void forcesWhatASnapshotIncludesAtProcessDurability() {
        final JournalSettings settings =
                SETTINGS.withDurability(Durability.PROCESS).withOpener(this::open);
        try (ChronicleJournal journal = ChronicleJournal.open(directory, settings)) {
            new RecordWriter(journal).to(10).later(1).to(20);
            calls.clear();

            journal.forceForSnapshot();

            assertThat(calls)
                    .contains(
                            "force 20241004F.cq4",
                            "force 20241005F.cq4",
                            "force 00000000000000000001",
                            "force journal",
                            "force " + data.getFileName());
        }
    }

    @Test
    void forcesWhatAKilledProcessLeftBeforeItShowsIt() {
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS.withDurability(Durability.PROCESS))) {
            new RecordWriter(journal).to(10).later(1).to(20);
        }
        unforce();
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS.withOpener(this::open))) {
            assertThat(calls).contains("force 20241004F.cq4", "force journal", "force 20241005F.cq4");
            assertThat(ForcedMark.read(directory.forcedMark())).isEqualTo(journal.lastSequence());
        }
    }

    @Test
    void makesTheDirectoriesAboveTheData() {
        final JournalDirectory deep = new JournalDirectory(data.resolve("a").resolve("b"));

        ChronicleJournal.open(deep, SETTINGS).close();

        assertThat(deep.journal()).isDirectory();
    }

    @Test
    void refusesSettingsThatSetLessThanNothingAside() {
        assertThatThrownBy(() -> SETTINGS.withAcceptedBytes(-1)).hasMessage("acceptedBytes=-1 is negative");
    }

    @Test
    void takesNothingMoreAfterAForceFailed() {
        final ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS.withOpener(this::open));
        final RecordWriter writer = new RecordWriter(journal).to(10);
        journal.force();
        writer.to(20);
        broken = true;

        assertThatThrownBy(journal::force)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("force of record 20")
                .hasRootCauseMessage("Input/output error");

        broken = false;
        assertThatThrownBy(writer::append).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(journal::force).isInstanceOf(UncheckedIOException.class);
        assertThat(journal.lastSequence()).isEqualTo(20);
        calls.clear();
        journal.close();
        assertThat(calls).containsExactly("close 20241004F.cq4");
        assertThat(ForcedMark.read(directory.forcedMark())).isEqualTo(10);
    }

    @Test
    void isReadAndWrittenAgainWhenTheDiskIsBack() {
        final ChronicleJournal failed = ChronicleJournal.open(directory, SETTINGS.withOpener(this::open));
        new RecordWriter(failed).to(10);
        broken = true;
        assertThatThrownBy(failed::force).isInstanceOf(UncheckedIOException.class);
        failed.close();

        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            RecordWriter.resumed(journal).to(20);
            assertHolds(journal, 1, 20);
        }
    }

    private void unforce() {
        try (ForcedMark mark = ForcedMark.open(directory.forcedMark())) {
            mark.sequence(0);
        }
    }

    private ForcedFile open(final Path path) throws IOException {
        final String name = path.getFileName().toString();
        final ForcedFile file = ChannelForcedFile.open(path);
        calls.add("open " + name);
        return new ForcedFile() {
            @Override
            public void force() throws IOException {
                if (broken) {
                    throw new IOException("Input/output error");
                }
                calls.add("force " + name);
                file.force();
            }

            @Override
            public void close() throws IOException {
                calls.add("close " + name);
                file.close();
            }
        };
    }
}
