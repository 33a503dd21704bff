package io.sluice.engine;

import io.sluice.engine.core.StateHash;
import io.sluice.engine.journal.Pace;
import io.sluice.engine.journal.Snapshot;
import io.sluice.engine.journal.SnapshotStore;
import io.sluice.engine.journal.StorageWatch;
import io.sluice.engine.ring.EngineCounter;
import io.sluice.engine.ring.EngineCounters;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes snapshots where there is space for one above the journal's watermark. A snapshot that is missed costs time at the
 * next start and nothing else, so its failure is told and counted, and never stops the engine. One thread at a time.
 */
final class SnapshotTaker {
    private static final Logger LOGGER = LoggerFactory.getLogger(SnapshotTaker.class);

    private final Runnable forceJournal;
    private final SnapshotStore snapshots;
    private final StorageWatch storage;
    private final EngineCounters counters;

    /**
     * Takes snapshots into a store.
     *
     * @param forceJournal  returns when every record is on the disk that a snapshot taken now includes.
     */
    SnapshotTaker(
            final Runnable forceJournal,
            final SnapshotStore snapshots,
            final StorageWatch storage,
            final EngineCounters counters) {
        this.forceJournal = forceJournal;
        this.snapshots = snapshots;
        this.storage = storage;
        this.counters = counters;
    }

    /**
     * Takes a snapshot of the core as it stands, or says why not; before the first record there is nothing to take.
     *
     * @return bytes of the state.
     * @throws UncheckedIOException when the journal cannot be forced, which is no snapshot missed but a disk that failed.
     */
    long take(final Replay replay, final Pace pace) {
        final StateHash digest = replay.core().digest();
        if (replay.chain().sequence() > 0) {
            take(replay, digest, pace);
        }
        return digest.bytes();
    }

    private void take(final Replay replay, final StateHash digest, final Pace pace) {
        if (!storage.hasRoomFor(digest.bytes())) {
            miss(replay, "no space for its " + digest.bytes() + " bytes above the watermark", null);
            return;
        }
        forceJournal.run();
        try {
            final Snapshot snapshot = replay.save(snapshots, digest.value(), pace);
            counters.set(EngineCounter.SNAPSHOT_SEQUENCE, snapshot.sequence());
        } catch (final UncheckedIOException failed) {
            miss(replay, failed.getMessage(), failed);
        }
    }

    private void miss(final Replay replay, final String why, final Throwable cause) {
        counters.add(EngineCounter.SNAPSHOTS_MISSED, 1);
        final long sequence = replay.chain().sequence();
        LOGGER.atWarn()
                .addKeyValue("sequence", sequence)
                .setCause(cause)
                .log("no snapshot at sequence={}: {}", sequence, why);
    }
}
