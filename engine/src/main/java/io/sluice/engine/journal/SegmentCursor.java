package io.sluice.engine.journal;

import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFault;
import io.sluice.engine.protocol.codec.RecordHeaderDecoder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Walks one file of the journal and takes records out of it, each copied so that nothing of it depends on the file. How they
 * lie there is for the two kinds of file to know. One thread.
 */
abstract sealed class SegmentCursor implements AutoCloseable permits ChronicleCursor, ArchiveCursor {
    /** Tells records that lie before a place from those at or behind it, by number or by time: both ascend. */
    @FunctionalInterface
    interface Precedence {
        /** Whether the record lies before the place. */
        boolean precedes(long sequence, long timeMs);
    }

    /** Holds the record that was read, from 0 on. */
    final UnsafeBuffer buffer = new UnsafeBuffer(new byte[ChronicleJournal.MAX_RECORD_BYTES]);

    private final RecordHeaderDecoder header = new RecordHeaderDecoder();
    private final RecordChain alone = new RecordChain();
    private final Segment segment;

    SegmentCursor(final Segment segment) {
        this.segment = segment;
    }

    /**
     * Opens a file, before its first record.
     *
     * @param sequence  number of a record that is looked for in it, for a fault to name when the file cannot be opened.
     * @throws SegmentGoneException   when it is not there any more.
     * @throws JournalFaultException  when it is an archive and not whole.
     */
    static SegmentCursor open(final Segment segment, final long sequence) {
        return segment.isArchive() ? ArchiveCursor.open(segment, sequence) : new ChronicleCursor(segment);
    }

    /** Goes before the first record. */
    abstract void rewind();

    /** Reads the next record, sound or not; false when there is none for now. */
    abstract boolean read();

    /** Goes back before the record that was read last. */
    abstract void unread();

    /**
     * Goes before the first record that does not precede, or before the first that is not sound, or to the end.
     *
     * @return number of the record before that place, 0 when the place is the file's beginning.
     */
    abstract long seek(Precedence precedence);

    /** Bytes of the file. */
    abstract long size();

    /** Bytes of the record that was read. */
    abstract int length();

    /** Where in the file the record that was read lies: where its document begins, or its block. */
    abstract long position();

    /** Where in the file the record behind that lies, or will. */
    abstract long nextPosition();

    /** The file that is read. */
    final Segment segment() {
        return segment;
    }

    /** Holds the record that was read, from 0 on. */
    final DirectBuffer buffer() {
        return buffer;
    }

    /** Number that the record gives itself; only a sound one means anything. */
    final long sequence() {
        return header.wrap(buffer, 0).sequence();
    }

    /** Time that the record gives itself; only a sound one means anything. */
    final long timeMs() {
        return header.wrap(buffer, 0).timeMs();
    }

    /** Version of the header that the record gives itself; only a sound one means anything. */
    final int formatVersion() {
        return header.wrap(buffer, 0).formatVersion();
    }

    /** Whether the bytes are a record, as far as one can tell without its predecessor. */
    final boolean sound() {
        return beginChain(alone) == RecordFault.NONE;
    }

    /** Begins a chain with the record: who its predecessor was is taken on trust. */
    final RecordFault beginChain(final RecordChain chain) {
        header.wrap(buffer, 0);
        chain.resume(header.sequence() - 1, header.timeMs(), header.previousHash());
        return chain.follow(buffer, 0, length());
    }

    /** A fault of the record that was read. */
    final JournalFaultException fault(final long sequence, final String what) {
        return new JournalFaultException(sequence, what, segment, position());
    }

    /** A fault of the record behind the one that was read. */
    final JournalFaultException faultBehind(final long sequence, final String what) {
        return new JournalFaultException(sequence, what, segment, nextPosition());
    }

    @Override
    public abstract void close();
}
