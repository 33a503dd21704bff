package io.sluice.engine;

import io.sluice.engine.journal.ChronicleJournal;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.RecordHash;
import io.sluice.engine.protocol.codec.RecordHeaderDecoder;
import org.agrona.BitUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Copies of the next records of a reader, so that they can be looked at before the first of them is applied. One thread at a
 * time; allocates nothing.
 */
final class RecordBatch {
    private static final int RECORDS = 256;
    /** The longest record fits behind a batch that is not full yet; most batches are less than this. */
    private static final int FULL_BYTES = 1 << 17;

    private final byte[] array = new byte[FULL_BYTES + ChronicleJournal.MAX_RECORD_BYTES];
    private final UnsafeBuffer bytes = new UnsafeBuffer(array);
    private final int[] offsets = new int[RECORDS];
    private final RecordHeaderDecoder header = new RecordHeaderDecoder();
    private final RecordFlyweight record = new RecordFlyweight();
    private int size;
    private Throwable fault;

    /**
     * Takes the next records, {@code most} at most and as many as fit. A fault ends the batch: what was read before it is
     * sound.
     */
    void read(final JournalReader reader, final long most) {
        size = 0;
        fault = null;
        try {
            int end = 0;
            while (size < most && size < RECORDS && end < FULL_BYTES) {
                final RecordFlyweight next = reader.next();
                if (next == null) {
                    break;
                }
                copy(next, end);
                offsets[size] = end;
                end = BitUtil.align(end + next.length(), Long.BYTES);
                size++;
            }
        } catch (final RuntimeException | Error found) {
            fault = found;
        }
    }

    /** From array to array, which is faster than from buffer to buffer. */
    private void copy(final RecordFlyweight next, final int to) {
        final int start = next.buffer().wrapAdjustment() + next.offset();
        System.arraycopy(next.buffer().byteArray(), start, array, to, next.length());
    }

    /** Number of its records. */
    int size() {
        return size;
    }

    /** A record, valid until the next is asked for. */
    RecordFlyweight record(final int index) {
        return record.wrap(bytes, offsets[index]);
    }

    /** Hash of a record. The record behind it says it, which the reader has found to be so. */
    long hash(final int index) {
        if (index + 1 < size) {
            return header.wrap(bytes, offsets[index + 1]).previousHash();
        }
        return RecordHash.of(
                bytes, offsets[index], header.wrap(bytes, offsets[index]).length());
    }

    /** What the reader found wrong behind the last record, null for nothing. */
    Throwable fault() {
        return fault;
    }
}
