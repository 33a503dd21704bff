package io.sluice.engine.ring;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.journal.Journal;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.EngineListener;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PulseEncoder;
import java.util.function.LongSupplier;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The ring's slots and its two handlers without their threads: whoever holds it says whose turn it is and how long a batch
 * becomes, so that every order of turns that the threads could take can be taken, and taken again. One thread.
 */
public final class SimulatedRing {
    private static final int SLOT_BYTES = 4_096;
    private static final int RESERVED_HOLDS = 2;

    private final RingBuffer<Slot> slots;
    private final DecisionHandler decisions;
    private final SealHandler sealer;
    private final Sequence decided = new Sequence();
    private final Sequence sealed = new Sequence();

    /** As {@link CommandRing}'s: loads the hold timers from the core, which stands where {@code chain} does. */
    public SimulatedRing(
            final int capacity,
            final FlashCore core,
            final RecordChain chain,
            final Journal journal,
            final LongSupplier clock,
            final EngineListener listener,
            final HaltSignal halt) {
        final DueTimers timers = new DueTimers(RESERVED_HOLDS);
        core.forEachHold(timers::add);
        final ExpiryPublisher expiries = new ExpiryPublisher();
        expiries.publishTo(expiry -> offer(expiry, CommandRing.NO_REPLY));
        final LinePublisher calls = new LinePublisher();
        calls.publishTo(call -> offer(call, CommandRing.NO_REPLY));
        final EngineCounters counters = new EngineCounters();
        final LineKeeper lines = new LineKeeper(core, calls, counters);
        final HandoverWaitStrategy waits = WaitMode.BLOCKING.strategy();
        decisions = new DecisionHandler(core, chain, journal, timers, expiries, lines, waits, clock, counters, halt);
        decisions.setSequenceCallback(decided);
        sealer = new SealHandler(journal, listener, counters, halt, chain.sequence());
        slots = RingBuffer.createMultiProducer(
                () -> new Slot(new UnsafeBuffer(new byte[SLOT_BYTES])), capacity, new BlockingWaitStrategy());
        slots.addGatingSequences(sealed);
        sealer.readFrom(slots);
    }

    /** Publishes a command or query; answers whether there was a slot. */
    public boolean offer(final CommandWriter writer, final long replyTo) {
        if (!slots.hasAvailableCapacity(1)) {
            return false;
        }
        final long sequence = slots.next();
        final Slot slot = slots.get(sequence);
        slot.claim(writer.write(slot.buffer(), Slot.COMMAND_OFFSET), replyTo);
        slots.publish(sequence);
        return true;
    }

    /** Publishes a pulse, if there is a slot. */
    public void pulse() {
        offer(
                (buffer, offset) -> {
                    new PulseEncoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder());
                    return MessageHeaderEncoder.ENCODED_LENGTH;
                },
                CommandRing.NO_REPLY);
    }

    /** The core's turn: a batch of what is published, at most {@code most} slots, {@code afterEach} behind each. */
    public void decide(final int most, final Runnable afterEach) {
        final long end = Math.min(decided.get() + most, slots.getCursor());
        for (long sequence = decided.get() + 1; sequence <= end; sequence++) {
            decisions.onEvent(slots.get(sequence), sequence, sequence == end);
            decided.set(sequence);
            afterEach.run();
        }
    }

    /** The sealer's turn: a batch of what is decided, at most {@code most} slots. */
    public void seal(final int most) {
        final long end = Math.min(sealed.get() + most, decided.get());
        for (long sequence = sealed.get() + 1; sequence <= end; sequence++) {
            sealer.onEvent(slots.get(sequence), sequence, sequence == end);
        }
        sealed.set(end);
    }

    /** Whether everything that was published is decided, durable and answered. */
    public boolean isEmpty() {
        return sealed.get() == slots.getCursor();
    }
}
