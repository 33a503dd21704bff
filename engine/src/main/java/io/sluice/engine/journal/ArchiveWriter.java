package io.sluice.engine.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;

/** Writes an archive, block by block; but for the index, of 24 bytes a block, it keeps no more than one. One thread. */
final class ArchiveWriter implements AutoCloseable {
    private final FileChannel channel;
    private final int blockBytes;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final CRC32C fileCrc = new CRC32C();
    private final ByteBuffer raw = ArchiveFormat.bytes(ArchiveFormat.MAX_RAW_BYTES);
    private final ByteBuffer stored = ArchiveFormat.bytes(ArchiveFormat.MAX_STORED_BYTES);
    private ByteBuffer index = ArchiveFormat.bytes(64 * ArchiveFormat.ENTRY_BYTES);
    private long position;
    private long firstSequence;
    private long firstTimeMs;

    private ArchiveWriter(final FileChannel channel, final int blockBytes) {
        this.channel = channel;
        this.blockBytes = blockBytes;
    }

    /**
     * Begins an archive, over what may be left of one.
     *
     * @param blockBytes  raw bytes after which a block is full, {@link ArchiveFormat#DEFAULT_BLOCK_BYTES} at most.
     */
    static ArchiveWriter create(final Path path, final int blockBytes) throws IOException {
        final ArchiveWriter writer = new ArchiveWriter(
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE),
                blockBytes);
        writer.writeHead();
        return writer;
    }

    private void writeHead() throws IOException {
        final ByteBuffer head = ArchiveFormat.bytes(ArchiveFormat.HEAD_BYTES)
                .putLong(0, ArchiveFormat.MAGIC)
                .putInt(ArchiveFormat.HEAD_VERSION, ArchiveFormat.VERSION);
        head.putInt(ArchiveFormat.HEAD_CRC32C, ArchiveFormat.crcOf(head, ArchiveFormat.HEAD_CRC32C));
        fileCrc.update(head);
        write(head.rewind());
    }

    /** Adds the record that a cursor has read. */
    void add(final SegmentCursor cursor) throws IOException {
        if (raw.position() >= blockBytes) {
            writeBlock();
        }
        if (raw.position() == 0) {
            firstSequence = cursor.sequence();
            firstTimeMs = cursor.timeMs();
        }
        cursor.buffer().getBytes(0, raw, cursor.length());
    }

    private void writeBlock() throws IOException {
        final int length = deflate();
        stored.putInt(ArchiveFormat.BLOCK_RAW_LENGTH, raw.limit())
                .putInt(ArchiveFormat.BLOCK_STORED_LENGTH, length - ArchiveFormat.BLOCK_HEADER_BYTES)
                .putLong(ArchiveFormat.BLOCK_FIRST_SEQUENCE, firstSequence)
                .putLong(ArchiveFormat.BLOCK_FIRST_TIME_MS, firstTimeMs)
                .putInt(ArchiveFormat.BLOCK_CRC32C, ArchiveFormat.crcOfBlock(stored, length));
        addEntry();
        fileCrc.update(stored.flip());
        write(stored.rewind());
        // Piece by piece: what is written here at once, an engine's next force would have to wait for.
        channel.force(false);
        raw.clear();
    }

    /** Compresses the block; answers the bytes it takes in the file. */
    private int deflate() {
        deflater.reset();
        deflater.setInput(raw.flip());
        deflater.finish();
        stored.clear().position(ArchiveFormat.BLOCK_HEADER_BYTES);
        deflater.deflate(stored);
        if (!deflater.finished()) {
            throw new IllegalStateException("a block became larger than " + stored.capacity() + " bytes");
        }
        return stored.position();
    }

    private void addEntry() {
        if (index.remaining() < ArchiveFormat.ENTRY_BYTES) {
            index = ArchiveFormat.bytes(Math.multiplyExact(2, index.capacity())).put(index.flip());
        }
        index.putLong(position).putLong(firstSequence).putLong(firstTimeMs);
    }

    /** Writes what is left, index and foot; when it returns all of it is on the disk. */
    void finish() throws IOException {
        if (raw.position() > 0) {
            writeBlock();
        }
        final int entries = index.position();
        write(index.flip());
        final ByteBuffer foot = ArchiveFormat.bytes(ArchiveFormat.FOOT_BYTES)
                .putInt(ArchiveFormat.FOOT_BLOCKS, entries / ArchiveFormat.ENTRY_BYTES)
                .putInt(ArchiveFormat.FOOT_INDEX_CRC32C, ArchiveFormat.crcOf(index, entries))
                .putInt(ArchiveFormat.FOOT_FILE_CRC32C, (int) fileCrc.getValue())
                .putLong(ArchiveFormat.FOOT_MAGIC, ArchiveFormat.MAGIC);
        write(foot.putInt(ArchiveFormat.FOOT_CRC32C, ArchiveFormat.crcOf(foot, ArchiveFormat.FOOT_CRC32C)));
        channel.force(true);
    }

    private void write(final ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            position += channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        deflater.end();
        channel.close();
    }
}
