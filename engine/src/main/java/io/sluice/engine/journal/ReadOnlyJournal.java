package io.sluice.engine.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A journal directory opened to be read, by any process, whether or not an engine is writing it. Takes no lock and changes
 * nothing. Any thread.
 */
public final class ReadOnlyJournal implements ReadableJournal {
    private final JournalDirectory directory;
    private final SegmentFiles files;

    private ReadOnlyJournal(final JournalDirectory directory) {
        this.directory = directory;
        files = new SegmentFiles(directory.journal());
    }

    /**
     * Opens the journal of a data directory.
     *
     * @throws UncheckedIOException when there is none.
     */
    public static ReadOnlyJournal open(final JournalDirectory directory) {
        final SegmentFiles files = new SegmentFiles(directory.journal());
        if (files.runs().isEmpty() && files.all().isEmpty()) {
            throw new UncheckedIOException(new IOException("no journal in " + directory.journal()));
        }
        return new ReadOnlyJournal(directory);
    }

    /** Number of the newest record known to be forced to the disk; the journal is damaged when it ends before it. */
    public long forcedSequence() {
        return ForcedMark.read(directory.forcedMark());
    }

    /**
     * {@inheritDoc}
     *
     * <p>Until its first record is read, its hash is that of the record before, or of the first one itself where the
     * journal begins with it.
     */
    @Override
    public JournalReader reader(final long fromSequence) {
        return new JournalFileReader(files, fromSequence);
    }

    @Override
    public long firstSequence() {
        return JournalIndex.search(files, JournalIndex::firstSequence);
    }

    /**
     * {@inheritDoc}
     *
     * <p>At least the one the mark vouches for, though it be lost: whoever then reads up to it misses it.
     */
    @Override
    public long lastSequence() {
        // The mark first: it may move meanwhile, and the records up to it are there before it does.
        return Math.max(forcedSequence(), lastFound());
    }

    /** Number of the newest record that is there. */
    long lastFound() {
        return JournalIndex.search(files, JournalIndex::lastSequence);
    }

    @Override
    public long sequenceAtOrAfter(final long timeMs) {
        return JournalIndex.search(files, index -> index.sequenceAtOrAfter(timeMs));
    }

    /**
     * A fault with the place of its record: a decision that comes out otherwise is found by whoever decides it again, and
     * not where it lies. One whose place is known, or whose record cannot be found, stays as it is.
     */
    public JournalFaultException located(final JournalFaultException fault) {
        if (fault.position() != JournalFaultException.NO_POSITION) {
            return fault;
        }
        try (SegmentCursor cursor = JournalIndex.search(files, index -> index.read(fault.sequence()))) {
            return cursor == null ? fault : cursor.fault(fault.sequence(), fault.reason());
        } catch (final JournalFaultException onTheWay) {
            return fault;
        }
    }

    /** The journal's files, oldest first. */
    public List<JournalSegment> segments() {
        return JournalIndex.search(files, JournalIndex::describe);
    }

    /** The snapshots beside the journal. */
    public SnapshotStore snapshots() {
        return new SnapshotStore(directory);
    }

    /** Nothing is kept open between calls. */
    @Override
    public void close() {}
}
