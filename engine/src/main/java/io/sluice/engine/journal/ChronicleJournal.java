package io.sluice.engine.journal;

import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.codec.RecordHeaderDecoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import net.openhft.chronicle.bytes.PointerBytesStore;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;

/**
 * The journal in a Chronicle queue: one document a record, one queue a start, one file a UTC day of core time. The directory
 * is this process's alone until {@link #close()}. Appended to by one thread, forced by one other; everything else by any.
 */
public final class ChronicleJournal implements Journal {
    /** Bytes of the longest record. */
    public static final int MAX_RECORD_BYTES = 32 << 10;

    private static final int NO_CYCLE = -1;

    private final JournalDirectory directory;
    private final Durability durability;
    private final DirectoryLock lock;
    private final ForcedMark mark;
    private final SegmentFiles files;
    private final Path run;
    private final ForcedFile.Opener opener;
    private final SegmentForcer forcer;
    private final SpaceAhead space;
    private final RecordClock clock;
    private final RecordHeaderDecoder header = new RecordHeaderDecoder();
    private final PointerBytesStore document = new PointerBytesStore();
    private final SingleChronicleQueue queue;
    private final ExcerptAppender appender;
    private final long recoveredTimeMs;
    private final long recoveredHash;

    private int cycle = NO_CYCLE;
    /** Written by the appending thread, after the record's cycle has been handed to the forcer. */
    private volatile long lastSequence;

    private volatile Throwable failure;
    private volatile boolean closed;

    private ChronicleJournal(
            final JournalDirectory directory,
            final JournalSettings settings,
            final DirectoryLock lock,
            final ForcedMark mark,
            final SegmentFiles files,
            final RecordChain recovered,
            final RecordClock clock,
            final SingleChronicleQueue queue) {
        this.directory = directory;
        this.lock = lock;
        this.mark = mark;
        this.files = files;
        this.clock = clock;
        this.queue = queue;
        run = queue.file().toPath();
        durability = settings.durability();
        opener = settings.opener();
        forcer = new SegmentForcer(directory, opener);
        space = new SpaceAhead(directory, run, settings.acceptedBytes(), settings.blockBytes());
        appender = queue.createAppender();
        // Made here, used by the core thread.
        appender.singleThreadedCheckDisabled(true);
        recoveredTimeMs = recovered.timeMs();
        recoveredHash = recovered.hash();
        lastSequence = recovered.sequence();
    }

    /**
     * Opens the journal of a data directory to append to it: takes the directory's lock, finds the journal's
     * end, and forces what it has. What is appended goes to a run of its own.
     *
     * @throws IllegalStateException   when another process holds the directory; the message names its process id.
     * @throws JournalFaultException   when a record that was forced is missing or damaged.
     * @throws UncheckedIOException    when the storage fails.
     */
    public static ChronicleJournal open(final JournalDirectory directory, final JournalSettings settings) {
        directory.create();
        final DirectoryLock lock = DirectoryLock.claim(directory);
        ForcedMark mark = null;
        SingleChronicleQueue queue = null;
        ChronicleJournal journal = null;
        try {
            mark = ForcedMark.open(directory.forcedMark());
            final SegmentFiles files = new SegmentFiles(directory.journal());
            final RecordChain recovered =
                    new TailRecovery(files, settings.opener(), mark, newestSnapshot(directory)).recover();
            if (recovered.sequence() == 0) {
                beginMark(directory, mark, settings.opener());
            }
            mark.durability(settings.durability());
            final RecordClock clock = new RecordClock();
            clock.advanceTo(recovered.timeMs());
            SpaceAhead.makeRoom(directory);
            queue = ChronicleQueues.create(files.run(recovered.sequence() + 1), settings.blockBytes(), clock);
            final ChronicleJournal opened =
                    new ChronicleJournal(directory, settings, lock, mark, files, recovered, clock, queue);
            opened.forceRecovered();
            opened.space.open();
            journal = opened;
            return journal;
        } finally {
            if (journal == null) {
                CloseHelper.quietCloseAll(queue, mark, lock);
            }
        }
    }

    private static long newestSnapshot(final JournalDirectory directory) {
        return new SnapshotStore(directory)
                .newest(Long.MAX_VALUE)
                .map(Snapshot::sequence)
                .orElse(0L);
    }

    /** Before the first record is written, so that after a loss of power the mark still says that none was forced. */
    private static void beginMark(
            final JournalDirectory directory, final ForcedMark mark, final ForcedFile.Opener opener) {
        mark.sequence(0);
        try {
            SegmentFiles.force(opener, directory.forcedMark());
            SegmentFiles.force(opener, directory.data());
        } catch (final IOException e) {
            throw new UncheckedIOException("forced mark " + directory.forcedMark(), e);
        }
    }

    /** What a killed process left behind the mark is in the page cache only, and is about to be shown to the world. */
    private void forceRecovered() {
        if (mark.sequence() < lastSequence) {
            unforced().forEach(forcer::onBegun);
        }
        forceToDisk();
    }

