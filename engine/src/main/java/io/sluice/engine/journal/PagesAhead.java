package io.sluice.engine.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps pages ready ahead of what is appended, in memory and written once. A page that the appending thread is the first to
 * touch comes with all that the disk is set to read ahead, megabytes of zeros, which it waits for; the kernel keeps them as one
 * large folio, of which each force writes the whole for a few records in it. Pages touched here come one by one. They are on
 * the disk with the next force, so that those behind it find blocks that are written already and leave the file system's own
 * journal alone. What is not ready in time is only slower. One thread at a time.
 */
final class PagesAhead implements AutoCloseable {
    /** What the busiest 100 ms have ever appended, several times. */
    private static final long AHEAD_BYTES = 8 << 20;
    /** A multiple of every page size. */
    private static final long PIECE_BYTES = 256 << 10;

    private Path file;
    private DiskBlocks blocks;
    private long readyTo;

    /** Up to where pages are ready. */
    synchronized long readyTo() {
        return readyTo;
    }

    /**
     * Makes pages ready behind a position, as far as the file reaches and has blocks.
     *
     * @param current      the file that is appended to.
     * @param position     where it is appended to next.
     * @param allocatedTo  up to where it has blocks: whoever touches what has none takes some, and nobody would count them.
     */
    synchronized void follow(final Path current, final long position, final long allocatedTo) {
        if (!current.equals(file) && !open(current)) {
            return;
        }
        readyTo = Math.max(readyTo, position / PIECE_BYTES * PIECE_BYTES);
        final long end = Math.min(position + AHEAD_BYTES, Math.min(allocatedTo, length()));
        while (readyTo + PIECE_BYTES <= end && blocks.touch(readyTo, readyTo + PIECE_BYTES)) {
            readyTo += PIECE_BYTES;
        }
    }

    private long length() {
        try {
            return Files.size(file);
        } catch (final IOException notNow) {
            return 0;
        }
    }

    private boolean open(final Path next) {
        close();
        try {
            blocks = DiskBlocks.of(next);
        } catch (final IOException notNow) {
            return false;
        }
        file = next;
        return true;
    }

    @Override
    public synchronized void close() {
        if (blocks != null) {
            blocks.close();
        }
        blocks = null;
        file = null;
        readyTo = 0;
    }
}
