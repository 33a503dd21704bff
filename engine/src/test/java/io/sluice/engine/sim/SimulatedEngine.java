package io.sluice.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.Boards;
import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.core.StateBytes;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.protocol.EngineListener;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFault;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.ring.HaltSignal;
import io.sluice.engine.ring.RecordReplayer;
import io.sluice.engine.ring.SimulatedRing;
import io.sluice.engine.view.RoomBoard;
import java.util.Map;
import java.util.function.LongSupplier;

/** One life of an engine: it starts from snapshot and journal, and ends when nobody gives it a turn any more. */
final class SimulatedEngine {
    private static final int RING_SIZE = 16;

    private final FlashCore core;
    private final RecordChain chain = new RecordChain();
    private final RoomBoard board;
    private final SimulatedRing ring;

    /** Starts from a snapshot, null for none, and from the records behind it. */
    SimulatedEngine(
            final SimulatedDisk disk,
            final Snapshot snapshot,
            final LongSupplier clock,
            final EngineListener listener) {
        core = new FlashCore(CoreReserves.NONE);
        if (snapshot != null) {
            core.load(snapshot.state().rewind());
            assertThat(core.stateHash()).as("hash of the snapshot's state").isEqualTo(snapshot.stateHash());
            chain.resume(snapshot.sequence(), snapshot.timeMs(), snapshot.recordHash());
        }
        replay(disk, core, chain);
        board = Boards.of(core, chain);
        ring = new SimulatedRing(
                RING_SIZE, core, chain, disk, clock, listener, new HaltSignal(SimulatedEngine::failOver));
    }

    /** The state hash of a core that decides all records on the disk again, from the first. */
    static long replayedHash(final SimulatedDisk disk) {
        final FlashCore core = new FlashCore(CoreReserves.NONE);
        replay(disk, core, new RecordChain());
        return core.stateHash();
    }

    private static void replay(final SimulatedDisk disk, final FlashCore core, final RecordChain chain) {
        final RecordReplayer replayer = new RecordReplayer(core);
        try (JournalReader reader = disk.reader(chain.sequence() + 1)) {
            for (RecordFlyweight record = reader.next(); record != null; record = reader.next()) {
                assertThat(chain.step(record.buffer(), record.offset(), reader.hash()))
                        .isEqualTo(RecordFault.NONE);
                replayer.apply(record);
            }
        }
    }

    private static void failOver(final Throwable why) {
        throw new AssertionError("the engine halts", why);
    }

    SimulatedRing ring() {
        return ring;
    }

    RoomBoard board() {
        return board;
    }

    /** Number of the record decided last. */
    long sequence() {
        return chain.sequence();
    }

    long stateHash() {
        return core.stateHash();
    }

    /** The core's turn, at most {@code most} slots; notes the state's hash behind each record. */
    void decide(final int most, final Map<Long, Long> hashes) {
        ring.decide(most, () -> hashes.put(chain.sequence(), core.stateHash()));
    }

    /** A snapshot of the core as it stands. */
    Snapshot snapshot() {
        final StateBytes state = new StateBytes();
        core.save(state);
        return new Snapshot(chain.sequence(), chain.timeMs(), chain.hash(), core.stateHash(), state);
    }

    /** A state and the record it was taken behind. */
    record Snapshot(long sequence, long timeMs, long recordHash, long stateHash, StateBytes state) {}
}
