package io.sluice.engine.journal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Watches the free space of the journal's disk. A mapped file that grows on a full disk kills the process, so commands
 * are refused while there is still room: below the watermark, and at the latest when what is set aside is no more than
 * the commands that were accepted can need. Any thread.
 */
public final class StorageWatch {
    /** 512 MiB. */
    public static final long DEFAULT_LOW_SPACE_BYTES = 512L << 20;
    /** How often the disk is looked at, at most. */
    public static final long INTERVAL_NS = TimeUnit.MILLISECONDS.toNanos(100);

    /** Space has to grow by this part of the watermark above it before it is enough again. */
    private static final int MARGIN_DIVISOR = 16;

    private final LongSupplier usableBytes;
    private final Reserve reserve;
    private final long lowSpaceBytes;
    private final long enoughSpaceBytes;
    private final AtomicLong nextNs;
    private volatile long freeBytes;
    private volatile boolean low;

    /**
     * Looks at the disk for the first time.
     *
     * @param usableBytes    asks the disk for its free bytes, 0 when it cannot tell, as {@link java.io.File#getUsableSpace()}.
     * @param lowSpaceBytes  below this, space is low; at least the journal's block size, for a block is what a file grows by.
     * @param blockBytes     the journal's block size.
     * @param nowNs          {@link System#nanoTime()}.
     */
    public StorageWatch(
            final LongSupplier usableBytes, final long lowSpaceBytes, final int blockBytes, final long nowNs) {
        this(Reserve.NONE, usableBytes, lowSpaceBytes, blockBytes, nowNs);
    }

    StorageWatch(
            final Reserve reserve,
            final LongSupplier usableBytes,
            final long lowSpaceBytes,
            final int blockBytes,
            final long nowNs) {
        if (lowSpaceBytes < blockBytes) {
            throw new IllegalArgumentException("lowSpaceBytes=" + lowSpaceBytes + " is below blockBytes=" + blockBytes);
        }
        this.reserve = reserve;
        this.usableBytes = usableBytes;
        this.lowSpaceBytes = lowSpaceBytes;
        enoughSpaceBytes = lowSpaceBytes + lowSpaceBytes / MARGIN_DIVISOR;
        nextNs = new AtomicLong(nowNs);
        poll(nowNs);
    }

    /** Watches the disk that a journal lies on, and what is set aside for it there. */
    public static StorageWatch of(
            final ChronicleJournal journal, final long lowSpaceBytes, final int blockBytes, final long nowNs) {
        return new StorageWatch(
                journal.space(), journal.dataDirectory().toFile()::getUsableSpace, lowSpaceBytes, blockBytes, nowNs);
    }

    /** Looks at the disk, and has space set aside, if it is time to. Space that is made is seen only by this, so it has to go on while low. */
    public void poll(final long nowNs) {
        final long dueNs = nextNs.get();
        if (nowNs - dueNs >= 0 && nextNs.compareAndSet(dueNs, nowNs + INTERVAL_NS)) {
            freeBytes = usableBytes.getAsLong();
            low = freeBytes < (low ? enoughSpaceBytes : lowSpaceBytes);
            reserve.poll();
        }
    }

    /** Whether {@code bytes} more could be written and the disk would still not be low. Asks the disk. */
    public boolean hasRoomFor(final long bytes) {
        return usableBytes.getAsLong() - enoughSpaceBytes > bytes;
    }

    /** Free bytes of the disk as of the last look at it. */
    public long freeBytes() {
        return freeBytes;
    }

    /** The watermark: with fewer free bytes nothing is taken. */
    public long lowSpaceBytes() {
        return lowSpaceBytes;
    }

    /** Whether the disk is too full to take more. */
    public boolean low() {
        return low || reserve.isShort();
    }

    /** Space on the disk that is the journal's already. */
    interface Reserve {
        /** None, which is never too little. */
        Reserve NONE = new Reserve() {
            @Override
            public boolean isShort() {
                return false;
            }

            @Override
            public void poll() {
                // There is nothing to be made.
            }
        };

        /** Whether what was accepted may need all there is. Any thread. */
        boolean isShort();

        /** Tries to have enough, if there is not. Any thread. */
        void poll();
    }
}
