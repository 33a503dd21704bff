package io.sluice.engine.ring;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;
import io.sluice.engine.journal.Journal;
import io.sluice.engine.protocol.EngineListener;
import io.sluice.engine.protocol.RecordFlyweight;

/**
 * The sealer's turn, on the sealer thread: at the end of a batch it forces the journal once, and only then delivers the
 * batch's records and answers. The ring frees the batch's slots after that.
 */
final class SealHandler implements EventHandler<Slot> {
    private static final long NO_BATCH = -1;

    private final Journal journal;
    private final EngineListener listener;
    private final EngineCounters counters;
    private final HaltSignal halt;
    private final RecordFlyweight record = new RecordFlyweight();
    private RingBuffer<Slot> ring;
    private long batchStart = NO_BATCH;
    private Slot newestRecord;
    private volatile long durableSequence;

    SealHandler(
            final Journal journal,
            final EngineListener listener,
            final EngineCounters counters,
            final HaltSignal halt,
            final long durableSequence) {
        this.journal = journal;
        this.listener = listener;
        this.counters = counters;
        this.halt = halt;
        this.durableSequence = durableSequence;
    }

    /** Names the ring, which is built around its handlers. */
    void readFrom(final RingBuffer<Slot> slots) {
        ring = slots;
    }

    /** Number of the newest record that is durable. Any thread. */
    long durableSequence() {
        return durableSequence;
    }

    @Override
    public void onEvent(final Slot slot, final long ringSequence, final boolean endOfBatch) {
        if (halt.isRaised()) {
            return;
        }
        if (batchStart == NO_BATCH) {
            batchStart = ringSequence;
        }
        newestRecord = slot.recordLength() > 0 ? slot : newestRecord;
        if (endOfBatch) {
            final long batchSlots = ringSequence - batchStart + 1;
            if (newestRecord != null) {
                force();
                counters.batchSlots().record(batchSlots);
            }
            deliver(ringSequence);
            counters.raise(EngineCounter.BATCH_MAX, batchSlots);
            batchStart = NO_BATCH;
        }
    }

    private void force() {
        final long startNs = System.nanoTime();
        journal.force();
        final long forceNs = System.nanoTime() - startNs;
        counters.forceNs().record(forceNs);
        counters.raise(EngineCounter.FORCE_MAX_NS, forceNs);
        counters.add(EngineCounter.BATCHES, 1);
        // Before anybody is told: whoever was told of a record finds it in the journal.
        durableSequence = record.wrap(newestRecord.buffer(), 0).sequence();
        newestRecord = null;
    }

    private void deliver(final long batchEnd) {
        for (long ringSequence = batchStart; ringSequence <= batchEnd; ringSequence++) {
            final Slot slot = ring.get(ringSequence);
            if (slot.recordLength() > 0) {
                record.wrap(slot.buffer(), 0);
                listener.onRecord(record, slot.replyTo());
            } else if (slot.answerLength() > 0) {
                listener.onAnswer(slot.buffer(), slot.decisionOffset(), slot.answerLength(), slot.replyTo());
            }
        }
        listener.onBatchEnd();
    }
}
