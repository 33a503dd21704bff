package io.sluice.engine.faults;

import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.journal.ChronicleJournal;
import io.sluice.engine.journal.ForcedFile;
import io.sluice.engine.journal.Journal;
import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.JournalSettings;
import io.sluice.engine.journal.StorageWatch;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.EngineListener;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.ring.CommandRing;
import io.sluice.engine.ring.EngineCounters;
import io.sluice.engine.ring.HaltSignal;
import io.sluice.engine.ring.WaitMode;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * The engine's core, ring and journal on an empty directory, put together as {@code FlashEngine} does it, but with the
 * parts that are to fail put in by a test.
 */
final class RiggedEngine implements AutoCloseable {
    static final JournalSettings SETTINGS = new JournalSettings().withBlockBytes(JournalSettings.MIN_BLOCK_BYTES);

    private static final int RING_SIZE = 64;
    private static final int DRAIN_MS = 20_000;

    private final HaltSignal halt = new HaltSignal(why -> {});
    private final FlashCore core = new FlashCore(CoreReserves.NONE);
    private final ChronicleJournal journal;
    private final CommandRing ring;

    RiggedEngine(
            final Path data,
            final ForcedFile.Opener opener,
            final UnaryOperator<Journal> journalRig,
            final LongSupplier clock,
            final EngineListener listener) {
        journal = ChronicleJournal.open(new JournalDirectory(data), SETTINGS.withOpener(opener));
        ring = new CommandRing(
                RING_SIZE,
                CommandRing.MIN_SLOT_BYTES,
                WaitMode.BLOCKING,
                core,
                new RecordChain(),
                journalRig.apply(journal),
                clock,
                listener,
                new EngineCounters(),
                halt,
                new StorageWatch(() -> Long.MAX_VALUE, Long.MAX_VALUE / 4, 1, System.nanoTime()));
        ring.start();
    }

    /** Offers a command, waiting for a slot as long as the engine runs; false once it has halted. */
    boolean offer(final CommandWriter command, final long replyTo) {
        while (!halt.isRaised()) {
            if (ring.offer(command, replyTo) >= 0) {
                ring.wake();
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }

    Throwable haltReason() {
        return halt.reason();
    }

    /** Slots whose commands were not decided, forced and delivered. */
    int occupancy() {
        return ring.occupancy();
    }

    /** The core, once the engine is closed. */
    FlashCore core() {
        return core;
    }

    @Override
    public void close() {
        if (!ring.drain(DRAIN_MS)) {
            throw new IllegalStateException("the ring did not end");
        }
        journal.close();
    }
}
