package io.sluice.engine.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Where what stands in an archive: a head, blocks of compressed records, an index with an entry a block, and a foot, all
 * little-endian. {@code docs/JOURNAL.md} draws it.
 */
final class ArchiveFormat {
    /** Version of the archive. */
    static final int VERSION = 1;
    /** Begins and ends an archive: "sluicear". */
    static final long MAGIC = ByteBuffer.wrap("sluicear".getBytes(StandardCharsets.US_ASCII))
            .order(ByteOrder.LITTLE_ENDIAN)
            .getLong();

    /** Head: the magic, then these. */
    static final int HEAD_VERSION = 8;

    static final int HEAD_CRC32C = 12;
    static final int HEAD_BYTES = 16;

    /** Block: these, then what was compressed. */
    static final int BLOCK_RAW_LENGTH = 0;

    static final int BLOCK_STORED_LENGTH = 4;
    static final int BLOCK_FIRST_SEQUENCE = 8;
    static final int BLOCK_FIRST_TIME_MS = 16;
    static final int BLOCK_CRC32C = 24;
    static final int BLOCK_HEADER_BYTES = 28;

    /** Index: an entry a block. */
    static final int ENTRY_POSITION = 0;

    static final int ENTRY_FIRST_SEQUENCE = 8;
    static final int ENTRY_FIRST_TIME_MS = 16;
    static final int ENTRY_BYTES = 24;

    /** Foot, the last bytes of the file. */
    static final int FOOT_BLOCKS = 0;

    static final int FOOT_INDEX_CRC32C = 4;
    static final int FOOT_FILE_CRC32C = 8;
    static final int FOOT_CRC32C = 12;
    static final int FOOT_MAGIC = 16;
    static final int FOOT_BYTES = 24;

    /** Raw bytes after which a block is full. */
    static final int DEFAULT_BLOCK_BYTES = 256 << 10;
    /** Raw bytes of the largest block: a record more. */
    static final int MAX_RAW_BYTES = DEFAULT_BLOCK_BYTES + ChronicleJournal.MAX_RECORD_BYTES;
    /** Bytes of the largest block in the file: what does not become smaller becomes a little larger. */
    static final int MAX_STORED_BYTES = BLOCK_HEADER_BYTES + MAX_RAW_BYTES + (MAX_RAW_BYTES >> 10) + 64;

    private ArchiveFormat() {}

    /** A buffer for bytes as they stand in an archive. */
    static ByteBuffer bytes(final int capacity) {
        return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** CRC-32C of a block: of its header before the field that holds it, and of what was compressed. */
    static int crcOfBlock(final ByteBuffer block, final int length) {
        final CRC32C crc = new CRC32C();
        crc.update(block.duplicate().clear().limit(BLOCK_CRC32C));
        crc.update(block.duplicate().clear().position(BLOCK_HEADER_BYTES).limit(length));
        return (int) crc.getValue();
    }

    /** CRC-32C of the first bytes of a buffer. */
    static int crcOf(final ByteBuffer bytes, final int length) {
        final CRC32C crc = new CRC32C();
        crc.update(bytes.duplicate().clear().limit(length));
        return (int) crc.getValue();
    }
}
