package io.sluice.engine.ring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.journal.StorageWatch;
import io.sluice.engine.protocol.EngineListener;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.FindOrderEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/**
 * A ring that is drained while a producer, which looks at the door before each offer as {@code FlashEngine} does, goes on:
 * once it is drained both threads have ended, and nothing is answered any more.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DrainTest implements EngineListener {
    private static final int ROUNDS = 100;
    private static final int SLOTS = 16;
    private static final int BEFORE = 100;

    private final AtomicReference<Throwable> haltReason = new AtomicReference<>();
    private volatile boolean open = true;
    private volatile Thread core;
    private volatile Thread sealer;
    private volatile long answered;

    private final CommandRing ring = new CommandRing(
            SLOTS,
            CommandRing.MIN_SLOT_BYTES,
            WaitMode.BACKOFF,
            new FlashCore(CoreReserves.NONE),
            new RecordChain(),
            null,
            this::nowMs,
            this,
            new EngineCounters(),
            new HaltSignal(haltReason::set),
            new StorageWatch(() -> Long.MAX_VALUE, 0, 0, 0));

    @RepeatedTest(ROUNDS)
    void nothingMovesInADrainedRing() throws InterruptedException {
        ring.start();
        final Thread producer = new Thread(this::produce);
        producer.start();
        while (answered < BEFORE && haltReason.get() == null) {
            Thread.yield();
        }

        open = false;
        assertThat(ring.drain(10_000)).isTrue();
        assertThat(core.isAlive()).as("the core's thread").isFalse();
        assertThat(sealer.isAlive()).as("the sealer's thread").isFalse();
        final long answeredBefore = answered;
        producer.join();
        offer();

        assertThat(answered).isEqualTo(answeredBefore);
        assertThat(haltReason.get()).isNull();
    }

    private void produce() {
        while (open) {
            offer();
            Thread.yield();
        }
    }

    private void offer() {
        ring.offer(
                (buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                        + new FindOrderEncoder()
                                .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                                .viewer(1)
                                .order(1)
                                .encodedLength(),
                1);
        ring.wake();
    }

    /** Asked on the core's thread. */
    private long nowMs() {
        core = Thread.currentThread();
        return 0;
    }

    @Override
    public void onRecord(final RecordFlyweight record, final long replyTo) {
        throw new IllegalStateException("a query is no record");
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate")
    public void onAnswer(final DirectBuffer buffer, final int offset, final int length, final long replyTo) {
        sealer = Thread.currentThread();
        answered++;
    }

    @Override
    public void onBatchEnd() {}
}
