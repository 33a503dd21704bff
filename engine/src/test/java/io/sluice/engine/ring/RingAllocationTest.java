package io.sluice.engine.ring;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.Decision;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.core.LimitsBuilder;
import io.sluice.engine.journal.ChronicleJournal;
import io.sluice.engine.journal.Durability;
import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.JournalSettings;
import io.sluice.engine.journal.StorageWatch;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.EngineListener;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.TouchKind;
import io.sluice.engine.protocol.codec.FindInvitersEncoder;
import io.sluice.engine.protocol.codec.FindOrderEncoder;
import io.sluice.engine.protocol.codec.FindOrdersEncoder;
import io.sluice.engine.protocol.codec.FindViewerEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * In the steady state neither the core thread nor the sealer thread leaves anything for the garbage collector but what
 * Chronicle needs when it maps the next block: so batches are measured, and among them there has to be one without.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class RingAllocationTest implements EngineListener {
    private static final int WARM_UP_ROUNDS = 8_000;
    private static final int BATCHES = 10;
    private static final int BATCH_ROUNDS = 500;
    private static final int ORDERS_A_ROUND = 3;
    private static final int MOST_ORDERS = (WARM_UP_ROUNDS + BATCHES * BATCH_ROUNDS) * ORDERS_A_ROUND;
    private static final int VIEWERS = 500;
    private static final long ROUND_MS = 1_000;
    private static final long START_MS = 1_759_968_000_000L;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final FlashCore core = new FlashCore(new CoreReserves(MOST_ORDERS, MOST_ORDERS, VIEWERS));
    private final AtomicReference<Throwable> haltReason = new AtomicReference<>();
    private final AtomicLong clockMs = new AtomicLong(START_MS);
    private final AtomicLong answered = new AtomicLong();
    private final int[] seen = new int[Outcome.values().length];
    private CommandRing ring;
    private long sent;
    private int round;

    @TempDir
    private Path data;

    @Test
    void theHandlersAllocateNothingInTheSteadyState() {
        final JournalDirectory directory = new JournalDirectory(data);
        try (ChronicleJournal journal =
                ChronicleJournal.open(directory, new JournalSettings().withDurability(Durability.PROCESS))) {
            ring = ringOver(journal);
            ring.start();
            SampleCommands.shop().values().forEach(this::offer);
            SampleBrandCommands.brand().values().forEach(this::offer);
            offer(SampleMoneyCommands.putCommissionPlan());
            SamplePointCommands.rules().forEach(this::offer);
            play(WARM_UP_ROUNDS);
            final long coreThread = threadNamed("sluice-core");
            final long sealerThread = threadNamed("sluice-sealer");

            long leastOfCore = Long.MAX_VALUE;
            long leastOfSealer = Long.MAX_VALUE;
            for (int batch = 0; batch < BATCHES; batch++) {
                final long coreBefore = threads.getThreadAllocatedBytes(coreThread);
                final long sealerBefore = threads.getThreadAllocatedBytes(sealerThread);
                play(BATCH_ROUNDS);
                leastOfCore = Math.min(leastOfCore, threads.getThreadAllocatedBytes(coreThread) - coreBefore);
                leastOfSealer = Math.min(leastOfSealer, threads.getThreadAllocatedBytes(sealerThread) - sealerBefore);
            }
            assertThat(ring.drain(10_000)).isTrue();

            assertThat(haltReason.get()).isNull();
            assertThat(leastOfCore).as("bytes of the core thread").isZero();
            assertThat(leastOfSealer).as("bytes of the sealer thread").isZero();
            assertRoundsSaw(
                    Outcome.RESERVED,
                    Outcome.REPEATED,
                    Outcome.KEY_REUSED,
                    Outcome.PAID,
                    Outcome.REFUNDED,
                    Outcome.CANCELLED,
                    Outcome.EXPIRED,
                    Outcome.ACCEPTED);
        }
    }

    @Override
    public void onRecord(final RecordFlyweight record, final long replyTo) {
        seen[record.outcome().ordinal()]++;
        countAnswer(replyTo);
    }

    @Override
    public void onAnswer(final DirectBuffer buffer, final int offset, final int length, final long replyTo) {
        countAnswer(replyTo);
    }

    @Override
    public void onBatchEnd() {}

    private void countAnswer(final long replyTo) {
        if (replyTo != CommandRing.NO_REPLY) {
            answered.incrementAndGet();
        }
    }

    /** Of three orders one is paid and partly refunded, one is cancelled, and one is left until its hold ends. */
    private void play(final int rounds) {
        for (final int end = round + rounds; round < end; round++) {
            final long viewer = 1L + round % VIEWERS;
            final long order = 1L + (long) round * ORDERS_A_ROUND;
            final String key = Integer.toString(round);
            offer(SampleCommands.placeOrder(viewer, "a" + key, 2));
            offer(SampleCommands.placeOrder(viewer, "a" + key, 2));
            offer(SampleCommands.placeOrder(viewer, "a" + key, 3));
            offer(SampleCommands.payOrder(order, 2 * SampleCommands.PRICE_FEN, key));
            offer(SampleCommands.refundOrder(order, key));
            offer(SampleCommands.placeOrder(viewer, "b" + key, 2));
            offer(SampleCommands.cancelOrder(viewer, order + 1));
            offer(SampleCommands.placeOrder(viewer, "c" + key, 2));
            offer(SampleCommands.postComment(viewer, "hello"));
            offer(SampleBrandCommands.noteTouch(viewer, TouchKind.SERVED));
            offer(findOrder(viewer, order));
            offer(findOrders(viewer));
            offer(findViewer(viewer));
            offer(findInviters(viewer));
            clockMs.addAndGet(ROUND_MS);
        }
        while (answered.get() < sent && haltReason.get() == null) {
            Thread.yield();
        }
    }

    private void offer(final CommandWriter command) {
        sent++;
        while (ring.offer(command, sent) == CommandRing.FULL && haltReason.get() == null) {
            Thread.yield();
        }
        ring.wake();
    }

    private CommandRing ringOver(final ChronicleJournal journal) {
        core.changeLimits(
                LimitsBuilder.limits().orders(MOST_ORDERS).keys(MOST_ORDERS).build(), new Decision().begin(0, 0));
        return new CommandRing(
                1_024,
                4_096,
                WaitMode.BLOCKING,
                core,
                new RecordChain(),
                journal,
                clockMs::get,
                this,
                new EngineCounters(),
                new HaltSignal(haltReason::set),
                new StorageWatch(() -> Long.MAX_VALUE, 0, 0, 0));
    }

    private void assertRoundsSaw(final Outcome... outcomes) {
        for (final Outcome outcome : outcomes) {
            assertThat(seen[outcome.ordinal()]).as("%s", outcome).isGreaterThanOrEqualTo(BATCHES * BATCH_ROUNDS);
        }
    }

    private static long threadNamed(final String name) {
        final List<Thread> named = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .toList();
        assertThat(named).hasSize(1);
        return named.get(0).getId();
    }

    private static CommandWriter findOrder(final long viewer, final long order) {
        return (buffer, offset) -> {
            final FindOrderEncoder query =
                    new FindOrderEncoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder());
            return MessageHeaderEncoder.ENCODED_LENGTH
                    + query.viewer(viewer).order(order).encodedLength();
        };
    }

    private static CommandWriter findOrders(final long viewer) {
        return (buffer, offset) -> {
            final FindOrdersEncoder query =
                    new FindOrdersEncoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder());
            return MessageHeaderEncoder.ENCODED_LENGTH
                    + query.viewer(viewer).before(0).maximum((short) 5).encodedLength();
        };
    }

    private static CommandWriter findViewer(final long viewer) {
        return (buffer, offset) -> {
            final FindViewerEncoder query =
                    new FindViewerEncoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder());
            return MessageHeaderEncoder.ENCODED_LENGTH + query.viewer(viewer).encodedLength();
        };
    }

    private static CommandWriter findInviters(final long viewer) {
        return (buffer, offset) -> {
            final FindInvitersEncoder query =
                    new FindInvitersEncoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder());
            query.viewersCount(2).next().viewer(viewer).next().viewer(viewer + 1);
            return MessageHeaderEncoder.ENCODED_LENGTH + query.encodedLength();
        };
    }
}
