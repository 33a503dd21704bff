package io.sluice.engine.journal;

import io.sluice.engine.protocol.RecordHash;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Remembers the number of the newest record that was forced to the disk, in a mapped file of its own that nobody waits
 * for. It is exact as long as the machine runs; after a loss of power it may be older than the truth, never newer. So
 * damage at or before the mark is damage, and only behind it a torn tail. A mark that is on the disk before its journal's
 * first record also tells that none was forced; one that was lost, or came to the journal later, is blank. Behind the number
 * stands how durable the engine is that writes. One thread at a time.
 */
final class ForcedMark implements AutoCloseable {
    private static final int FILE_BYTES = 4096;
    private static final int DURABILITY_OFFSET = Long.BYTES;
    private static final int HEAD_BYTES = DURABILITY_OFFSET + Integer.BYTES;
    private static final long BLANK = 0;
    /** The number, below its check; one word, so that it is written and read in one piece. */
    private static final int SEQUENCE_BITS = 48;

    private static final long SEQUENCE_MASK = (1L << SEQUENCE_BITS) - 1;
    /** Set in each check, and no one bit makes it 0: a word without any check is of the time before there were checks. */
    private static final long CHECKED = 0x8001L << SEQUENCE_BITS;

    private final MappedByteBuffer mapped;
    private final UnsafeBuffer buffer;

    private ForcedMark(final MappedByteBuffer mapped) {
        this.mapped = mapped;
        buffer = new UnsafeBuffer(mapped);
    }

    /** Opens the mark for writing; a new one is blank. */
    static ForcedMark open(final Path file) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (channel.size() < FILE_BYTES) {
                // Written, not only sized: a full disk is then an exception here and not a SIGBUS later.
                channel.write(ByteBuffer.allocate(FILE_BYTES - (int) channel.size()), channel.size());
            }
            return new ForcedMark(channel.map(FileChannel.MapMode.READ_WRITE, 0, FILE_BYTES));
        } catch (final IOException e) {
            throw new UncheckedIOException("forced mark " + file, e);
        }
    }

    /**
     * Reads a mark without opening it; 0 when there is none. Any process, at any time.
     *
     * @throws JournalFaultException when it is damaged.
     */
    static long read(final Path file) {
        return decode(head(file).getLong(0, ByteOrder.LITTLE_ENDIAN));
    }

    /** Reads how durable the engine is that writes, or wrote last; null when the file does not tell. Any process, at any time. */
    static Durability readDurability(final Path file) {
        return Durability.ofCode(head(file).getInt(DURABILITY_OFFSET, ByteOrder.LITTLE_ENDIAN));
    }

    /** What a file begins with; zeros where it holds nothing. */
    private static UnsafeBuffer head(final Path file) {
        final byte[] head = new byte[HEAD_BYTES];
        if (Files.exists(file)) {
            // No channel: an interrupt, by which a reader that follows is stopped, would close it.
            try (FileInputStream in = new FileInputStream(file.toFile())) {
                in.readNBytes(head, 0, HEAD_BYTES);
            } catch (final IOException e) {
                throw new UncheckedIOException("forced mark " + file, e);
            }
        }
        return new UnsafeBuffer(head);
    }

    /** Whether nothing is known, and the number is 0 for want of another. */
    boolean isBlank() {
        return word() == BLANK;
    }

    long sequence() {
        return decode(word());
    }

    private long word() {
        return buffer.getLong(0, ByteOrder.LITTLE_ENDIAN);
    }

    /** Moves the mark on. To be called after the force has returned. */
    void sequence(final long sequence) {
        buffer.putLong(0, encode(sequence), ByteOrder.LITTLE_ENDIAN);
    }

    /** Notes how durable the engine is that opened the mark. */
    void durability(final Durability durability) {
        buffer.putInt(DURABILITY_OFFSET, durability.code(), ByteOrder.LITTLE_ENDIAN);
    }

    private static long encode(final long sequence) {
        return (RecordHash.avalanche(sequence) & ~SEQUENCE_MASK) | CHECKED | sequence;
    }

    private static long decode(final long word) {
        final long sequence = word & SEQUENCE_MASK;
        if (word != sequence && word != encode(sequence)) {
            throw new JournalFaultException(
                    sequence, "the mark of what was forced is damaged", JournalDirectory.FORCED_MARK, 0);
        }
        return sequence;
    }

    @Override
    public void close() {
        IoUtil.unmap(mapped);
    }
}
