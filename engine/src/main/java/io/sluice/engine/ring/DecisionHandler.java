package io.sluice.engine.ring;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import io.sluice.engine.core.Decision;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.journal.Journal;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordChain;
import java.util.function.LongSupplier;

/**
 * The core's turn on a slot, on the core thread: stamps the core's time, decides, writes the decision behind the command,
 * seals both as the next record and appends it to the journal. Queries are answered in the same turn. At the end of a
 * batch it looks at its hold timers and waiting lines and offers what is due to its own ring, as commands like any other.
 */
final class DecisionHandler implements EventHandler<Slot> {
    private static final int MAX_EXPIRIES_A_BATCH = 256;
    /** So many slots are shown to the core before the first of them is decided, so that it waits for memory once. */
    private static final int FORESEEN = 32;
    /** In a batch of fewer there is too little to wait for at once. */
    private static final int LEAST_FORESEEN = 4;

    private final FlashCore core;
    private final CommandDecider decider;
    private final QueryAnswerer answerer;
    private final RecordChain chain;
    private final Journal journal;
    private final DueTimers timers;
    private final ExpiryPublisher expiries;
    private final LineKeeper lines;
    private final HandoverWaitStrategy waits;
    private final LongSupplier clock;
    private final EngineCounters counters;
    private final HaltSignal halt;
    private Sequence decided;
    private RingBuffer<Slot> ring;
    /** Slots of the batch that have not been decided, and those of them that the core has been shown. */
    private long undecided;

    private long foreseen;
    private long batchStartNs;

    DecisionHandler(
            final FlashCore core,
            final RecordChain chain,
            final Journal journal,
            final DueTimers timers,
            final ExpiryPublisher expiries,
            final LineKeeper lines,
            final HandoverWaitStrategy waits,
            final LongSupplier clock,
            final EngineCounters counters,
            final HaltSignal halt) {
        this.core = core;
        this.decider = new CommandDecider(core);
        this.answerer = new QueryAnswerer(core);
        this.chain = chain;
        this.journal = journal;
        this.timers = timers;
        this.expiries = expiries;
        this.lines = lines;
        this.waits = waits;
        this.clock = clock;
        this.counters = counters;
        this.halt = halt;
    }

    @Override
    public void setSequenceCallback(final Sequence sequence) {
        decided = sequence;
    }

    /** Names the ring, which is built around its handlers. */
    void readFrom(final RingBuffer<Slot> slots) {
        ring = slots;
    }

    @Override
    public void onBatchStart(final long batchSize, final long queueDepth) {
        undecided = batchSize;
        foreseen = 0;
        batchStartNs = System.nanoTime();
    }

    @Override
    public void onEvent(final Slot slot, final long ringSequence, final boolean endOfBatch) {
        if (halt.isRaised()) {
            return;
        }
        if (foreseen == 0 && undecided >= LEAST_FORESEEN) {
            foresee(ringSequence);
        }
        undecided--;
        foreseen = Math.max(0, foreseen - 1);
        final long nowMs = Math.max(clock.getAsLong(), chain.timeMs());
        if (slot.commandLength() > 0) {
            take(slot, nowMs);
        }
        if (endOfBatch) {
            // Told before the sealer is woken: it would find nothing otherwise, and sleep again.
            decided.set(ringSequence);
            waits.signalSecond();
            offerExpiries(nowMs);
            lines.offer(nowMs);
            counters.add(EngineCounter.CORE_BUSY_NS, System.nanoTime() - batchStartNs);
        }
    }

    /** Shows the core this slot and those behind it, all of which have been published. */
    private void foresee(final long first) {
        foreseen = Math.min(FORESEEN, undecided);
        for (long ringSequence = first; ringSequence < first + foreseen; ringSequence++) {
            final Slot slot = ring.get(ringSequence);
            if (slot.commandLength() > 0) {
                decider.foresee(slot.buffer(), Slot.COMMAND_OFFSET, slot.commandLength());
            }
        }
        core.foresight().look();
    }

    private void take(final Slot slot, final long nowMs) {
        final long startNs = System.nanoTime();
        final int decisionLength =
                decider.decide(slot.buffer(), Slot.COMMAND_OFFSET, slot.commandLength(), chain.sequence() + 1, nowMs);
        if (decisionLength > 0) {
            append(slot, decisionLength, nowMs);
        } else {
            slot.becomeAnswer(answerer.answer(slot.buffer(), Slot.COMMAND_OFFSET, slot.decisionOffset(), nowMs));
            counters.add(EngineCounter.QUERIES, slot.answerLength() > 0 ? 1 : 0);
        }
        counters.raise(EngineCounter.DECIDE_MAX_NS, System.nanoTime() - startNs);
    }

    private void append(final Slot slot, final int decisionLength, final long nowMs) {
        final int length = chain.seal(slot.buffer(), 0, slot.commandLength(), decisionLength, nowMs);
        journal.append(slot.buffer(), 0, length);
        slot.becomeRecord(length);
        final Decision decision = decider.decision();
        if (decision.outcome() == Outcome.RESERVED) {
            timers.add(decision.order(), decision.picture().payByMs());
        }
        lines.onDecision(slot, decision);
        counters.add(EngineCounter.COMMANDS, 1);
        counters.add(EngineCounter.REFUSALS, decision.outcome().isRefusal() ? 1 : 0);
        counters.add(EngineCounter.JOURNAL_BYTES, length);
    }

    private void offerExpiries(final long nowMs) {
        for (int i = 0; i < MAX_EXPIRIES_A_BATCH && timers.isDue(nowMs); i++) {
            if (core.isReserved(timers.next()) && !expiries.offer(timers.next())) {
                counters.add(EngineCounter.EXPIRIES_DELAYED, 1);
                break;
            }
            timers.dropNext();
        }
        counters.set(EngineCounter.HOLDS, timers.size());
    }
}
