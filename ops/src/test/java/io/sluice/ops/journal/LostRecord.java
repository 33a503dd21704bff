package io.sluice.ops.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.sluice.engine.protocol.RecordFlyweight;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Takes a record out of the journal of an engine that has stopped, as if its page had never been written. */
final class LostRecord {
    private LostRecord() {}

    /**
     * The document's length becomes 0, which is how Chronicle marks what is still to be written.
     *
     * @return where in its file the record's document began.
     */
    static long lose(final Path data, final long sequence) throws IOException {
        return write(data, sequence, -Integer.BYTES, new byte[Integer.BYTES]) - Integer.BYTES;
    }

    /**
     * One byte of the record's number becomes another.
     *
     * @return where in its file the record's document begins.
     */
    static long spoil(final Path data, final long sequence) throws IOException {
        return write(data, sequence, 2 * Integer.BYTES, new byte[] {(byte) (sequence + 1)}) - Integer.BYTES;
    }

    private static long write(final Path data, final long sequence, final int at, final byte[] bytes)
            throws IOException {
        final JournalDirectory directory = new JournalDirectory(data);
        final Path file = onlyFile(directory);
        final int start = indexOf(bytesOf(directory, sequence), Files.readAllBytes(file));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), start + at);
        }
        return start;
    }

    private static Path onlyFile(final JournalDirectory directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory.journal())) {
            final List<Path> files =
                    all.filter(path -> path.toString().endsWith(".cq4")).toList();
            assertThat(files).hasSize(1);
            return files.get(0);
        }
    }

    private static byte[] bytesOf(final JournalDirectory directory, final long sequence) {
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory);
                JournalReader reader = journal.reader(sequence)) {
            final RecordFlyweight record = reader.next();
            final byte[] bytes = new byte[record.length()];
            record.buffer().getBytes(record.offset(), bytes);
            return bytes;
        }
    }

    private static int indexOf(final byte[] wanted, final byte[] file) {
        for (int at = 0; at <= file.length - wanted.length; at++) {
            if (Arrays.equals(file, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        throw new AssertionError("the record is not in the file");
    }
}
