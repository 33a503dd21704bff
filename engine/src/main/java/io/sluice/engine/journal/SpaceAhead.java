package io.sluice.engine.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps disk blocks set aside for what is appended next: ahead of the last record in its cycle file, and in a spare file that
 * becomes the next cycle's. As long as there is more of both than what was accepted can need, no append can hit a full disk,
 * whoever filled it and however fast; when there is not, {@link #isShort} says so and nothing more is to be accepted.
 *
 * <p>Where the file system cannot set blocks aside it is never short, and only the watermark of {@link StorageWatch} guards.
 */
final class SpaceAhead implements StorageWatch.Reserve, AutoCloseable {
    /** More than Chronicle's own header and indexes of a file, and all that it adds between the records of a few blocks. */
    static final long INDEX_BYTES = 1 << 20;

    private static final int MAX_STEP_BYTES = 8 << 20;
    private static final int NO_CYCLE = -1;
    /** Of no file: enough for everything. */
    private static final long ENDLESS = Long.MAX_VALUE / 2;

    private static final Logger LOGGER = LoggerFactory.getLogger(SpaceAhead.class);

    private final SegmentFiles files;
    private final Path run;
    private final Path spare;
    private final long neededBytes;
    private final long stepBytes;

    private final PagesAhead pages = new PagesAhead();
    private DiskBlocks blocks;
    private int cycle = NO_CYCLE;
    private volatile long position;
    private volatile long allocatedTo = ENDLESS;
    private volatile boolean hasSpare;
    /** The disk had no more when it was last asked; asked again by {@link #poll} only, for asking a full disk takes time. */
    private volatile boolean refused;

    private volatile boolean supported = true;

    /**
     * Space for a journal.
     *
     * @param run            where the files will be.
     * @param acceptedBytes  bytes of records that can be accepted at once and not appended yet.
     * @param blockBytes     the journal's block size.
     */
    SpaceAhead(final JournalDirectory directory, final Path run, final long acceptedBytes, final int blockBytes) {
        files = new SegmentFiles(directory.journal());
        this.run = run;
        spare = directory.spare();
        neededBytes = acceptedBytes + INDEX_BYTES;
        stepBytes = Math.min(blockBytes, MAX_STEP_BYTES);
    }

    /**
     * Makes sure that a run can be begun: gives back the spare of a process that was killed, and refuses when that is not
     * enough for Chronicle's table, which is written through a mapping.
     *
     * @throws UncheckedIOException when the disk is full.
     */
    static void makeRoom(final JournalDirectory directory) {
        try {
            Files.deleteIfExists(directory.spare());
        } catch (final IOException e) {
            throw new UncheckedIOException("data directory " + directory.data(), e);
        }
        final long usableBytes = directory.data().toFile().getUsableSpace();
        if (usableBytes < INDEX_BYTES) {
            throw new UncheckedIOException(new IOException("the disk of " + directory.data() + " is full: "
                    + usableBytes + " bytes are free, and a start needs " + INDEX_BYTES));
        }
    }

    /** Makes the spare, which becomes the run's first file. */
    synchronized void open() {
        try {
            holdMetadata();
            grow();
        } catch (final IOException e) {
            giveUp(e);
        }
    }

    /** Chronicle's table of files is small, mapped, and full of holes. */
    private void holdMetadata() throws IOException {
        final Path metadata = run.resolve(SingleChronicleQueue.QUEUE_METADATA_FILE);
        try (DiskBlocks table = DiskBlocks.of(metadata)) {
            allocate(table, 0, Files.size(metadata));
        }
    }

    /** To be called before the first record of another cycle is appended: its file is there then, and has its blocks. */
    void beforeAppend(final int toCycle) {
        if (toCycle != cycle) {
            roll(toCycle);
        }
    }

    private synchronized void roll(final int toCycle) {
        if (!supported) {
            cycle = toCycle;
            return;
        }
        try {
            leave();
            final Path file = files.segment(run, toCycle).file();
            final boolean spared = hasSpare && !Files.exists(file);
            if (spared) {
                Files.move(spare, file, StandardCopyOption.ATOMIC_MOVE);
                hasSpare = false;
            }
            enter(toCycle, spared ? spareBytes() : 0);
        } catch (final IOException e) {
            giveUp(e);
        }
    }

    /** A record was appended, and Chronicle will go on at this position of the cycle's file. Appending thread only. */
    void onAppended(final long nextPosition) {
        position = nextPosition;
        if (supported && !refused && !isAmple()) {
            makeAmple();
        }
    }

    @Override
    public void poll() {
        makeAmple();
        final Path file = begunFile();
        if (file != null) {
            // Not under the lock, which the appending thread may want.
            pages.follow(file, position, allocatedTo);
        }
    }

    /** The file with blocks set aside that is appended to; null when there is none. */
    private synchronized Path begunFile() {
        return supported && cycle != NO_CYCLE ? files.segment(run, cycle).file() : null;
    }

    private synchronized void makeAmple() {
        if (supported && !isAmple()) {
            try {
                grow();
            } catch (final IOException e) {
                giveUp(e);
            }
        }
    }

    @Override
    public boolean isShort() {
        // In this order: the position of a new file is written before how far it has blocks.
        final long aheadBytes = allocatedTo - position;
        return supported && (aheadBytes < neededBytes || (refused && !hasSpare));
    }

    private boolean isAmple() {
        return hasSpare && allocatedTo - position >= neededBytes + stepBytes;
    }

    private void grow() throws IOException {
        if (allocatedTo - position < neededBytes + stepBytes) {
            final long to = position + neededBytes + 2 * stepBytes;
            if (allocate(blocks, allocatedTo, to)) {
                allocatedTo = to;
            }
        }
        if (!hasSpare) {
            makeSpare();
        }
        refused = !isAmple();
    }

    private void makeSpare() throws IOException {
        try (DiskBlocks made = DiskBlocks.of(spare)) {
            hasSpare = allocate(made, 0, spareBytes());
        }
    }

    private long spareBytes() {
        return neededBytes + 2 * stepBytes;
    }

    /** Asked for first: some file systems hand out the rest when there is less than was asked for. */
    private boolean allocate(final DiskBlocks file, final long from, final long to) throws IOException {
        return files.directory().toFile().getUsableSpace() >= to - from && file.allocate(from, to);
    }

    private void enter(final int newCycle, final long newAllocatedTo) throws IOException {
        blocks = DiskBlocks.of(files.segment(run, newCycle).file());
        cycle = newCycle;
        position = 0;
        allocatedTo = newAllocatedTo;
    }

    /** Gives back what was set aside and is not needed any more; Chronicle still marks the end behind the last record. */
    private void leave() throws IOException {
        if (blocks == null) {
            return;
        }
        try (DiskBlocks left = blocks) {
            blocks = null;
            final long unused = position + INDEX_BYTES;
            if (allocatedTo > unused) {
                left.release(unused, allocatedTo);
            }
        }
    }

    private void giveUp(final IOException cause) {
        supported = false;
        LOGGER.warn(
                "no space can be set aside for the journal; only lowSpaceBytes guards it against a full disk", cause);
    }

    /** Gives the space back. */
    @Override
    public synchronized void close() {
        pages.close();
        try {
            leave();
            Files.deleteIfExists(spare);
        } catch (final IOException e) {
            throw new UncheckedIOException("space of journal " + files.directory(), e);
        }
    }
}
