package io.sluice.engine.journal;

import static io.sluice.engine.journal.JournalAssertions.assertHolds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFault;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.agrona.IoUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every single bit that turns around in what was forced is found, but in the bytes that fill a document up to a multiple of four. */
class BitRotTest {
    private static final int TAIL_BYTES = 64 << 10;
    private static final int RECORDS = 400;
    /** Bits whose whole way, up to a start, is gone; the others are read where they lie. */
    private static final int STARTS = 300;

    private static final JournalSettings SETTINGS = new JournalSettings();

    @TempDir
    private Path data;

    private JournalDirectory directory;
    private Segment segment;

    @BeforeEach
    void writeAJournal() {
        directory = new JournalDirectory(data);
        try (ChronicleJournal journal = ChronicleJournal.open(directory, SETTINGS)) {
            new RecordWriter(journal).to(RECORDS);
        }
        segment = new SegmentFiles(directory.journal()).all().get(0);
    }

    @Test
    void everyBitOfAJournalsTailIsFoundButThoseBetweenDocuments() throws IOException {
        final Walk walk = walk();
        final MappedByteBuffer file = map();
        final List<String> missed = new ArrayList<>();
        try (ChronicleCursor cursor = new ChronicleCursor(segment)) {
            for (int index = walk.end - TAIL_BYTES; index < walk.end; index++) {
                for (int bit = 0; bit < Byte.SIZE; bit++) {
                    flip(file, index, bit);
                    if (!walk.differsAt(cursor, index) && !walk.isPadding(index)) {
                        missed.add("byte " + index + " bit " + bit);
                    }
                    flip(file, index, bit);
                }
            }
        } finally {
            IoUtil.unmap(file);
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void noStartTakesABitThatTurnedForSound() throws IOException {
        final Walk walk = walk();
        final SplittableRandom random = new SplittableRandom(11);
        final MappedByteBuffer file = map();
        try {
            for (int start = 0; start < STARTS; start++) {
                final int index = walk.end - 1 - random.nextInt(TAIL_BYTES);
                final int bit = random.nextInt(Byte.SIZE);
                flip(file, index, bit);
                if (walk.isPadding(index)) {
                    readAll();
                } else {
                    assertThatThrownBy(this::readAll)
                            .as("byte %d bit %d", index, bit)
                            .isInstanceOf(JournalFaultException.class);
                }
                flip(file, index, bit);
            }
        } finally {
            IoUtil.unmap(file);
        }
        readAll();
    }

    @Test
    void everyBitOfASnapshotIsFound() throws IOException {
        final SnapshotStore store = new SnapshotStore(directory);
        final Path file = store.write(7, 1_000, 3, 9, output -> writeState(output, 300), Pace.NONE)
                .file();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            final MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size());
            for (int index = 0; index < mapped.capacity(); index++) {
                for (int bit = 0; bit < Byte.SIZE; bit++) {
                    flip(mapped, index, bit);
                    assertThat(loads(store)).as("byte %d bit %d", index, bit).isFalse();
                    flip(mapped, index, bit);
                }
            }
            IoUtil.unmap(mapped);
        }
        assertThat(loads(store)).isTrue();
    }

    private static boolean loads(final SnapshotStore store) {
        try {
            store.newest(Long.MAX_VALUE).ifPresent(found -> store.load(found, StateInput::getLong));
            return store.newest(Long.MAX_VALUE).isPresent();
        } catch (final UncheckedIOException refused) {
            return false;
        }
    }

    private static void writeState(final StateOutput output, final int values) {
        for (int value = 0; value < values; value++) {
            output.putLong(value * 0x9E37_79B9_7F4A_7C15L);
        }
    }

    /** As a start does, and every reader behind the mark. */
    private void readAll() {
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory);
                ForcedMark mark = ForcedMark.open(directory.forcedMark());
                JournalFileReader reader = new JournalFileReader(new SegmentFiles(directory.journal()), 1)) {
            new TailRecovery(new SegmentFiles(directory.journal()), ChannelForcedFile::open, mark, 0).recover();
            while (reader.next() != null) {
                // Reading is all there is to do.
            }
            if (reader.chain().sequence() < journal.forcedSequence()) {
                throw new JournalFaultException(reader.chain().sequence() + 1, "missing");
            }
            assertHolds(journal, RECORDS, RECORDS);
        }
    }

    private MappedByteBuffer map() throws IOException {
        try (FileChannel channel =
                FileChannel.open(segment.file(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size());
        }
    }

    private static void flip(final MappedByteBuffer file, final int index, final int bit) {
        file.put(index, (byte) (file.get(index) ^ (1 << bit)));
    }

    private Walk walk() {
        final Walk walk = new Walk();
        try (ChronicleCursor cursor = new ChronicleCursor(segment)) {
            walk.positions[0] = 0;
            for (int record = 1; record <= RECORDS; record++) {
                assertThat(cursor.read()).isTrue();
                assertThat(walk.chain.follow(cursor.buffer(), 0, cursor.length()))
                        .isEqualTo(RecordFault.NONE);
                walk.contentEnds[record] =
                        (int) cursor.position() + ChronicleCursor.DOCUMENT_HEADER_BYTES + cursor.length();
                walk.positions[record] = (int) cursor.nextPosition();
                walk.timesMs[record] = walk.chain.timeMs();
                walk.hashes[record] = walk.chain.hash();
            }
        }
        walk.end = walk.positions[RECORDS];
        return walk;
    }

    /** Where each record's content and its document end, and where the chain stands there. */
    private static final class Walk {
        private final RecordChain chain = new RecordChain();
        private final int[] contentEnds = new int[RECORDS + 1];
        private final int[] positions = new int[RECORDS + 1];
        private final long[] timesMs = new long[RECORDS + 1];
        private final long[] hashes = new long[RECORDS + 1];
        private int end;

        /** Number of the record before the one whose document a byte lies in. */
        int recordBefore(final int index) {
            int record = RECORDS - 1;
            while (positions[record] > index) {
                record--;
            }
            return record;
        }

        /** Whether a byte lies behind its document's content, where nothing is. */
        boolean isPadding(final int index) {
            return index >= contentEnds[recordBefore(index) + 1];
        }

        /** Whether a reader that reaches the record with this byte finds anything but the record. */
        boolean differsAt(final ChronicleCursor cursor, final int index) {
            final int record = recordBefore(index);
            cursor.seek(positions[record]);
            chain.resume(record, timesMs[record], hashes[record]);
            return !cursor.read()
                    || chain.follow(cursor.buffer(), 0, cursor.length()) != RecordFault.NONE
                    || chain.hash() != hashes[record + 1]
                    || cursor.nextPosition() != positions[record + 1];
        }
    }
}
