package io.sluice.engine;

import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.journal.ReadableJournal;
import io.sluice.engine.journal.SnapshotStore;
import io.sluice.engine.ring.EngineCounter;
import io.sluice.engine.ring.EngineCounters;
import io.sluice.engine.ring.HaltSignal;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * A second core that follows the journal on a thread of its own, behind the first. It decides every durable record again
 * and halts the engine when a decision differs; and it is the one that snapshots are taken of while the engine runs, so
 * that the first core never waits for one.
 */
final class ShadowCore implements AutoCloseable {
    private static final long IDLE_NS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int RECORDS_A_TURN = 10_000;

    private final EngineContext context;
    private final ReadableJournal journal;
    private final SnapshotStore snapshots;
    private final SnapshotTaker taker;
    private final LongSupplier durableSequence;
    private final EngineCounters counters;
    private final HaltSignal halt;
    private final Thread thread = new Thread(this::follow, "sluice-shadow");
    private volatile boolean closed;

    ShadowCore(
            final EngineContext context,
            final ReadableJournal journal,
            final SnapshotStore snapshots,
            final SnapshotTaker taker,
            final LongSupplier durableSequence,
            final EngineCounters counters,
            final HaltSignal halt) {
        this.context = context;
        this.journal = journal;
        this.snapshots = snapshots;
        this.taker = taker;
        this.durableSequence = durableSequence;
        this.counters = counters;
        this.halt = halt;
        thread.setDaemon(true);
    }

    void start() {
        if (context.snapshotEvery() > 0) {
            thread.start();
        }
    }

    private void follow() {
        try {
            final Replay replay =
                    Replay.fromSnapshot(snapshots, context.reserves(), journal, durableSequence.getAsLong());
            try (JournalReader reader = replay.readerOf(journal)) {
                follow(replay, reader);
            }
        } catch (final RuntimeException | Error fault) {
            halt.raise(fault);
        }
    }

    private void follow(final Replay replay, final JournalReader reader) {
        long snapshotAt = replay.chain().sequence() + context.snapshotEvery();
        while (!closed && !halt.isRaised()) {
            final long turnEnd = Math.min(snapshotAt, replay.chain().sequence() + RECORDS_A_TURN);
            final long audited = replay.catchUp(reader, Math.min(turnEnd, durableSequence.getAsLong()));
            counters.add(EngineCounter.AUDITED, audited);
            if (replay.chain().sequence() == snapshotAt) {
                taker.take(replay);
                snapshotAt += context.snapshotEvery();
            } else if (audited == 0) {
                LockSupport.parkNanos(IDLE_NS);
            }
        }
    }

    /** Returns when the shadow has stopped; a snapshot it is at is finished first. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        Threads.join(thread);
    }
}
