package io.sluice.engine.journal;

import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFault;
import io.sluice.engine.protocol.RecordFlyweight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads a journal's files, of which it changes nothing, and checks each record against the one before. Records appear as
 * soon as they are appended, before they are forced. One thread.
 */
final class JournalFileReader implements JournalReader {
    private final RecordChain chain = new RecordChain();
    private final RecordFlyweight record = new RecordFlyweight();
    private final SegmentFiles files;

    /** In the file that was reached; null until there is one. */
    private SegmentCursor cursor;
    /** The first record was read while the reader was positioned, and is still to be given out. */
    private boolean firstHeld;

    /**
     * Opens the files.
     *
     * @throws IllegalArgumentException when {@code fromSequence} is neither that of a record nor the next one.
     */
    JournalFileReader(final SegmentFiles files, final long fromSequence) {
        this.files = files;
        boolean positioned = false;
        try (JournalIndex index = new JournalIndex(files)) {
            position(index, fromSequence);
            positioned = true;
        } finally {
            if (!positioned) {
                close();
            }
        }
    }

    private void position(final JournalIndex index, final long fromSequence) {
        final long firstSequence = Math.max(1, index.firstSequence());
        if (fromSequence < firstSequence) {
            throw outOfRange(fromSequence);
        }
        if (fromSequence == 1) {
            return;
        }
        // The predecessor is read first, so that the first record can be checked against it.
        final long anchor = Math.max(firstSequence, fromSequence - 1);
        cursor = index.read(anchor);
        if (cursor == null) {
            throw notFound(index, anchor, fromSequence);
        }
        check(cursor.beginChain(chain), anchor);
        firstHeld = anchor == fromSequence;
    }

    /** A record that should be there is another thing than one that nobody has appended. */
    private static RuntimeException notFound(final JournalIndex index, final long anchor, final long fromSequence) {
        return anchor <= index.lastSequence()
                ? new JournalFaultException(anchor, "cannot be found")
                : outOfRange(fromSequence);
    }

    private static IllegalArgumentException outOfRange(final long fromSequence) {
        return new IllegalArgumentException("fromSequence=" + fromSequence + " is not in the journal");
    }

    @Override
    public RecordFlyweight next() {
        if (firstHeld) {
            firstHeld = false;
            return record.wrap(cursor.buffer(), 0);
        }
        try {
            return follow();
        } catch (final InternalError e) {
            // What a mapping throws when the disk cannot give its bytes.
            throw new JournalFaultException(chain.sequence() + 1, "unreadable: " + e, e);
        }
    }

    private RecordFlyweight follow() {
        if (cursor == null && !enter(firstSegment())) {
            return null;
        }
        while (!cursor.read()) {
            if (!moveOn()) {
                return null;
            }
        }
        final RecordFault fault = chain.follow(cursor.buffer(), 0, cursor.length());
        if (fault == RecordFault.NONE) {
            return record.wrap(cursor.buffer(), 0);
        }
        return followTorn(fault);
    }

    /** What stands here may have been torn; the start that found it so has begun a run with its number, or will. */
    private RecordFlyweight followTorn(final RecordFault fault) {
        final Path run = files.run(chain.sequence() + 1);
        if (cursor.segment().run().equals(run) || !Files.isDirectory(run)) {
            throw cursor.fault(chain.sequence() + 1, fault.sentence());
        }
        if (enter(files.firstOfRun(chain.sequence() + 1))) {
            return follow();
        }
        cursor.seek(cursor.position());
        return null;
    }

    private Segment firstSegment() {
        final List<Segment> all = files.all();
        return all.isEmpty() ? null : all.get(0);
    }

    /**
     * Goes from the end of a file to the next: to that of the start that came after this one, or of the day after this one.
     * False when there is none, or when records have come to stand at the end meanwhile.
     */
    private boolean moveOn() {
        final Segment nextRun = files.firstOfRun(chain.sequence() + 1);
        final boolean newer =
                nextRun != null && !nextRun.run().equals(cursor.segment().run());
        final Segment next = newer ? nextRun : files.after(cursor.segment());
        // Once there is a next file nobody appends to this one, so what it holds now is all it will hold.
        return next != null && (hasMore() || enter(next));
    }

    private boolean hasMore() {
        final long position = cursor.nextPosition();
        final boolean more = cursor.read();
        cursor.seek(position);
        return more;
    }

    private boolean enter(final Segment segment) {
        if (segment == null || segment.equals(segment())) {
            return false;
        }
        final SegmentCursor entered = new SegmentCursor(segment);
        close();
        cursor = entered;
        return true;
    }

    private void check(final RecordFault fault, final long sequence) {
        if (fault != RecordFault.NONE) {
            throw cursor.fault(sequence, fault.sentence());
        }
    }

    @Override
    public long hash() {
        return chain.hash();
    }

    /** The chain up to the last sound record that was read. */
    RecordChain chain() {
        return chain;
    }

    /** The file in which the next record is looked for, null when there is none yet. */
    Segment segment() {
        return cursor == null ? null : cursor.segment();
    }

    @Override
    public void close() {
        if (cursor != null) {
            cursor.close();
            cursor = null;
        }
    }
}
