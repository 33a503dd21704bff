package io.sluice.engine.journal;

import java.nio.file.Path;
import net.openhft.chronicle.core.time.TimeProvider;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;

/** Makes Chronicle queues, with what Chronicle does on its own account turned off before its first class is loaded. */
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
     * Opens a queue in a directory that no queue was in before. It is the only way one is opened: what a dead process or a
     * loss of power left of Chronicle's own tables and locks is nothing that Chronicle ever sees.
     */
    static SingleChronicleQueue create(final Path directory, final int blockBytes, final TimeProvider clock) {
        return SingleChronicleQueueBuilder.binary(directory)
                .rollCycle(SegmentFiles.ROLL_CYCLE)
                .timeoutMS(TIMEOUT_MS)
                .blockSize(blockBytes)
                .timeProvider(clock)
                .build();
    }
}
