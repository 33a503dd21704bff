package io.sluice.engine.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.openhft.chronicle.core.time.TimeProvider;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.queue.impl.single.TableStoreWriteLock;
import net.openhft.chronicle.threads.Pauser;

/** Opens Chronicle queues, with what Chronicle does on its own account turned off before its first class is loaded. */
final class ChronicleQueues {
    /** How long Chronicle waits for a file somebody else has begun; its locks are never waited for. */
    private static final long TIMEOUT_MS = 500;

    static {
        System.setProperty("chronicle.analytics.disable", "true");
        System.setProperty("chronicle.announcer.disable", "true");
        // StorageWatch looks at the disk, and does something about it.
        System.setProperty("chronicle.disk.monitor.disable", "true");
    }

    private ChronicleQueues() {}

    /**
     * Opens a queue that is appended to. The caller holds the directory's lock, so whoever holds Chronicle's own lock is
     * dead, and it is taken away; Chronicle would only ask whether some process has that number today.
     */
    static SingleChronicleQueue openForWriting(final Path directory, final int blockBytes, final TimeProvider clock) {
        final SingleChronicleQueue queue =
                builder(directory).blockSize(blockBytes).timeProvider(clock).build();
        try (TableStoreWriteLock lock = new TableStoreWriteLock(queue.metaStore(), Pauser::balanced, TIMEOUT_MS)) {
            lock.forceUnlock();
        }
        return queue;
    }

    /**
     * Opens a queue without changing a byte of it; its writer may be running, in this process or another.
     *
     * @throws UncheckedIOException when there is no journal in the directory.
     */
    static SingleChronicleQueue openForReading(final Path directory) {
        final Path metadata = directory.resolve(SingleChronicleQueue.QUEUE_METADATA_FILE);
        if (!Files.isReadable(metadata)) {
            throw new UncheckedIOException(new IOException("no journal in " + directory));
        }
        return builder(directory).readOnly(true).build();
    }

    private static SingleChronicleQueueBuilder builder(final Path directory) {
        return SingleChronicleQueueBuilder.binary(directory)
                .rollCycle(CycleFiles.ROLL_CYCLE)
                .timeoutMS(TIMEOUT_MS);
    }
}
