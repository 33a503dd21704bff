package io.sluice.engine.core;

import static org.agrona.BitUtil.CACHE_LINE_LENGTH;

import java.nio.ByteBuffer;
import net.openhft.posix.MAdviseFlag;
import net.openhft.posix.PosixAPI;
import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.agrona.SystemUtil;
import org.agrona.UnsafeApi;

/** Memory outside the heap, zeros at first, from the beginning of a line of the cache on; the collector gives it back. */
final class Memory {
    /** What is large is allocated in pieces of so many bytes at most. */
    static final int PIECE_BYTES = 1 << 28;

    private static final int PAGE_BYTES = 1 << 12;
    private static final int HUGE_PAGE_BYTES = 1 << 21;
    /** Of less, too little lies in whole huge pages. */
    private static final int LARGE_BYTES = 4 * HUGE_PAGE_BYTES;

    private Memory() {}

    /** For what is needed now. */
    static ByteBuffer allocate(final int bytes) {
        return BufferUtil.allocateDirectAligned(bytes, CACHE_LINE_LENGTH);
    }

    /** For what will be needed. It takes longer: what is large lies in huge pages, where the kernel has them for who asks. */
    static ByteBuffer setAside(final int bytes) {
        final ByteBuffer memory = allocate(bytes);
        if (bytes >= LARGE_BYTES && SystemUtil.isLinux()) {
            zeroInHugePages(BufferUtil.address(memory), bytes);
        }
        return memory;
    }

    /**
     * Makes all whole huge pages within a range zeros. Where the JVM has written, the kernel has given small pages; these are
     * given back, and read as zeros until the first look takes another page. Each small page is looked at, in case that there is no
     * huge one: memory that was set aside is there.
     */
    static void zeroInHugePages(final long address, final long bytes) {
        final long first = BitUtil.align(address, HUGE_PAGE_BYTES);
        final long end = (address + bytes) & -HUGE_PAGE_BYTES;
        final PosixAPI posix = PosixAPI.posix();
        posix.madvise(first, end - first, MAdviseFlag.MADV_HUGEPAGE);
        posix.madvise(first, end - first, MAdviseFlag.MADV_DONTNEED);
        for (long page = first; page < end; page += PAGE_BYTES) {
            UnsafeApi.putByte(page, (byte) 0);
        }
    }
}
