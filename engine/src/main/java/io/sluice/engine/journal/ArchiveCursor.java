package io.sluice.engine.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.agrona.CloseHelper;

/**
 * Walks an archive, with one block of it in memory. Each block is checked when it is read, and all of them together once they
 * have been read from the first to the last; anything that is not as it was written is a {@link JournalFaultException}. One
 * thread.
 */
final class ArchiveCursor extends SegmentCursor {
    private static final int NONE = -1;

    private final FileChannel channel;
    private final ArchiveIndex index;
    private final Inflater inflater = new Inflater(true);
    private final ByteBuffer stored = ArchiveFormat.bytes(ArchiveFormat.MAX_STORED_BYTES);
    private final ByteBuffer raw =
            ArchiveFormat.bytes(ArchiveFormat.MAX_RAW_BYTES).limit(0);
    /** Of the file's bytes up to {@link #summedTo}. */
    private final CRC32C fileCrc = new CRC32C();

    private long summedTo;
    /** Whose records {@link #raw} holds. */
    private int block = NONE;

    private int length;

    private ArchiveCursor(final Segment segment, final FileChannel channel, final ArchiveIndex index)
            throws IOException {
        super(segment);
        this.channel = channel;
        this.index = index;
        fileCrc.update(ArchiveIndex.readAt(channel, 0, ArchiveFormat.HEAD_BYTES));
        summedTo = ArchiveFormat.HEAD_BYTES;
    }

    /** Opens an archive, before its first record; see {@link SegmentCursor#open}. */
    static ArchiveCursor open(final Segment segment, final long sequence) {
        FileChannel channel = null;
        ArchiveCursor cursor = null;
        try {
            channel = FileChannel.open(segment.file(), StandardOpenOption.READ);
            cursor = new ArchiveCursor(segment, channel, ArchiveIndex.read(channel, segment, sequence));
            return cursor;
        } catch (final NoSuchFileException e) {
            throw new SegmentGoneException(segment, e);
        } catch (final IOException e) {
            throw new UncheckedIOException("archive " + segment.file(), e);
        } finally {
            if (cursor == null) {
                CloseHelper.quietClose(channel);
            }
        }
    }

    @Override
    void rewind() {
        if (block != 0) {
            block = NONE;
            raw.limit(0);
        }
        raw.position(0);
    }

    @Override
    boolean read() {
        if (!raw.hasRemaining() && !loadNext()) {
            return false;
        }
        length = raw.remaining() < Integer.BYTES ? 0 : raw.getInt(raw.position());
        if (length <= 0 || length > raw.remaining() || length > ChronicleJournal.MAX_RECORD_BYTES) {
            throw damaged("holds no whole records");
        }
        buffer.putBytes(0, raw, raw.position(), length);
        raw.position(raw.position() + length);
        return true;
    }

    private boolean loadNext() {
        if (block + 1 >= index.blocks()) {
            return false;
        }
        load(block + 1);
        return true;
    }

    private void load(final int wanted) {
        block = wanted;
        raw.limit(0);
        final long start = index.position(block);
        final long bytes = index.position(block + 1) - start;
        if (bytes < ArchiveFormat.BLOCK_HEADER_BYTES || bytes > ArchiveFormat.MAX_STORED_BYTES) {
            throw damaged("is not where the index has it");
        }
        try {
            ArchiveIndex.readAt(channel, start, stored.clear().limit((int) bytes));
        } catch (final IOException e) {
            throw new UncheckedIOException("archive " + segment().file(), e);
        }
        check((int) bytes);
        inflate();
        sumUp(start, (int) bytes);
    }

    private void check(final int bytes) {
        if (stored.getInt(ArchiveFormat.BLOCK_CRC32C) != ArchiveFormat.crcOfBlock(stored, bytes)) {
            throw damaged("has another CRC-32C");
        }
        final int rawLength = stored.getInt(ArchiveFormat.BLOCK_RAW_LENGTH);
        if (stored.getInt(ArchiveFormat.BLOCK_STORED_LENGTH) != bytes - ArchiveFormat.BLOCK_HEADER_BYTES
                || rawLength < 1
                || rawLength > ArchiveFormat.MAX_RAW_BYTES
                || stored.getLong(ArchiveFormat.BLOCK_FIRST_SEQUENCE) != index.firstSequence(block)
                || stored.getLong(ArchiveFormat.BLOCK_FIRST_TIME_MS) != index.firstTimeMs(block)) {
            throw damaged("is another than the index has");
        }
    }

    private void inflate() {
        inflater.reset();
        inflater.setInput(stored.position(ArchiveFormat.BLOCK_HEADER_BYTES));
        final int rawLength = stored.getInt(ArchiveFormat.BLOCK_RAW_LENGTH);
        raw.clear().limit(rawLength);
        try {
            inflater.inflate(raw);
        } catch (final DataFormatException e) {
            throw damaged("cannot be decompressed");
        }
        if (raw.hasRemaining()) {
            throw damaged("is shorter than it says");
        }
        raw.flip();
    }

    private void sumUp(final long start, final int bytes) {
        if (start != summedTo) {
            return;
        }
        fileCrc.update(stored.rewind());
        summedTo += bytes;
        if (block + 1 == index.blocks() && (int) fileCrc.getValue() != index.fileCrc()) {
            throw damaged("is the last, and the file has another CRC-32C");
        }
    }

    private JournalFaultException damaged(final String what) {
        return new JournalFaultException(
                index.firstSequence(block), "the archive's block " + what, segment(), index.position(block));
    }

    @Override
    void unread() {
        raw.position(raw.position() - length);
    }

    @Override
    long seek(final Precedence precedence) {
        final int found = lastPreceding(precedence);
        if (found == NONE) {
            rewind();
            return 0;
        }
        if (found != block) {
            load(found);
        }
        raw.position(0);
        long sequence = 0;
        while (read()) {
            if (!precedence.precedes(sequence(), timeMs())) {
                unread();
                break;
            }
            sequence = sequence();
        }
        return sequence;
    }

    /** The last block whose first record precedes. */
    private int lastPreceding(final Precedence precedence) {
        int low = NONE;
        int high = index.blocks() - 1;
        while (low < high) {
            final int middle = (low + high + 1) >> 1;
            if (precedence.precedes(index.firstSequence(middle), index.firstTimeMs(middle))) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    @Override
    long size() {
        try {
            return channel.size();
        } catch (final IOException e) {
            throw new UncheckedIOException("archive " + segment().file(), e);
        }
    }

    @Override
    int length() {
        return length;
    }

    @Override
    long position() {
        return index.position(Math.max(0, block));
    }

    @Override
    long nextPosition() {
        return raw.hasRemaining() ? position() : index.position(block + 1);
    }

    @Override
    public void close() {
        inflater.end();
        CloseHelper.quietClose(channel);
    }
}
