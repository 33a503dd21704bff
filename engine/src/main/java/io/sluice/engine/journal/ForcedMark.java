package io.sluice.engine.journal;

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
 * damage at or before the mark is damage, and only behind it a torn tail. One thread at a time.
 */
final class ForcedMark implements AutoCloseable {
    private static final int FILE_BYTES = 4096;

    private final MappedByteBuffer mapped;
    private final UnsafeBuffer buffer;

    private ForcedMark(final MappedByteBuffer mapped) {
        this.mapped = mapped;
        buffer = new UnsafeBuffer(mapped);
    }

    /** Opens the mark for writing; a new one is at 0. */
    static ForcedMark open(final Path file) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (channel.size() < FILE_BYTES) {
                // Written, not only sized: a full disk is then an exception here and not a SIGBUS later.
                channel.write(ByteBuffer.allocate(FILE_BYTES), 0);
            }
            return new ForcedMark(channel.map(FileChannel.MapMode.READ_WRITE, 0, FILE_BYTES));
        } catch (final IOException e) {
            throw new UncheckedIOException("forced mark " + file, e);
        }
    }

    /** Reads a mark without opening it; 0 when there is none. Any process, at any time. */
    static long read(final Path file) {
        if (!Files.exists(file)) {
            return 0;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            final ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            return channel.read(bytes, 0) == Long.BYTES ? bytes.getLong(0) : 0;
        } catch (final IOException e) {
            throw new UncheckedIOException("forced mark " + file, e);
        }
    }

    long sequence() {
        return buffer.getLong(0, ByteOrder.LITTLE_ENDIAN);
    }

    /** Moves the mark on. To be called after the force has returned. */
    void sequence(final long sequence) {
        buffer.putLong(0, sequence, ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() {
        IoUtil.unmap(mapped);
    }
}
