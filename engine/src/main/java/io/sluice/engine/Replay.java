package io.sluice.engine;

import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.journal.Pace;
import io.sluice.engine.journal.ReadableJournal;
import io.sluice.engine.journal.Snapshot;
import io.sluice.engine.journal.SnapshotStore;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFault;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.RecordHash;
import io.sluice.engine.ring.RecordReplayer;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A core that is brought to where the journal stands: from the newest snapshot that verifies, or from nothing, and then
 * record by record, each checked against the chain and decided again. One thread.
 */
public final class Replay {
    private static final Logger LOGGER = LoggerFactory.getLogger(Replay.class);

    private final FlashCore core;
    private final RecordChain chain = new RecordChain();
    private final RecordReplayer replayer;
    private final RecordBatch batch = new RecordBatch();
    private long loadedBytes;
    private long appliedBytes;

    private Replay(final FlashCore core) {
        this.core = core;
        this.replayer = new RecordReplayer(core);
    }

    /** Before the first record. */
    public static Replay fromNothing(final CoreReserves reserves) {
        return new Replay(new FlashCore(reserves));
    }

    /**
     * Behind the newest snapshot that verifies and whose state is what it says; before the first record if none is.
     *
     * @param journal      holds the record that a snapshot says it was taken behind.
     * @param maxSequence  only snapshots up to this record are looked at.
     */
    public static Replay fromSnapshot(
            final SnapshotStore snapshots,
            final CoreReserves reserves,
            final ReadableJournal journal,
            final long maxSequence) {
        long newestWanted = maxSequence;
        for (Optional<Snapshot> found = snapshots.newest(newestWanted);
                found.isPresent();
                found = snapshots.newest(newestWanted)) {
            final Snapshot snapshot = found.get();
            final Replay replay = fromNothing(reserves);
            final String fault =
                    isOf(journal, snapshot) ? replay.load(snapshots, snapshot) : "it was taken of another journal";
            if (fault == null) {
                return replay;
            }
            LOGGER.warn("snapshot {} refused: {}", snapshot.file(), fault);
            newestWanted = snapshot.sequence() - 1;
        }
        return fromNothing(reserves);
    }

    /** Whether the record that the snapshot was taken behind is this journal's. */
    private static boolean isOf(final ReadableJournal journal, final Snapshot snapshot) {
        try (JournalReader reader = journal.reader(snapshot.sequence())) {
            final RecordFlyweight record = reader.next();
            return record != null
                    && RecordHash.of(record.buffer(), record.offset(), record.length()) == snapshot.recordHash();
        }
    }

    /** Takes the snapshot's state in; answers what is wrong with it, null when nothing is. */
    private String load(final SnapshotStore snapshots, final Snapshot snapshot) {
        try {
            snapshots.load(snapshot, core::load);
            if (core.stateHash() != snapshot.stateHash()) {
                return "the state's hash is another than its header says";
            }
        } catch (final RuntimeException unreadable) {
            return unreadable.toString();
        }
        chain.resume(snapshot.sequence(), snapshot.timeMs(), snapshot.recordHash());
        loadedBytes = snapshot.stateLength();
        return null;
    }

    /** Writes a snapshot of the core as it stands, whose hash the caller knows. */
    Snapshot save(final SnapshotStore snapshots, final long stateHash, final Pace pace) {
        return snapshots.write(chain.sequence(), chain.timeMs(), chain.hash(), stateHash, core::save, pace);
    }

    /** The core as it stands. */
    public FlashCore core() {
        return core;
    }

    /** Stands at the record applied last. */
    public RecordChain chain() {
        return chain;
    }

    /** Bytes of the snapshot's state it began with, 0 for none. */
    long loadedBytes() {
        return loadedBytes;
    }

    /** Bytes of the records applied. */
    long appliedBytes() {
        return appliedBytes;
    }

    /** A reader of the records behind this one. */
    public JournalReader readerOf(final ReadableJournal journal) {
        return journal.reader(chain.sequence() + 1);
    }

    /** As the other {@code catchUp}, seen by nobody. */
    public long catchUp(final JournalReader reader, final long lastSequence) {
        return catchUp(reader, lastSequence, record -> {});
    }

    /**
     * Applies what the reader has, up to the record {@code lastSequence}. Records are read some way ahead and shown to the
     * core, so that it need not wait for memory when their turn comes.
     *
     * @param onApplied  sees each record once it has been applied.
     * @return records applied.
     * @throws JournalFaultException at the first record that does not follow or is decided otherwise; those before it have
     *     been applied.
     */
    public long catchUp(
            final JournalReader reader, final long lastSequence, final Consumer<RecordFlyweight> onApplied) {
        final long before = chain.sequence();
        do {
            batch.read(reader, lastSequence - chain.sequence(), replayer::foresee);
            for (int i = 0; i < batch.size(); i++) {
                final RecordFlyweight record = batch.record(i);
                apply(record, batch.hash(i));
                onApplied.accept(record);
            }
            if (batch.fault() != null) {
                throw batch.fault();
            }
        } while (batch.size() > 0);
        return chain.sequence() - before;
    }

    private void apply(final RecordFlyweight record, final long hash) {
        final RecordFault fault = chain.step(record.buffer(), record.offset(), hash);
        if (fault != RecordFault.NONE) {
            throw new JournalFaultException(chain.sequence() + 1, fault.sentence());
        }
        replayer.apply(record);
        appliedBytes += record.length();
    }
}
