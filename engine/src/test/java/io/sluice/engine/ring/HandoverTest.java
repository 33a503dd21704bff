package io.sluice.engine.ring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.journal.StorageWatch;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.EngineListener;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.FindOrderEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One slot at a time from a producer to the core to the sealer, with gaps in which both fall asleep, or are about to: each
 * is woken for each.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class HandoverTest implements EngineListener {
    private static final int HANDOVERS = 20_000;
    private static final int MAX_GAP_SPINS = 3_000;
    private static final int SLOTS = 64;

    private final AtomicReference<Throwable> haltReason = new AtomicReference<>();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final FindOrderEncoder query = new FindOrderEncoder();
    private volatile long lastAnswered;

    /** Queries only, which need no journal. */
    @ParameterizedTest
    @EnumSource(
            value = WaitMode.class,
            names = {"BLOCKING", "BACKOFF"})
    void everySingleHandoverArrives(final WaitMode waitMode) {
        final CommandRing ring = ring(waitMode);
        final Random gaps = new Random(1);
        ring.start();
        for (long number = 1; number <= HANDOVERS; number++) {
            assertThat(ring.offer(findOrder(), number)).isNotNegative();
            ring.wake();
            awaitAnswer(number);
            for (int spins = gaps.nextInt(MAX_GAP_SPINS); spins > 0; spins--) {
                Thread.onSpinWait();
            }
        }

        assertThat(ring.drain(10_000)).isTrue();
        assertThat(haltReason.get()).isNull();
        assertThat(lastAnswered).isEqualTo(HANDOVERS);
    }

    @Override
    public void onRecord(final RecordFlyweight record, final long replyTo) {
        throw new IllegalStateException("a query is no record");
    }

    @Override
    public void onAnswer(final DirectBuffer buffer, final int offset, final int length, final long replyTo) {
        lastAnswered = replyTo;
    }

    @Override
    public void onBatchEnd() {}

    /** Gives the processor away: there may be two for three threads. */
    private void awaitAnswer(final long number) {
        while (lastAnswered != number && haltReason.get() == null) {
            Thread.yield();
        }
    }

    private CommandWriter findOrder() {
        return (buffer, offset) -> {
            query.wrapAndApplyHeader(buffer, offset, header).viewer(1).order(1);
            return MessageHeaderEncoder.ENCODED_LENGTH + query.encodedLength();
        };
    }

    private CommandRing ring(final WaitMode waitMode) {
        return new CommandRing(
                SLOTS,
                CommandRing.MIN_SLOT_BYTES,
                waitMode,
                new FlashCore(CoreReserves.NONE),
                new RecordChain(),
                null,
                () -> 0,
                this,
                new EngineCounters(),
                new HaltSignal(haltReason::set),
                new StorageWatch(() -> Long.MAX_VALUE, 0, 0, 0));
    }
}
