package io.sluice.engine.journal;

import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFault;
import io.sluice.engine.protocol.codec.RecordHeaderDecoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Walks one file of the journal, from one of Chronicle's documents to the next, and takes records out of it, each copied so
 * that nothing of it depends on the mapping. It reads what stands in the file and asks nothing of Chronicle, whose index a
 * loss of power may have torn: a document is four bytes, its length and two flags, and then its content. One thread.
 */
final class SegmentCursor implements AutoCloseable {
    /** Bytes before a document's content. */
    static final int DOCUMENT_HEADER_BYTES = 4;

    private static final int METADATA = 0x4000_0000;
    private static final int LENGTH_MASK = 0x3FFF_FFFF;
    private static final int ALIGNMENT = 4;

    private final ByteBuffer bytes = ByteBuffer.allocateDirect(ChronicleJournal.MAX_RECORD_BYTES);
    private final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
    private final RecordHeaderDecoder header = new RecordHeaderDecoder();
    private final RecordChain alone = new RecordChain();
    private final Segment segment;
    private final SegmentBytes file;

    private long next;
    private long position;
    private int length;

    SegmentCursor(final Segment segment) {
        this.segment = segment;
        file = SegmentBytes.open(segment.file());
    }

    /** Goes before the document that begins at a position, which somebody has found one at; 0 is before the first. */
    void seek(final long documentPosition) {
        next = documentPosition;
    }

    /** Reads the next record, sound or not; false when there is none for now. */
    boolean read() {
        for (int word = wordAt(next); word > 0; word = wordAt(next)) {
            if ((word & METADATA) == 0) {
                take(word);
                return true;
            }
            next = endOf(next, word);
        }
        return false;
    }

    /** A document's header; 0 when there is none, negative when it is being written, or is Chronicle's mark of the end. */
    private int wordAt(final long at) {
        return file.holds(at, DOCUMENT_HEADER_BYTES) ? file.window().getIntVolatile(file.indexOf(at)) : 0;
    }

    private void take(final int word) {
        position = next;
        length = word & LENGTH_MASK;
        next = endOf(next, word);
        // Longer than any record, or beyond the file: its length is told, which no chain takes, and its bytes are left.
        if (length <= ChronicleJournal.MAX_RECORD_BYTES) {
            final long content = position + DOCUMENT_HEADER_BYTES;
            if (file.holds(content, length)) {
                file.window().getBytes(file.indexOf(content), buffer, 0, length);
            } else {
                length = 0;
            }
        }
    }

    private static long endOf(final long documentPosition, final int word) {
        final long end = documentPosition + DOCUMENT_HEADER_BYTES + (word & LENGTH_MASK);
        return (end + ALIGNMENT - 1) & -ALIGNMENT;
    }

    /**
     * Whether the bytes at a position look like a record's document, as cheaply as can be told; {@link #sound} tells the
     * rest when it is read.
     */
    boolean mayBeginAt(final long at) {
        final int word = wordAt(at);
        return word >= RecordHeaderDecoder.ENCODED_LENGTH
                && word <= ChronicleJournal.MAX_RECORD_BYTES
                && file.holds(at + DOCUMENT_HEADER_BYTES, Integer.BYTES)
                && file.window().getInt(file.indexOf(at + DOCUMENT_HEADER_BYTES), ByteOrder.LITTLE_ENDIAN) == word;
    }

    /** Bytes of the file. */
    long size() {
        return file.size();
    }

    /** The file that is read. */
    Segment segment() {
        return segment;
    }

    /** Holds the record that was read, from 0 on. */
    DirectBuffer buffer() {
        return buffer;
    }

    /** Bytes of the record that was read. */
    int length() {
        return length;
    }

    /** Where in the file the document of the record that was read begins. */
    long position() {
        return position;
    }

    /** Where in the file the next document begins, or will. */
    long nextPosition() {
        return next;
    }

    /** Number that the record gives itself; only a sound one means anything. */
    long sequence() {
        return header.wrap(buffer, 0).sequence();
    }

    /** Time that the record gives itself; only a sound one means anything. */
    long timeMs() {
        return header.wrap(buffer, 0).timeMs();
    }

    /** Version of the header that the record gives itself; only a sound one means anything. */
    int formatVersion() {
        return header.wrap(buffer, 0).formatVersion();
    }

    /** Whether the bytes are a record, as far as one can tell without its predecessor. */
    boolean sound() {
        return beginChain(alone) == RecordFault.NONE;
    }

    /** Begins a chain with the record: who its predecessor was is taken on trust. */
    RecordFault beginChain(final RecordChain chain) {
        header.wrap(buffer, 0);
        chain.resume(header.sequence() - 1, header.timeMs(), header.previousHash());
        return chain.follow(buffer, 0, length);
    }

    /** A fault of the record that was read. */
    JournalFaultException fault(final long sequence, final String what) {
        return new JournalFaultException(sequence, what, segment.label(), position);
    }

    @Override
    public void close() {
        file.close();
    }
}
