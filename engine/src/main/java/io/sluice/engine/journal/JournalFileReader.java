package io.sluice.engine.journal;

import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFault;
import io.sluice.engine.protocol.RecordFlyweight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

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
        cursor = JournalIndex.search(files, index -> position(index, fromSequence));
    }

    /**
     * A cursor that has read the record before the first to be read, so that this one can be checked against it, or where the
     * journal begins with it the first itself; null to begin with the first file. Where the journal begins is asked last: its
     * oldest file may be damaged, and is of no interest to whoever reads behind it.
     */
    private SegmentCursor position(final JournalIndex index, final long fromSequence) {
        final SegmentCursor predecessor = fromSequence > 1 ? index.read(fromSequence - 1) : null;
        final SegmentCursor found = predecessor == null ? beginning(index, fromSequence) : predecessor;
        if (found != null) {
            final RecordFault fault = found.beginChain(chain);
            if (fault != RecordFault.NONE) {
                found.close();
                throw found.fault(predecessor == null ? fromSequence : fromSequence - 1, fault.sentence());
            }
            firstHeld = predecessor == null;
        }
        return found;
    }

    private static SegmentCursor beginning(final JournalIndex index, final long fromSequence) {
        final long firstSequence = Math.max(1, index.firstSequence());
        if (fromSequence < firstSequence) {
            throw new IllegalArgumentException(
                    "fromSequence=" + fromSequence + ": the journal begins at " + firstSequence);
        }
        if (fromSequence == 1) {
            return null;
        }
        final SegmentCursor found = fromSequence == firstSequence ? index.read(fromSequence) : null;
        if (found == null) {
            throw notFound(index, Math.max(firstSequence, fromSequence - 1), fromSequence);
        }
        return found;
    }

    /** A record that should be there is another thing than one that nobody has appended. */
    private static RuntimeException notFound(final JournalIndex index, final long anchor, final long fromSequence) {
        final long last = index.lastSequence();
        return anchor <= last
                ? new JournalFaultException(anchor, "cannot be found")
                : new IllegalArgumentException("fromSequence=" + fromSequence + ": the journal ends at " + last);
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
        if (cursor == null && !enter(this::firstSegment)) {
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
        if (enter(this::nextRun)) {
            return follow();
        }
        cursor.unread();
        return null;
    }

    private Segment firstSegment() {
        final List<Segment> all = files.all();
        return all.isEmpty() ? null : all.get(0);
    }

    private Segment nextRun() {
        return files.firstOfRun(chain.sequence() + 1);
    }

    /**
     * Goes from the end of a file to the next: to that of the start that came after this one, or of the day after this one.
     * False when there is none, or when records have come to stand at the end meanwhile.
     */
    private boolean moveOn() {
        refusePruned();
        if (isMadeAnew()) {
            return enterAnew();
        }
        // Once there is a next file nobody appends to this one, so what it holds now is all it will hold.
        return nextSegment() != null && (hasMore() || enter(this::nextSegment));
    }

    /** A start that finds a run without a record makes it anew, with the same number and hence the same name. */
    private boolean isMadeAnew() {
        return cursor instanceof final ChronicleCursor chronicle
                && files.run(chain.sequence() + 1).equals(cursor.segment().run())
                && chronicle.isReplaced();
    }

    private boolean enterAnew() {
        final SegmentCursor left = cursor;
        cursor = null;
        try {
            enter(this::nextRun);
        } finally {
            if (cursor == null) {
                cursor = left;
            }
        }
        if (cursor == left) {
            return false;
        }
        left.close();
        return true;
    }

    private Segment nextSegment() {
        final Segment nextRun = nextRun();
        final boolean newer =
                nextRun != null && !nextRun.run().equals(cursor.segment().run());
        return newer ? nextRun : files.after(cursor.segment());
    }

    /** The newest file is never pruned: once this one is, those behind it may be as well, and to wait would be for ever. */
    private void refusePruned() {
        if (files.in(cursor.segment().run()).stream().noneMatch(cursor.segment()::isSameAs)) {
            final long first = JournalIndex.search(files, JournalIndex::firstSequence);
            if (first > chain.sequence() + 1) {
                throw new JournalFaultException(
                        chain.sequence() + 1,
                        "has been pruned while it was read up to: the journal begins at " + first);
            }
        }
    }

    private boolean hasMore() {
        final boolean more = cursor.read();
        if (more) {
            cursor.unread();
        }
        return more;
    }

    /** Opens the file that is chosen, unless it is the one that is open; chooses again when it has gone meanwhile. */
    private boolean enter(final Supplier<Segment> choice) {
        Segment chosen = choice.get();
        while (chosen != null && !chosen.isSameAs(segment())) {
            try {
                final SegmentCursor entered = SegmentCursor.open(chosen, chain.sequence() + 1);
                close();
                cursor = entered;
                return true;
            } catch (final SegmentGoneException gone) {
                final Segment again = choice.get();
                if (chosen.equals(again)) {
                    throw gone;
                }
                chosen = again;
            }
        }
        return false;
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

    /** In that file; good until the next record is read. */
    SegmentCursor cursor() {
        return cursor;
    }

    @Override
    public void close() {
        if (cursor != null) {
            cursor.close();
            cursor = null;
        }
    }
}
