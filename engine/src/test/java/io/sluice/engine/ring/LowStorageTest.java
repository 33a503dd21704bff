package io.sluice.engine.ring;

import static io.sluice.engine.ring.SampleStockCommands.OFFER;
import static io.sluice.engine.ring.SampleStockCommands.ROOM;
import static io.sluice.engine.ring.SampleStockCommands.UNITS;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.journal.StorageWatch;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.EngineListener;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFlyweight;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** While there is no space to write a record down, the core keeps what it has to do and takes no slot for it. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LowStorageTest implements EngineListener {
    private static final int SLOTS = 16;
    private static final int QUERIES = 50;
    private static final long HOLDER = 99;
    private static final long START_MS = 1_795_262_400_000L;
    private static final long HOLD_MS = SampleCommands.HOLD_SECONDS * 1_000L;
    private static final long TURN_MS = SampleStockCommands.TURN_SECONDS * 1_000L;

    private final FlashCore core = new FlashCore(CoreReserves.NONE);
    private final RecordChain chain = new RecordChain();
    private final EngineCounters counters = new EngineCounters();
    private final AtomicLong slotsTaken = new AtomicLong();
    private long nowMs = START_MS;
    private CommandRing ring;
    private volatile long answered;

    @AfterEach
    void drain() {
        ring.drain(1_000);
    }

    @Test
    void aHoldThatIsOverTakesNoSlot() {
        soldOut();
        nowMs += HOLD_MS;

        assertNoSlotIsTakenButForQueries();
        assertThat(core.isReserved(1)).isTrue();
    }

    @Test
    void aCallThatIsDueTakesNoSlot() {
        final SimulatedRing before = soldOut();
        decide(before, SampleStockCommands.join(43, ROOM, OFFER, 1));
        before.offer(SampleCommands.cancelOrder(HOLDER, 1), CommandRing.NO_REPLY);
        before.decide(1, () -> {});

        assertNoSlotIsTakenButForQueries();
        assertThat(core.catalogue().offer(OFFER).waiting()).isEqualTo(1);
    }

    @Test
    void aTurnThatIsOverTakesNoSlot() {
        final SimulatedRing before = soldOut();
        decide(before, SampleStockCommands.join(43, ROOM, OFFER, UNITS));
        decide(before, SampleCommands.cancelOrder(HOLDER, 1));
        nowMs += TURN_MS;

        assertNoSlotIsTakenButForQueries();
        assertThat(core.catalogue().offer(OFFER).stock().held()).isEqualTo(UNITS);
    }

    private void assertNoSlotIsTakenButForQueries() {
        ring = new CommandRing(
                SLOTS,
                CommandRing.MIN_SLOT_BYTES,
                WaitMode.BACKOFF,
                core,
                chain,
                new ForgetfulJournal(),
                this::nowMs,
                this,
                counters,
                halt(),
                new StorageWatch(() -> 0, 1, 0, 0));
        ring.start();
        for (long asked = 1; asked <= QUERIES; asked++) {
            assertThat(ring.offer(SampleCommands.findPlaces(), 1)).isNotNegative();
            ring.wake();
            while (answered < asked) {
                Thread.yield();
            }
        }
        assertThat(ring.drain(10_000)).isTrue();

        assertThat(slotsTaken).hasValue(QUERIES);
        assertThat(counters.get(EngineCounter.EXPIRIES_DELAYED)).isEqualTo(QUERIES);
    }

    /** Somebody holds all there is. */
    private SimulatedRing soldOut() {
        final SimulatedRing before =
                new SimulatedRing(SLOTS, core, chain, new ForgetfulJournal(), () -> nowMs, this, halt());
        SampleCommands.shop().values().forEach(command -> decide(before, command));
        SampleBrandCommands.brand().values().forEach(command -> decide(before, command));
        SampleStockCommands.opening().forEach(command -> decide(before, command));
        decide(before, SampleStockCommands.order(HOLDER, "all", UNITS));
        assertThat(core.isReserved(1)).isTrue();
        return before;
    }

    private static void decide(final SimulatedRing before, final CommandWriter command) {
        assertThat(before.offer(command, CommandRing.NO_REPLY)).isTrue();
        while (!before.isEmpty()) {
            before.decide(1, () -> {});
            before.seal(SLOTS);
        }
    }

    /** Asked on the core's thread, once a slot. */
    private long nowMs() {
        slotsTaken.incrementAndGet();
        return nowMs;
    }

    private static HaltSignal halt() {
        return new HaltSignal(why -> {
            throw new AssertionError("halted", why);
        });
    }

    @Override
    public void onRecord(final RecordFlyweight record, final long replyTo) {}

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate")
    public void onAnswer(final DirectBuffer buffer, final int offset, final int length, final long replyTo) {
        answered++;
    }

    @Override
    public void onBatchEnd() {}
}
