package io.sluice.engine.protocol;

import io.sluice.engine.protocol.codec.RecordHeaderDecoder;
import io.sluice.engine.protocol.codec.RecordHeaderEncoder;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The chain that makes records a journal: dense sequences, time that never goes back, a CRC-32C each and the hash of the
 * record before. The writer {@linkplain #seal seals} each new record onto it, a reader {@linkplain #follow follows} it.
 * One thread; allocates nothing.
 */
public final class RecordChain {
    /** Version of the record header. */
    public static final int FORMAT_VERSION = 1;

    /** A longer record does not wait for the next. */
    private static final int KEPT_BYTES = 4_096;

    private static final int CRC_END = RecordHeaderEncoder.crc32cEncodingOffset() + Integer.BYTES;

    private final RecordHeaderEncoder encoder = new RecordHeaderEncoder();
    private final RecordHeaderDecoder decoder = new RecordHeaderDecoder();
    private final CRC32C crc = new CRC32C();
    private final HashPair hashes = new HashPair();
    private final UnsafeBuffer kept = new UnsafeBuffer(new byte[KEPT_BYTES]);
    private ByteBuffer viewed;
    private ByteBuffer view;
    private long sequence;
    private long timeMs;
    private long hash;
    /** Bytes of the last record that wait in {@link #kept} for the next one, to be hashed with it; 0 when it is hashed. */
    private int keptLength;

    /** Continues behind the record {@code sequence} with the given time and hash; 0, 0, 0 is before the first. */
    public void resume(final long lastSequence, final long lastTimeMs, final long lastHash) {
        sequence = lastSequence;
        timeMs = lastTimeMs;
        hash = lastHash;
        keptLength = 0;
    }

    /** Number of the last record, 0 before the first. */
    public long sequence() {
        return sequence;
    }

    /** Core time of the last record, epoch ms. */
    public long timeMs() {
        return timeMs;
    }

    /** Hash of the last record. */
    public long hash() {
        if (keptLength > 0) {
            hash = RecordHash.of(kept, 0, keptLength);
            keptLength = 0;
        }
        return hash;
    }

    /**
     * Makes the command and decision that lie at {@code offset + }{@link RecordFlyweight#HEADER_LENGTH} the next record.
     *
     * @return bytes of the record.
     */
    public int seal(
            final MutableDirectBuffer buffer,
            final int offset,
            final int commandLength,
            final int decisionLength,
            final long recordTimeMs) {
        final int length = RecordFlyweight.HEADER_LENGTH + commandLength + decisionLength;
        encoder.wrap(buffer, offset)
                .length(length)
                .sequence(sequence + 1)
                .timeMs(recordTimeMs)
                .previousHash(hash())
                .commandLength(commandLength)
                .decisionLength(decisionLength)
                .formatVersion(FORMAT_VERSION)
                .reserved(0);
        encoder.crc32c(crcOf(buffer, offset, length));
        resume(sequence + 1, recordTimeMs, RecordHash.of(buffer, offset, length));
        return length;
    }

    /**
     * Checks that the {@code available} bytes at {@code offset} are the next record, and steps behind it if they are.
     */
    public RecordFault follow(final DirectBuffer buffer, final int offset, final int available) {
        final RecordFault fault = check(buffer, offset, available);
        if (fault != RecordFault.NONE) {
            return fault;
        }
        final boolean isPaired = hashPaired(buffer, offset, available);
        final RecordFault placeFault = checkPlace();
        if (placeFault == RecordFault.NONE) {
            sequence = decoder.sequence();
            timeMs = decoder.timeMs();
            if (isPaired) {
                hash = hashes.second();
            } else {
                keep(buffer, offset, available);
            }
        }
        return placeFault;
    }

    /** Hashes the record before, if it waits for one, and this one with it. */
    private boolean hashPaired(final DirectBuffer buffer, final int offset, final int length) {
        final boolean isPaired = keptLength > 0 && buffer.byteArray() != null;
        if (isPaired) {
            hashes.take(kept, 0, keptLength, buffer, offset, length);
            hash = hashes.first();
            keptLength = 0;
        }
        return isPaired;
    }

    private void keep(final DirectBuffer buffer, final int offset, final int length) {
        if (length > KEPT_BYTES) {
            hash = RecordHash.of(buffer, offset, length);
        } else {
            buffer.getBytes(offset, kept, 0, length);
            keptLength = length;
        }
    }

    /**
     * As {@link #follow}, for a record whose bytes another chain has followed before: checks only that it is the next one
     * here, too.
     *
     * @param recordHash  the hash which that chain found.
     */
    public RecordFault step(final DirectBuffer buffer, final int offset, final long recordHash) {
        decoder.wrap(buffer, offset);
        final RecordFault fault = checkPlace();
        if (fault == RecordFault.NONE) {
            resume(decoder.sequence(), decoder.timeMs(), recordHash);
        }
        return fault;
    }

    /** Whether the bytes are a record, whatever its place. */
    private RecordFault check(final DirectBuffer buffer, final int offset, final int available) {
        if (available < RecordFlyweight.HEADER_LENGTH) {
            return RecordFault.LENGTH;
        }
        decoder.wrap(buffer, offset);
        final int length = decoder.length();
        if (length != available) {
            return RecordFault.LENGTH;
        }
        if (decoder.crc32c() != crcOf(buffer, offset, length)) {
            return RecordFault.CRC;
        }
        if (decoder.formatVersion() != FORMAT_VERSION) {
            return RecordFault.FORMAT;
        }
        if ((long) RecordFlyweight.HEADER_LENGTH + decoder.commandLength() + decoder.decisionLength() != length) {
            return RecordFault.LENGTH;
        }
        return RecordFault.NONE;
    }

    /** Whether the record that the decoder is at comes behind the last one. */
    private RecordFault checkPlace() {
        if (decoder.sequence() != sequence + 1) {
            return RecordFault.SEQUENCE;
        }
        if (decoder.previousHash() != hash()) {
            return RecordFault.PREVIOUS_HASH;
        }
        return decoder.timeMs() < timeMs ? RecordFault.TIME : RecordFault.NONE;
    }

    private long crcOf(final DirectBuffer buffer, final int offset, final int length) {
        crc.reset();
        final byte[] array = buffer.byteArray();
        if (array != null) {
            crc.update(array, buffer.wrapAdjustment() + offset + CRC_END, length - CRC_END);
        } else {
            final int start = buffer.wrapAdjustment() + offset + CRC_END;
            crc.update(viewOf(buffer).limit(start + length - CRC_END).position(start));
        }
        return crc.getValue();
    }

    /** A duplicate of our own, so that moving its position disturbs nobody; slots share one ByteBuffer, so it is made once. */
    private ByteBuffer viewOf(final DirectBuffer buffer) {
        final ByteBuffer whole = buffer.byteBuffer();
        if (viewed != whole) {
            viewed = whole;
            view = whole.duplicate();
        }
        return view.clear();
    }
}
