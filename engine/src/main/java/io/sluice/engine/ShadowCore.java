package io.sluice.engine;

import io.sluice.engine.journal.JournalFaultException;
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
    /** Its first replay is as much work as the engine's was: whoever opened that engine opens their own doors first. */
    private static final long HEAD_START_NS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final int RECORDS_A_TURN = 10_000;
    /** A snapshot is at most this many times what was journalled since the one before, or the disk would do little else. */
    private static final int MAX_SNAPSHOT_SHARE = 2;
    /** Rests this many times as long as it wrote: orders share the processors and the disk with it. */
    private static final int REST_SHARE = 3;

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
        LockSupport.parkNanos(HEAD_START_NS);
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
        long snapshotAtBytes = replay.loadedBytes() / MAX_SNAPSHOT_SHARE;
        while (!closed && !halt.isRaised()) {
            final long sequence = replay.chain().sequence();
            if (sequence >= snapshotAt && replay.appliedBytes() >= snapshotAtBytes) {
                final long stateBytes = taker.take(replay, this::rest);
                snapshotAt = sequence + context.snapshotEvery();
                snapshotAtBytes = replay.appliedBytes() + stateBytes / MAX_SNAPSHOT_SHARE;
            }
            final long turn = sequence < snapshotAt ? Math.min(RECORDS_A_TURN, snapshotAt - sequence) : RECORDS_A_TURN;
            final long audited = audit(replay, reader, Math.min(sequence + turn, durableSequence.getAsLong()));
            if (audited == 0) {
                LockSupport.parkNanos(IDLE_NS);
            }
        }
    }

    /** Up to a record that was durable before the reader is asked: what it does not find then will never come. */
    private long audit(final Replay replay, final JournalReader reader, final long lastSequence) {
        final long audited = replay.catchUp(reader, lastSequence);
        counters.add(EngineCounter.AUDITED, audited);
        final long sequence = replay.chain().sequence();
        counters.set(EngineCounter.REPLAY_SEQUENCE, sequence);
        if (sequence < lastSequence) {
            throw new JournalFaultException(sequence + 1, "cannot be found, although it is durable");
        }
        return audited;
    }

    private void rest(final long workedNs) {
        final long untilNs = System.nanoTime() + workedNs * REST_SHARE;
        for (long leftNs = untilNs - System.nanoTime(); leftNs > 0 && !closed; leftNs = untilNs - System.nanoTime()) {
            LockSupport.parkNanos(leftNs);
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
