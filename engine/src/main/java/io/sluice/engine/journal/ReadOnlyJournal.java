package io.sluice.engine.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.function.ToLongFunction;

/**
 * A journal directory opened to be read, by any process, whether or not an engine is writing it. Takes no lock and changes
 * nothing. Any thread.
 */
public final class ReadOnlyJournal implements ReadableJournal {
    private final JournalDirectory directory;
    private final CycleFiles files;

    private ReadOnlyJournal(final JournalDirectory directory) {
        this.directory = directory;
        files = new CycleFiles(directory.journal());
    }

    /**
     * Opens the journal of a data directory.
     *
     * @throws UncheckedIOException when there is none.
     */
    public static ReadOnlyJournal open(final JournalDirectory directory) {
        if (!Files.isDirectory(directory.journal())) {
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
        return new ChronicleJournalReader(directory.journal(), fromSequence);
    }

    @Override
    public long firstSequence() {
        return search(JournalIndex::firstSequence);
    }

    @Override
    public long lastSequence() {
        return search(JournalIndex::lastSequence);
    }

    @Override
    public long sequenceAtOrAfter(final long timeMs) {
        return search(index -> index.sequenceAtOrAfter(timeMs));
    }

    private long search(final ToLongFunction<JournalIndex> question) {
        return JournalIndex.search(files, question);
    }

    /** Nothing is kept open between calls. */
    @Override
    public void close() {}
}
