package io.sluice.engine.journal;

import static io.sluice.engine.journal.JournalAssertions.assertHolds;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that appends, as often as the property {@code sluice.kills} says. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class KilledJournalTest {
    private static final int KILLS = Integer.getInteger("sluice.kills", 5);
    private static final JournalSettings SETTINGS =
            new JournalSettings().withBlockBytes(JournalSettings.MIN_BLOCK_BYTES);

    @TempDir
    private Path data;

    @Test
    void keepsEveryAcknowledgedRecordAndGoesOn() throws Exception {
        final JournalDirectory directory = new JournalDirectory(data);
        for (int kill = 0; kill < KILLS; kill++) {
            final Durability durability = Durability.values()[kill % Durability.values().length];
            final long acknowledged = appendUntilKilled(durability, 20 + 31 * kill);
            try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
                assertThat(journal.lastSequence()).isGreaterThanOrEqualTo(acknowledged);

                RecordWriter.resumed(journal).to(journal.lastSequence() + 3);
                assertHolds(journal, 1, journal.lastSequence());
                final Segment killed = lastFileOfKilled();
                assertThat(occupiedBytes(killed)).isLessThan(endOf(killed) + AppendingMain.ACCEPTED_BYTES / 2);
            }
        }
    }

    /** The file that the killed process appended to. */
    private Segment lastFileOfKilled() {
        final SegmentFiles files = new SegmentFiles(new JournalDirectory(data).journal());
        final List<Segment> all = files.all();
        final Path own = all.get(all.size() - 1).run();
        return all.stream()
                .filter(segment -> !segment.run().equals(own))
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }

    private static long endOf(final Segment segment) {
        try (ChronicleCursor cursor = new ChronicleCursor(segment)) {
            while (cursor.read()) {
                // Its end is what is looked for.
            }
            return cursor.nextPosition();
        }
    }

    /** Of the disk, which has nothing to do with the file's length. */
    private static long occupiedBytes(final Segment segment) throws Exception {
        final Process stat =
                new ProcessBuilder("stat", "-c", "%b", segment.file().toString()).start();
        final String blocks = new String(stat.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        return Long.parseLong(blocks) * 512;
    }

    /** Returns the newest sequence that the child acknowledged before it died. */
    private long appendUntilKilled(final Durability durability, final int lines) throws Exception {
        try (ChildJvm child = ChildJvm.start(AppendingMain.class, data.toString(), durability.name())) {
            long acknowledged = 0;
            for (int line = 0; line < lines; line++) {
                acknowledged = acknowledgedBy(child);
            }
            final List<String> unread = child.kill();
            // The kill may have cut the last line short; the start of a number is a smaller one.
            return unread.stream().mapToLong(Long::parseLong).reduce(acknowledged, Math::max);
        }
    }

    private static long acknowledgedBy(final ChildJvm child) throws IOException {
        final String line = child.readLine();
        assertThat(line).matches("\\d+");
        return Long.parseLong(line);
    }
}
