package io.sluice.engine.ring;

import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.journal.Journal;
import io.sluice.engine.journal.StorageWatch;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.EngineListener;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The ring between many producers and the one core: a Disruptor of slots with two handlers, {@link DecisionHandler} and
 * behind it {@link SealHandler}, each on a thread of its own.
 */
public final class CommandRing {
    /** Answer of {@link #offer}: no slot is free. */
    public static final long FULL = -1;
    /** Answer of {@link #offer}: the journal's disk is below its watermark, and this is no query. */
    public static final long STORAGE_LOW = -2;
    /** Answer of {@link #offer}: the command does not fit a slot. */
    public static final long TOO_LONG = -4;
    /** Nobody waits for the answer. */
    public static final long NO_REPLY = 0;
    /** The smallest slot that takes every command of the protocol with its decision. */
    public static final int MIN_SLOT_BYTES = 3_072;

    private static final long POLL_NS = TimeUnit.MICROSECONDS.toNanos(200);
    private static final int RESERVED_HOLDS = 16_384;

    private final EngineThreads threads = new EngineThreads();
    private final Disruptor<Slot> disruptor;
    private final RingBuffer<Slot> slots;
    private final SealHandler sealer;
    private final StorageWatch storage;
    private final HandoverWaitStrategy waits;
    private final int slotBytes;

    /**
     * Builds the ring and loads the hold timers from the core; nothing runs before {@link #start}.
     *
     * @param capacity   slots, a power of two.
     * @param slotBytes  bytes a slot, at least {@link #MIN_SLOT_BYTES}.
     * @param waitMode   how the two threads wait.
     * @param core       decides; from here on the core thread's alone.
     * @param chain      stands at the journal's last record; from here on the core thread's alone.
     * @param journal    takes the records.
     * @param clock      core time in epoch ms, never going back.
     * @param listener   hears what is durable, on the sealer thread.
     * @param counters   counts.
     * @param halt       stops it all.
     * @param storage    says when there is no space to write a record down.
     */
    public CommandRing(
            final int capacity,
            final int slotBytes,
            final WaitMode waitMode,
            final FlashCore core,
            final RecordChain chain,
            final Journal journal,
            final LongSupplier clock,
            final EngineListener listener,
            final EngineCounters counters,
            final HaltSignal halt,
            final StorageWatch storage) {
        this.storage = storage;
        this.slotBytes = slotBytes;
        final DueTimers timers = new DueTimers(RESERVED_HOLDS);
        core.forEachHold(timers::add);
        final ExpiryPublisher expiries = new ExpiryPublisher();
        final LinePublisher calls = new LinePublisher();
        final LineKeeper lines = new LineKeeper(core, calls, counters);
        waits = waitMode.strategy();
        final DecisionHandler decisions =
                new DecisionHandler(core, chain, journal, timers, expiries, lines, waits, clock, counters, halt);
        sealer = new SealHandler(journal, listener, counters, halt, chain.sequence());
        disruptor = new Disruptor<>(new SlotFactory(capacity, slotBytes), capacity, threads, ProducerType.MULTI, waits);
        disruptor.setDefaultExceptionHandler(halt);
        disruptor.handleEventsWith(decisions).then(sealer);
        slots = disruptor.getRingBuffer();
        decisions.readFrom(slots);
        sealer.readFrom(slots);
        expiries.publishTo(this::offerOwn);
        calls.publishTo(this::offerOwn);
    }

    /** Starts the two threads. */
    public void start() {
        disruptor.start();
    }

    /**
     * Claims a slot, has the command written into it and publishes it. Any thread; never waits. A core that sleeps may
     * sleep on until {@link #wake}.
     *
     * @return the ring's sequence, {@link #FULL}, {@link #STORAGE_LOW} or {@link #TOO_LONG}.
     * @throws IllegalStateException when less was written than a messageHeader; the slot is passed over.
     */
    public long offer(final CommandWriter writer, final long replyTo) {
        final long sequence;
        try {
            sequence = slots.tryNext();
        } catch (final com.lmax.disruptor.InsufficientCapacityException full) {
            return FULL;
        }
        final Slot slot = slots.get(sequence);
        int length = 0;
        try {
            final int written = writer.write(slot.buffer(), Slot.COMMAND_OFFSET);
            final long refusal = refusalOf(slot, written);
            length = refusal < 0 ? 0 : written;
            return refusal < 0 ? refusal : sequence;
        } catch (final IndexOutOfBoundsException tooLong) {
            return TOO_LONG;
        } finally {
            slot.claim(length, replyTo);
            slots.publish(sequence);
        }
    }

    /** Offers a command of the core's own. One that is refused in its slot is a batch, at whose end the core would offer it again. */
    private boolean offerOwn(final CommandWriter writer) {
        return !storage.low() && offer(writer, NO_REPLY) >= 0;
    }

    /** Wakes the core, if it sleeps, to what this thread has offered. Any thread. */
    public void wake() {
        waits.signalFirst();
    }

    /** Why what was written is not taken, 0 when it is. */
    private long refusalOf(final Slot slot, final int length) {
        if (length < MessageHeaderEncoder.ENCODED_LENGTH) {
            throw new IllegalStateException("a writer wrote length=" + length);
        }
        final int left = slotBytes - Slot.COMMAND_OFFSET - length;
        if (left < DecisionWriter.PLAIN_LENGTH || (left < DecisionWriter.MAX_LENGTH && slot.holdsOrderCommand())) {
            return TOO_LONG;
        }
        return storage.low() && slot.holdsCommand() ? STORAGE_LOW : 0;
    }

    /** Number of slots. */
    public int capacity() {
        return slots.getBufferSize();
    }

    /** Slots taken at this moment. */
    public int occupancy() {
        return (int) (slots.getBufferSize() - slots.remainingCapacity());
    }

    /** Number of the newest record that is durable. Any thread. */
    public long durableSequence() {
        return sealer.durableSequence();
    }

    /**
     * Waits until both handlers have taken what was published, then ends their threads. What is published at the same
     * time may still be decided and appended, but is not answered any more. Once this answers true, the core and the
     * chain belong to the caller.
     *
     * @return whether both threads have ended within the time.
     */
    public boolean drain(final long timeoutMs) {
        final long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        while (occupancy() > 0 && System.nanoTime() < deadlineNs) {
            LockSupport.parkNanos(POLL_NS);
        }
        disruptor.halt();
        return threads.joinUntil(deadlineNs + TimeUnit.SECONDS.toNanos(1));
    }

    /** Cuts the slots' buffers out of one piece of memory; the pieces begin on cache lines. */
    private static final class SlotFactory implements com.lmax.disruptor.EventFactory<Slot> {
        private final ByteBuffer memory;
        private final int slotBytes;
        private int next;

        SlotFactory(final int capacity, final int slotBytes) {
            this.slotBytes = BitUtil.align(slotBytes, BitUtil.CACHE_LINE_LENGTH);
            this.memory = BufferUtil.allocateDirectAligned(
                    Math.multiplyExact(capacity, this.slotBytes), BitUtil.CACHE_LINE_LENGTH);
        }

        @Override
        public Slot newInstance() {
            return new Slot(new UnsafeBuffer(memory, next++ * slotBytes, slotBytes));
        }
    }
}
