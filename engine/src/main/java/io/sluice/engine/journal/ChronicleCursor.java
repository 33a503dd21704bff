package io.sluice.engine.journal;

import io.sluice.engine.protocol.codec.RecordHeaderDecoder;
import java.nio.ByteBuffer;

/**
 * Walks a file that Chronicle wrote, from one of its documents to the next. It reads what stands in the file and asks nothing
 * of Chronicle, whose index a loss of power may have torn: a document is four bytes, its length and two flags, and then its
 * content. One thread.
 */
final class ChronicleCursor extends SegmentCursor {
    /** Bytes before a document's content. */
    static final int DOCUMENT_HEADER_BYTES = 4;

    private static final int METADATA = 0x4000_0000;
    private static final int LENGTH_MASK = 0x3FFF_FFFF;
    private static final int ALIGNMENT = 4;
    private static final int LOOK_BYTES = 1 << 20;

    private final SegmentBytes file;

    private long next;
    private long position;
    private int length;

    ChronicleCursor(final Segment segment) {
        super(segment);
        file = SegmentBytes.open(segment);
    }

    @Override
    void rewind() {
        next = 0;
    }

    /** Goes before the document that begins at a position, which somebody has found one at. */
    void seek(final long documentPosition) {
        next = documentPosition;
    }

    @Override
    long seek(final Precedence precedence) {
        return new SegmentSearch(this).seek(precedence);
    }

    @Override
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

    @Override
    void unread() {
        next = position;
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

    /** Copies the file's bytes from a position on. */
    void copy(final long from, final ByteBuffer target) {
        file.copy(from, target);
    }

    /**
     * Whether what was copied looks at an index like a record's document, as cheaply as can be told; {@link #sound} tells
     * the rest when it is read.
     */
    static boolean mayBeginAt(final ByteBuffer copied, final int index) {
        final int word = copied.getInt(index);
        return word >= RecordHeaderDecoder.ENCODED_LENGTH
                && word <= ChronicleJournal.MAX_RECORD_BYTES
                && copied.getInt(index + DOCUMENT_HEADER_BYTES) == word;
    }

    @Override
    long size() {
        return file.size();
    }

    @Override
    int length() {
        return length;
    }

    @Override
    long position() {
        return position;
    }

    /** {@inheritDoc} Its document begins there. */
    @Override
    long nextPosition() {
        return next;
    }

    /** Whether the file holds nothing but zeros from a position on. */
    boolean isBlankFrom(final long from) {
        final ByteBuffer zeros = ByteBuffer.allocateDirect(LOOK_BYTES);
        final ByteBuffer copied = ByteBuffer.allocateDirect(LOOK_BYTES);
        long at = from;
        boolean blank;
        do {
            copy(at, copied.clear());
            at += copied.flip().limit();
            // At once and not byte by byte: most of a file of 80 MiB is looked through at each start.
            blank = copied.mismatch(zeros.limit(copied.limit())) < 0;
        } while (blank && copied.hasRemaining());
        return blank;
    }

    /** Whether another file stands under the file's name by now. */
    boolean isReplaced() {
        return file.isReplaced();
    }

    @Override
    public void close() {
        file.close();
    }
}