    /** The files with the records behind the mark. */
    private List<Segment> unforced() {
        return mark.sequence() == 0
                ? files.all()
                : JournalIndex.search(files, index -> index.from(mark.sequence() + 1));
    }

    /**
     * Returns when every record up to the newest is on the disk, whatever the durability: a snapshot must not be there without
     * the records that it includes. Any thread, until {@link #close()}.
     *
     * @throws UncheckedIOException when the disk failed; what it holds is unknown from then on.
     */
    public void forceForSnapshot() {
        if (durability == Durability.DISK) {
            return;
        }
        try (SegmentForcer own = new SegmentForcer(directory, opener)) {
            unforced().forEach(own::onBegun);
            own.force();
        } catch (final IOException e) {
            throw new UncheckedIOException("journal " + directory.journal() + ": force for a snapshot", e);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @param buffer  off-heap; holds a sealed record whose number is the next and whose time does not go back.
     * @throws IllegalArgumentException when it does not; nothing has happened then.
     */
    @Override
    public void append(final DirectBuffer buffer, final int offset, final int length) {
        checkUsable();
        header.wrap(buffer, offset);
        checkNext(buffer, length);
        try {
            clock.advanceTo(header.timeMs());
            document.set(buffer.addressOffset() + offset, length);
            space.beforeAppend(queue.cycle());
            appender.writeBytes(document);
            space.onAppended(appender.wire().bytes().writePosition());
            beginCycle(appender.cycle());
        } catch (final RuntimeException | InternalError e) {
            // A write into a mapping that the disk cannot back is an InternalError.
            throw fail("append of record " + header.sequence(), e);
        }
        lastSequence = header.sequence();
    }

    private void checkNext(final DirectBuffer buffer, final int length) {
        if (buffer.byteArray() != null) {
            throw new IllegalArgumentException("buffer is on the heap");
        }
        if (length > MAX_RECORD_BYTES) {
            throw new IllegalArgumentException("length=" + length + " is above " + MAX_RECORD_BYTES);
        }
        if (header.sequence() != lastSequence + 1) {
            throw new IllegalArgumentException("sequence=" + header.sequence() + " does not follow " + lastSequence);
        }
    }

    private void beginCycle(final int appended) {
        if (appended != cycle) {
            cycle = appended;
            forcer.onBegun(files.segment(run, appended));
        }
    }

    @Override
    public void force() {
        checkUsable();
        if (durability == Durability.DISK) {
            forceToDisk();
        }
    }

    private void forceToDisk() {
        // Read before the forcer looks for new cycles, so that it knows those of every record up to this one.
        final long sequence = lastSequence;
        if (sequence == mark.sequence()) {
            return;
        }
        try {
            forcer.force();
        } catch (final IOException e) {
            throw fail("force of record " + sequence, e);
        }
        mark.sequence(sequence);
    }

    private UncheckedIOException fail(final String what, final Throwable cause) {
        failure = cause;
        final IOException fault = cause instanceof IOException io ? io : new IOException(cause);
        return new UncheckedIOException("journal " + directory.journal() + ": " + what, fault);
    }

    private void checkUsable() {
        if (failure != null) {
            throw new UncheckedIOException(
                    "journal " + directory.journal() + " has failed before", new IOException(failure));
        }
        if (closed) {
            throw new IllegalStateException("journal " + directory.journal() + " is closed");
        }
    }

    @Override
    public Durability durability() {
        return durability;
    }

    @Override
    public JournalReader reader(final long fromSequence) {
        return new JournalFileReader(files, fromSequence);
    }

    @Override
    public long firstSequence() {
        // Looked for each time: what is pruned meanwhile is pruned by another process.
        final long first = JournalIndex.search(files, JournalIndex::firstSequence);
        return first > 0 ? first : Math.min(1, lastSequence);
    }

    @Override
    public long lastSequence() {
        return lastSequence;
    }

    @Override
    public long sequenceAtOrAfter(final long timeMs) {
        return JournalIndex.search(files, index -> index.sequenceAtOrAfter(timeMs));
    }

    /** The data directory. */
    Path dataDirectory() {
        return directory.data();
    }

    /** The space set aside for what is appended next. */
    SpaceAhead space() {
        return space;
    }

    /** Core time of the last record there was when the journal was opened, epoch ms; 0 when there was none. */
    public long recoveredTimeMs() {
        return recoveredTimeMs;
    }

    /** {@link io.sluice.engine.protocol.RecordHash} of that record; 0 when there was none. */
    public long recoveredHash() {
        return recoveredHash;
    }

    /**
     * Forces what there is, whatever the durability, unless the journal has failed, and gives the directory back. To be
     * called when the appending and the forcing thread have stopped.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        try {
            if (failure == null) {
                forceToDisk();
            }
        } finally {
            closed = true;
            CloseHelper.quietCloseAll(appender, queue, space, forcer, mark, lock);
        }
    }
}
