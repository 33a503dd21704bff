package io.sluice.engine.ring;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.sluice.engine.journal.Horizon;
import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.journal.JournalFollower;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.sluice.engine.protocol.RecordFlyweight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * Any damage to the files of a journal: its readers give out its records, in order from the first and byte by byte, up to
 * where they say that it is damaged or ends, and fail with nothing but what they document. An input is a list of what is
 * done to the files, see {@link FileDamage}.
 */
class JournalFuzzTest {
    private static final Map<String, byte[]> SOUND = new TreeMap<>();
    private static final Map<String, byte[]> PRESENT = new TreeMap<>();
    private static final List<byte[]> RECORDS = new ArrayList<>();
    private static final int BATCH = 1_000;

    @TempDir
    private static Path data;

    private static JournalDirectory directory;

    @BeforeAll
    static void unpack() throws IOException {
        JournalFixture.ofVersion(1).unpackInto(data);
        directory = new JournalDirectory(data);
        try (Stream<Path> files = Files.walk(data)) {
            for (final Path file : files.filter(Files::isRegularFile).toList()) {
                SOUND.put(data.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory);
                JournalReader reader = journal.reader(1)) {
            for (RecordFlyweight record = reader.next(); record != null; record = reader.next()) {
                RECORDS.add(bytesOf(record));
            }
        }
    }

    @FuzzTest
    void anyDamage(final byte[] damage) throws IOException {
        for (final Map.Entry<String, byte[]> file :
                new FileDamage(damage).doneTo(SOUND).entrySet()) {
            write(file.getKey(), file.getValue());
        }
        documented(JournalFuzzTest::readAll);
        documented(JournalFuzzTest::followAll);
        documented(JournalFuzzTest::followFromAMoment);
        documented(JournalFuzzTest::search);
    }

    /** What is as it was before is not written again. */
    private static void write(final String name, final byte[] content) throws IOException {
        if (PRESENT.put(name, content) != content) {
            Files.write(data.resolve(name), content);
        }
    }

    private static void readAll() {
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory);
                JournalReader reader = journal.reader(1)) {
            int read = 0;
            for (RecordFlyweight record = reader.next(); record != null; record = reader.next()) {
                assertIs(record, read++);
            }
        }
    }

    private static void followAll() {
        try (JournalFollower follower = JournalFollower.behind(directory, RECORDS.size() / 2, Horizon.FORCED)) {
            while (follower.poll(record -> assertIs(record, (int) follower.position()), BATCH) > 0) {
                assertThat(follower.position()).isLessThanOrEqualTo(RECORDS.size());
            }
        }
    }

    /** The newest may be the one that the mark names, which is believed: a journal that ends before it is damaged. */
    private static void search() {
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory)) {
            assertThat(journal.firstSequence()).isBetween(0L, (long) RECORDS.size());
            assertThat(journal.lastSequence()).isNotNegative();
            assertThat(journal.sequenceAtOrAfter(timeMsOf(RECORDS.size() / 2)))
                    .isLessThanOrEqualTo(RECORDS.size() + 1L);
        }
    }

    private static void followFromAMoment() {
        try (JournalFollower follower = JournalFollower.at(directory, timeMsOf(RECORDS.size() / 2), Horizon.APPENDED)) {
            follower.poll(record -> assertIs(record, (int) record.sequence() - 1), 2 * BATCH);
        }
    }

    /** A reader may refuse; anything else it throws is a bug. */
    private static void documented(final Runnable reading) {
        try {
            reading.run();
        } catch (final JournalFaultException | UncheckedIOException refused) {
            assertThat(refused).hasMessageMatching("(?s).+");
        }
    }

    private static void assertIs(final RecordFlyweight record, final int index) {
        assertThat(index).isLessThan(RECORDS.size());
        assertThat(bytesOf(record)).isEqualTo(RECORDS.get(index));
    }

    private static long timeMsOf(final int index) {
        return new RecordFlyweight()
                .wrap(new UnsafeBuffer(RECORDS.get(index)), 0)
                .timeMs();
    }

    private static byte[] bytesOf(final RecordFlyweight record) {
        final byte[] bytes = new byte[record.length()];
        record.buffer().getBytes(record.offset(), bytes);
        return bytes;
    }
}
