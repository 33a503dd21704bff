package io.sluice.engine.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.openhft.posix.MAdviseFlag;
import net.openhft.posix.MMapFlag;
import net.openhft.posix.MMapProt;
import net.openhft.posix.OpenFlag;
import net.openhft.posix.PosixAPI;
import net.openhft.posix.PosixRuntimeException;

/**
 * The disk blocks of a file, apart from its length and its content: sets blocks aside before anything is written, so that a
 * write into a mapping of the file never has to ask a full disk for one. One thread at a time.
 */
final class DiskBlocks implements AutoCloseable {
    private static final int CREATE = 0x40;
    private static final int OWNER_WRITES = 0644;
    /** The length stays, and readers see nothing of it. */
    private static final int KEEP_SIZE = 1;

    private static final int KEEP_SIZE_PUNCH_HOLE = 3;

    /** Since Linux 5.14. */
    private static final int POPULATE_WRITE = 23;

    private static final int EINTR = 4;
    private static final int ENOSPC = 28;
    private static final int EDQUOT = 122;

    private final PosixAPI posix;
    private final Path file;
    private final int descriptor;

    private DiskBlocks(final PosixAPI posix, final Path file, final int descriptor) {
        this.posix = posix;
        this.file = file;
        this.descriptor = descriptor;
    }

    /** Of a file, which is made, empty, when it is not there. */
    static DiskBlocks of(final Path file) throws IOException {
        final PosixAPI posix = PosixAPI.posix();
        final int descriptor = posix.open(file.toString(), OpenFlag.O_RDWR.value() | CREATE, OWNER_WRITES);
        if (descriptor < 0) {
            throw new IOException(file + ": " + posix.lastErrorStr());
        }
        return new DiskBlocks(posix, file, descriptor);
    }

    /**
     * Sets blocks aside; where the file has some already they stay as they are.
     *
     * @return whether the disk had enough; if not, some of them may have been set aside.
     * @throws IOException when the file system does not do this, or fails.
     */
    boolean allocate(final long from, final long to) throws IOException {
        return ask(KEEP_SIZE, from, to - from);
    }

    /** Gives the blocks of a range back to the disk; the range reads as zeros. */
    void release(final long from, final long to) throws IOException {
        ask(KEEP_SIZE_PUNCH_HOLE, from, to - from);
    }

    /** Gives all blocks behind a position back, of a file that nobody appends to any more; its length stays. */
    void releaseBehind(final long position) throws IOException {
        final long length = Files.size(file);
        if (length > position) {
            release(position, length);
        }
        // Those beyond its length are no range of it: it is cut where it ends.
        if (posix.ftruncate(descriptor, length) != 0) {
            throw new IOException(file + ": ftruncate: " + posix.lastErrorStr());
        }
    }

    /**
     * Has the pages of a range in memory, one by one, and marks them written. It changes no byte: who writes there meanwhile
     * loses nothing.
     *
     * @param from  a multiple of the page size, as is the length.
     * @return false when the file does not reach so far, or the system does not do this.
     */
    boolean touch(final long from, final long to) {
        final long length = to - from;
        final long address;
        try {
            address = posix.mmap(0, length, MMapProt.PROT_READ_WRITE, MMapFlag.SHARED, descriptor, from);
        } catch (final PosixRuntimeException refused) {
            return false;
        }
        try {
            return posix.madvise(address, length, MAdviseFlag.MADV_RANDOM) == 0
                    && posix.madvise(address, length, POPULATE_WRITE) == 0;
        } finally {
            posix.munmap(address, length);
        }
    }

    private boolean ask(final int mode, final long from, final long length) throws IOException {
        while (posix.fallocate(descriptor, mode, from, length) != 0) {
            final int error = posix.lastError();
            if (error == ENOSPC || error == EDQUOT) {
                return false;
            }
            if (error != EINTR) {
                throw new IOException(file + ": fallocate: " + posix.lastErrorStr());
            }
        }
        return true;
    }

    @Override
    public void close() {
        posix.close(descriptor);
    }
}
