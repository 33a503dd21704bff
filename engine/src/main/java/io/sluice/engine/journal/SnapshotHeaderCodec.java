package io.sluice.engine.journal;

import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.SnapshotHeaderDecoder;
import io.sluice.engine.protocol.codec.SnapshotHeaderEncoder;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;

/** The first bytes of a snapshot file: messageHeader and SnapshotHeader, its own CRC last. One thread. */
final class SnapshotHeaderCodec {
    /** Version of the snapshot file. */
    static final int FORMAT_VERSION = 1;
    /** Bytes of both headers; the state follows. */
    static final int LENGTH = MessageHeaderEncoder.ENCODED_LENGTH + SnapshotHeaderEncoder.BLOCK_LENGTH;

    private static final int CRC_OFFSET =
            MessageHeaderEncoder.ENCODED_LENGTH + SnapshotHeaderEncoder.headerCrc32cEncodingOffset();

    private final ByteBuffer bytes = ByteBuffer.allocate(LENGTH);
    private final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
    private final MessageHeaderEncoder messageEncoder = new MessageHeaderEncoder();
    private final SnapshotHeaderEncoder encoder = new SnapshotHeaderEncoder();
    private final MessageHeaderDecoder messageDecoder = new MessageHeaderDecoder();
    private final SnapshotHeaderDecoder decoder = new SnapshotHeaderDecoder();

    /** Encodes a header; the bytes are valid until the next call. */
    ByteBuffer encode(final Snapshot snapshot, final long stateCrc32c) {
        encoder.wrapAndApplyHeader(buffer, 0, messageEncoder)
                .formatVersion(FORMAT_VERSION)
                .reserved(0)
                .sequence(snapshot.sequence())
                .timeMs(snapshot.timeMs())
                .recordHash(snapshot.recordHash())
                .stateHash(snapshot.stateHash())
                .stateLength(snapshot.stateLength())
                .stateCrc32c(stateCrc32c)
                .headerCrc32c(crc());
        return bytes.clear();
    }

    /** Where a file's first {@link #LENGTH} bytes are put before {@link #fault()} and the rest is asked. */
    ByteBuffer bytes() {
        return bytes.clear();
    }

    /** What is wrong with the header, null when nothing is. */
    String fault() {
        messageDecoder.wrap(buffer, 0);
        decoder.wrap(buffer, MessageHeaderDecoder.ENCODED_LENGTH, SnapshotHeaderDecoder.BLOCK_LENGTH, 0);
        if (messageDecoder.schemaId() != SnapshotHeaderDecoder.SCHEMA_ID
                || messageDecoder.templateId() != SnapshotHeaderDecoder.TEMPLATE_ID) {
            return "not a snapshot";
        }
        if (decoder.headerCrc32c() != crc()) {
            return "CRC-32C of the header differs";
        }
        if (decoder.formatVersion() != FORMAT_VERSION
                || messageDecoder.blockLength() != SnapshotHeaderDecoder.BLOCK_LENGTH) {
            return "unknown format version " + decoder.formatVersion();
        }
        return null;
    }

    /** The header of a sound file. */
    SnapshotHeaderDecoder header() {
        return decoder;
    }

    private long crc() {
        final CRC32C crc = new CRC32C();
        crc.update(bytes.array(), 0, CRC_OFFSET);
        return crc.getValue();
    }
}
