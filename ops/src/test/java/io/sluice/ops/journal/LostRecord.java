package io.sluice.ops.journal;

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
    private static final int NOWHERE = -1;

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
        final byte[] record = bytesOf(directory, sequence);
        final Path file = fileOf(directory, record);
        final int start = indexOf(record, Files.readAllBytes(file));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), start + at);
        }
        return start;
    }

    private static Path fileOf(final JournalDirectory directory, final byte[] record) throws IOException {
        final List<Path> files;
        try (Stream<Path> all = Files.walk(directory.journal())) {
            files = all.filter(path -> path.toString().endsWith(".cq4")).toList();
        }
        for (final Path file : files) {
            if (indexOf(record, Files.readAllBytes(file)) != NOWHERE) {
                return file;
            }
        }
        throw new AssertionError("the record is in no file");
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
        return NOWHERE;
    }
}
