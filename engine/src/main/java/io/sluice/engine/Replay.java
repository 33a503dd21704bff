package io.sluice.engine;

import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.journal.Pace;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.sluice.engine.journal.ReadableJournal;
import io.sluice.engine.journal.Snapshot;
import io.sluice.engine.journal.SnapshotStore;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFault;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.RecordHash;
import io.sluice.engine.ring.RecordReplayer;
import io.sluice.engine.view.BrandBoard;
import io.sluice.engine.view.RoomBoard;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.agrona.LangUtil;
import org.slf4j.LoggerFactory;

/**
 * A core that is brought to where the journal stands: from the newest snapshot that verifies, or from nothing, and then
 * record by record, each checked against the chain and decided again. One thread.
 */
public final class Replay {
    /** So many records are shown to the core before the first of them is applied, so that it waits for memory once. */
    private static final int FORESEEN = 32;

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
     * @throws JournalFaultException when none is, and the journal does not begin with its first record any more.
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
            final Optional<Replay> replay = behind(found.get(), snapshots, reserves, journal);
            if (replay.isPresent()) {
                return replay.get();
            }
            newestWanted = found.get().sequence() - 1;
        }
        if (journal.firstSequence() > 1) {
            throw pruned(journal.firstSequence(), "no snapshot up to " + maxSequence + " verifies");
        }
        return fromNothing(reserves);
    }

    /**
     * As far back as the journal can be decided again: before the first record or, where older ones were pruned, behind the
     * oldest snapshot that verifies.
     *
     * @throws JournalFaultException when neither is there.
     */
    public static Replay fromOldest(final CoreReserves reserves, final ReadOnlyJournal journal) {
        final long first = journal.firstSequence();
        if (first <= 1) {
            return fromNothing(reserves);
        }
        final SnapshotStore snapshots = journal.snapshots();
        return snapshots.sound().stream()
                .flatMap(snapshot -> behind(snapshot, snapshots, reserves, journal).stream())
                .findFirst()
                .orElseThrow(() -> pruned(first, "no snapshot verifies"));
    }

    private static JournalFaultException pruned(final long first, final String why) {
        return new JournalFaultException(
                first, "the journal begins here, and " + why + " that what follows could be decided from");
    }

    /** Behind a snapshot; nothing, and a warning why, when its bytes are not sound, or it is not this journal's or its state. */
    public static Optional<Replay> behind(
            final Snapshot snapshot,
            final SnapshotStore snapshots,
            final CoreReserves reserves,
            final ReadableJournal journal) {
        final Replay replay = fromNothing(reserves);
        final String fault = faultOf(snapshot, journal);
        final String stateFault = fault == null ? replay.load(snapshots, snapshot) : fault;
        if (stateFault == null) {
            return Optional.of(replay);
        }
        // Asked for here: setting up the log takes longer than a journal's first half million records, and most say
        // nothing.
        LoggerFactory.getLogger(Replay.class).warn("snapshot {} refused: {}", snapshot.file(), stateFault);
        return Optional.empty();
    }

    /** Why the record that the snapshot was taken behind is not this journal's; null when it is. */
    private static String faultOf(final Snapshot snapshot, final ReadableJournal journal) {
        final long last = journal.lastSequence();
        if (snapshot.sequence() > last) {
            return "the journal ends at " + last;
        }
        try (JournalReader reader = journal.reader(snapshot.sequence())) {
            final RecordFlyweight record = reader.next();
            return record != null
                            && RecordHash.of(record.buffer(), record.offset(), record.length()) == snapshot.recordHash()
                    ? null
                    : "it was taken of another journal";
        } catch (final IllegalArgumentException pruned) {
            return "its record is not there: " + pruned.getMessage();
        }
    }

    /** Takes the snapshot's state in; answers what is wrong with it, null when nothing is. */
    private String load(final SnapshotStore snapshots, final Snapshot snapshot) {
        try {
            snapshots.load(snapshot, core::take);
            final CompletableFuture<Long> stateHash = CompletableFuture.supplyAsync(this::hashAndIndexAnswers);
            try {
                core.index();
            } finally {
                // Else the hashing would keep a refused core while the next snapshot is loaded.
                stateHash.exceptionally(failed -> null).join();
            }
            if (joined(stateHash) != snapshot.stateHash()) {
                return "the state's hash is another than its header says";
            }
        } catch (final RuntimeException unreadable) {
            return unreadable.toString();
        }
        chain.resume(snapshot.sequence(), snapshot.timeMs(), snapshot.recordHash());
        loadedBytes = snapshot.stateLength();
        return null;
    }

    private long hashAndIndexAnswers() {
        final long stateHash = core.stateHash();
        core.indexAnswers();
        return stateHash;
    }

    /** As if it had been done on this thread: an Error is no fault of the snapshot's. */
    private static <T> T joined(final CompletableFuture<T> done) {
        try {
            return done.join();
        } catch (final CompletionException failed) {
            LangUtil.rethrowUnchecked(failed.getCause());
            throw failed;
        }
    }

    /** Writes a snapshot of the core as it stands, whose hash the caller knows. */
    Snapshot save(final SnapshotStore snapshots, final long stateHash, final Pace pace) {
        return snapshots.write(chain.sequence(), chain.timeMs(), chain.hash(), stateHash, core::save, pace);
    }

    /** The core as it stands. */
    public FlashCore core() {
        return core;
    }

    /** The rooms as of the record applied last. */
    public RoomBoard board() {
        return BoardLoader.loadRooms(core, chain);
    }

    /** The brand's stores, guides, groups, hosts, policy, commission plans and campaigns as of the record applied last. */
    public BrandBoard brandBoard() {
        return BoardLoader.loadBrand(core);
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
     * Applies what the reader has, up to the record {@code lastSequence}.
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
            batch.read(reader, lastSequence - chain.sequence());
            apply(batch, onApplied);
        } while (batch.size() > 0);
        return chain.sequence() - before;
    }

    /** As {@link #catchUp}, with a thread beside this one that reads and checks what is decided here: for much at once. */
    void catchUpAhead(final JournalReader reader, final long lastSequence) {
        try (ReadAhead ahead = new ReadAhead(reader, lastSequence - chain.sequence())) {
            RecordBatch next;
            do {
                next = ahead.next();
                apply(next, record -> {});
            } while (next.size() > 0);
        }
    }

    private void apply(final RecordBatch read, final Consumer<RecordFlyweight> onApplied) {
        for (int from = 0; from < read.size(); from += FORESEEN) {
            final int to = Math.min(read.size(), from + FORESEEN);
            for (int i = from; i < to; i++) {
                replayer.expect(read.record(i));
            }
            replayer.foresee();
            for (int i = from; i < to; i++) {
                final RecordFlyweight record = read.record(i);
                apply(record, read.hash(i));
                onApplied.accept(record);
            }
        }
        if (read.fault() != null) {
            LangUtil.rethrowUnchecked(read.fault());
        }
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
