package io.sluice.engine.journal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** What stands around an archive's blocks, checked: where each lies and which records it begins with. Any thread. */
final class ArchiveIndex {
    private final ByteBuffer entries;
    private final int blocks;
    private final long position;
    private final int fileCrc;

    private ArchiveIndex(final ByteBuffer entries, final int blocks, final long position, final int fileCrc) {
        this.entries = entries;
        this.blocks = blocks;
        this.position = position;
        this.fileCrc = fileCrc;
    }

    /**
     * Reads head, foot and index.
     *
     * @param sequence  that a fault names.
     * @throws JournalFaultException when one of them is not what it was written as.
     */
    static ArchiveIndex read(final FileChannel channel, final Segment segment, final long sequence) throws IOException {
        final long size = channel.size();
        final long footPosition = size - ArchiveFormat.FOOT_BYTES;
        if (footPosition < ArchiveFormat.HEAD_BYTES) {
            throw new JournalFaultException(sequence, "the archive is cut short", segment, size);
        }
        checkHead(channel, segment, sequence);
        final ByteBuffer foot = readAt(channel, footPosition, ArchiveFormat.FOOT_BYTES);
        if (foot.getLong(ArchiveFormat.FOOT_MAGIC) != ArchiveFormat.MAGIC
                || foot.getInt(ArchiveFormat.FOOT_CRC32C) != ArchiveFormat.crcOf(foot, ArchiveFormat.FOOT_CRC32C)) {
            throw new JournalFaultException(sequence, "the archive's foot is damaged", segment, footPosition);
        }
        final int blocks = foot.getInt(ArchiveFormat.FOOT_BLOCKS);
        final int bytes = blocks * ArchiveFormat.ENTRY_BYTES;
        final long position = footPosition - bytes;
        if (position < ArchiveFormat.HEAD_BYTES) {
            throw new JournalFaultException(sequence, "the archive is cut short", segment, footPosition);
        }
        final ByteBuffer entries = readAt(channel, position, bytes);
        if (ArchiveFormat.crcOf(entries, bytes) != foot.getInt(ArchiveFormat.FOOT_INDEX_CRC32C)) {
            throw new JournalFaultException(sequence, "the archive's index is damaged", segment, position);
        }
        return new ArchiveIndex(entries, blocks, position, foot.getInt(ArchiveFormat.FOOT_FILE_CRC32C));
    }

    private static void checkHead(final FileChannel channel, final Segment segment, final long sequence)
            throws IOException {
        final ByteBuffer head = readAt(channel, 0, ArchiveFormat.HEAD_BYTES);
        if (head.getLong(0) != ArchiveFormat.MAGIC
                || head.getInt(ArchiveFormat.HEAD_CRC32C) != ArchiveFormat.crcOf(head, ArchiveFormat.HEAD_CRC32C)) {
            throw new JournalFaultException(sequence, "the archive's head is damaged", segment, 0);
        }
        final int version = head.getInt(ArchiveFormat.HEAD_VERSION);
        if (version != ArchiveFormat.VERSION) {
            throw new JournalFaultException(
                    sequence, "the archive is of the unknown format version " + version, segment, 0);
        }
    }

    /** Reads bytes that the file has. */
    static ByteBuffer readAt(final FileChannel channel, final long position, final int length) throws IOException {
        final ByteBuffer bytes = ArchiveFormat.bytes(length);
        readAt(channel, position, bytes);
        return bytes;
    }

    /** Fills a buffer up to its limit with bytes that the file has. */
    static void readAt(final FileChannel channel, final long position, final ByteBuffer bytes) throws IOException {
        final long start = position - bytes.position();
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, start + bytes.position()) < 0) {
                throw new EOFException("file has shrunk");
            }
        }
        bytes.flip();
    }

    int blocks() {
        return blocks;
    }

    /** Where a block begins; with the number of blocks, where the last one ends. */
    long position(final int block) {
        return block < blocks ? entry(block, ArchiveFormat.ENTRY_POSITION) : position;
    }

    /** Number of a block's first record. */
    long firstSequence(final int block) {
        return entry(block, ArchiveFormat.ENTRY_FIRST_SEQUENCE);
    }

    /** Core time of a block's first record, epoch ms. */
    long firstTimeMs(final int block) {
        return entry(block, ArchiveFormat.ENTRY_FIRST_TIME_MS);
    }

    private long entry(final int block, final int field) {
        return entries.getLong(block * ArchiveFormat.ENTRY_BYTES + field);
    }

    /** CRC-32C of all that stands before the index. */
    int fileCrc() {
        return fileCrc;
    }
}
