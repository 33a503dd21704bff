package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sluice.engine.journal.ConsumerRegistry;
import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.ring.Distribution;
import io.sluice.engine.ring.EngineCounter;
import org.junit.jupiter.api.Test;

/** What a running engine tells of itself. */
class EngineFiguresTest extends FlashEngineFixture {
    @Test
    void everyBatchThatWasForcedIsInBothDistributions() {
        openTheRoomWith(10);

        final long commands = engine.counters().get(EngineCounter.COMMANDS);
        final Distribution slots = engine.counters().batchSlots();
        await().until(() -> count(slots) == engine.counters().get(EngineCounter.BATCHES));
        assertThat(slots.sum()).isGreaterThanOrEqualTo(commands);
        final Distribution forces = engine.counters().forceNs();
        assertThat(count(forces)).isEqualTo(count(slots));
        assertThat(forces.sum()).isGreaterThanOrEqualTo(engine.counters().get(EngineCounter.FORCE_MAX_NS));
    }

    @Test
    void theCoreIsAtWorkForPartOfTheTime() {
        final long startNs = System.nanoTime();
        openTheRoomWith(10);

        await().until(() -> engine.counters().get(EngineCounter.CORE_BUSY_NS) > 0);
        final long busyNs = engine.counters().get(EngineCounter.CORE_BUSY_NS);
        assertThat(busyNs).isLessThan(System.nanoTime() - startNs);
    }

    @Test
    void theShadowTellsWhereItIs() {
        openTheRoomWith(10);

        await().until(() -> engine.counters().get(EngineCounter.REPLAY_SEQUENCE) == engine.durableSequence());
        assertThat(engine.durableSequence()).isPositive();
    }

    @Test
    void theDiskTellsWhatIsFreeAndWhereItEnds() {
        launch(engineContext().lowSpaceBytes(3 << 20));

        assertThat(engine.lowSpaceBytes()).isEqualTo(3 << 20);
        assertThat(engine.freeBytes()).isGreaterThan(engine.lowSpaceBytes());
    }

    @Test
    void theSlowestConsumerIsTheOneTold() {
        openTheRoomWith(10);
        assertThat(engine.slowestConsumer()).isEqualTo(Long.MAX_VALUE);

        final ConsumerRegistry consumers = new ConsumerRegistry(new JournalDirectory(data));
        consumers.register("inventory", 3);
        consumers.register("crm", 2);
        assertThat(engine.slowestConsumer()).isEqualTo(2);
    }

    private static long count(final Distribution distribution) {
        long count = 0;
        for (int range = 0; range < distribution.ranges(); range++) {
            count += distribution.count(range);
        }
        return count;
    }
}
