package io.sluice.engine.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A journal directory opened to be read, by any process, whether or not an engine is writing it. Takes no lock and changes
 * nothing. Any thread.
 */
public final class ReadOnlyJournal implements ReadableJournal {
    private final JournalDirectory directory;
    private final SegmentFiles files;
    private final boolean marked;

    private ReadOnlyJournal(final JournalDirectory directory, final boolean marked) {
        this.directory = directory;
        this.marked = marked;
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
        return new ReadOnlyJournal(directory, true);
    }

    /** The same journal as if there were no mark: where that is damaged, the records may be read all the same. */
    public ReadOnlyJournal withoutMark() {
        return new ReadOnlyJournal(directory, false);
    }

    /**
     * Number of the newest record known to be forced to the disk; the journal is damaged when it ends before it.
     *
     * @throws JournalFaultException when the mark is damaged.
     */
    public long forcedSequence() {
        return marked ? ForcedMark.read(directory.forcedMark()) : 0;
    }

    /** What is wrong with the mark that tells it; null when nothing is. */
    public JournalFaultException markFault() {
        try {
            forcedSequence();
            return null;
        } catch (final JournalFaultException damaged) {
            return damaged;
        }
    }

    /** How durable the engine is that writes here, or wrote last; null when its mark does not tell, as older ones do not. */
    public Durability durability() {
        return ForcedMark.readDurability(directory.forcedMark());
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
        return Math.min(endOfCut(), JournalIndex.search(files, JournalIndex::lastSequence));
    }

    /**
     * Where the newest start cut the journal, as long as it has no file: what stands behind that was torn. Above all numbers
     * when it has one, for the index then knows.
     */
    private long endOfCut() {
        final List<Path> runs = files.runs();
        if (runs.isEmpty()) {
            return Long.MAX_VALUE;
        }
        final Path newest = runs.get(runs.size() - 1);
        return files.in(newest).isEmpty() ? files.firstSequence(newest) - 1 : Long.MAX_VALUE;
    }

    @Override
    public long sequenceAtOrAfter(final long timeMs) {
        return JournalIndex.search(files, index -> index.sequenceAtOrAfter(timeMs));
    }

    /**
     * A fault with the place of its record: a decision that comes out otherwise is found by whoever decides it again, and
     * not where it lies. A record that cannot be found would begin behind its predecessor. A fault whose place is known
     * stays as it is, and so does one whose record's predecessor cannot be found either.
     */
    public JournalFaultException located(final JournalFaultException fault) {
        if (fault.position() != JournalFaultException.NO_POSITION) {
            return fault;
        }
        try (SegmentCursor cursor = find(fault.sequence())) {
            if (cursor != null) {
                return cursor.fault(fault.sequence(), fault.reason());
            }
        }
        try (SegmentCursor before = find(fault.sequence() - 1)) {
            return before == null ? fault : before.faultBehind(fault.sequence(), fault.reason());
        }
    }

    /** A cursor that has read a record; null when it is not there, or damaged, or what lies on the way to it is. */
    private SegmentCursor find(final long sequence) {
        try {
            return JournalIndex.search(files, index -> index.read(sequence));
        } catch (final JournalFaultException onTheWay) {
            return null;
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
