package io.sluice.engine;

import io.sluice.engine.core.CoreLimits;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.journal.ChronicleJournal;
import io.sluice.engine.journal.ConsumerPosition;
import io.sluice.engine.journal.ConsumerRegistry;
import io.sluice.engine.journal.Durability;
import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.journal.Pace;
import io.sluice.engine.journal.SnapshotStore;
import io.sluice.engine.journal.StorageWatch;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.ring.CommandRing;
import io.sluice.engine.ring.EngineCounters;
import io.sluice.engine.ring.HaltSignal;
import io.sluice.engine.view.BrandBoard;
import io.sluice.engine.view.BrandFollower;
import io.sluice.engine.view.RoomBoard;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine: journal, core and ring put together, from the lock on the data directory to the last snapshot. An order's
 * way through it is {@link #offer} into the ring, {@code DecisionHandler} on the core thread, {@code SealHandler} on the
 * sealer thread, and from there the context's listener.
 */
public final class FlashEngine implements EngineLink, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(FlashEngine.class);

    private final EngineContext context;
    private final ChronicleJournal journal;
    private final SnapshotStore snapshots;
    private final ConsumerRegistry consumers;
    private final Replay replay;
    private final CoreClock clock;
    private final CommandRing ring;
    private final EngineCounters counters = new EngineCounters();
    private final HaltSignal halt;
    private final StorageWatch storage;
    private final RoomBoard board;
    private final BrandBoard brandBoard;
    private final EnginePulse pulse;
    private final SnapshotTaker snapshotTaker;
    private final ShadowCore shadow;
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile boolean open;
    private volatile boolean closed;

    private FlashEngine(final EngineContext context, final ChronicleJournal journal) {
        this.context = context;
        this.journal = journal;
        snapshots = new SnapshotStore(context.directory());
        consumers = new ConsumerRegistry(context.directory());
        replay = Replay.fromSnapshot(snapshots, context.reserves(), journal, journal.lastSequence());
        try (JournalReader reader = replay.readerOf(journal)) {
            replay.catchUpAhead(reader, journal.lastSequence());
        }
        if (replay.chain().sequence() < journal.lastSequence()) {
            throw new JournalFaultException(replay.chain().sequence() + 1, "cannot be found");
        }
        board = replay.board();
        brandBoard = replay.brandBoard();
        clock = new CoreClock(context.wallClock().getAsLong(), replay.chain().timeMs(), context.nanoClock());
        halt = new HaltSignal(context.onHalt());
        storage = context.storageWatch(journal);
        ring = new CommandRing(
                context.ringSize(),
                context.slotBytes(),
                context.waitMode(),
                replay.core(),
                replay.chain(),
                journal,
                clock,
                new BrandFollower(brandBoard, context.listener()),
                counters,
                halt,
                storage);
        snapshotTaker = new SnapshotTaker(journal::forceForSnapshot, snapshots, storage, counters);
        pulse = new EnginePulse(ring, storage, context.pulseMs());
        shadow = new ShadowCore(context, journal, snapshots, snapshotTaker, ring::durableSequence, counters, halt);
    }

    /**
     * Opens the data directory, replays and verifies what is there, and opens the doors.
     *
     * @throws IllegalArgumentException  when a property is off; the message is name=value and what is allowed.
     * @throws IllegalStateException     when another process holds the directory; the message names its process id.
     * @throws io.sluice.engine.journal.JournalFaultException  when the journal does not verify; it names the record.
     */
    public static FlashEngine launch(final EngineContext context) {
        context.conclude();
        final ChronicleJournal journal = ChronicleJournal.open(context.directory(), context.journalSettings());
        FlashEngine engine = null;
        try {
            engine = new FlashEngine(context, journal);
        } finally {
            if (engine == null) {
                journal.close();
            }
        }
        engine.start();
        return engine;
    }

    /**
     * Limits of the configuration that the core does not have yet become the ring's first command, hence a record. Below
     * the disk's watermark nothing is written: the core keeps the limits it has until the next start.
     */
    private void offerLimits() {
        final CoreLimits wanted = context.limits();
        final CoreLimits present = replay.core().limits();
        if (wanted.equals(present)) {
            return;
        }
        if (storage.low()) {
            LOGGER.warn("too little disk to note {}; until the next start it is {}", wanted, present);
        } else {
            ring.offer(new LimitsWriter(wanted), NO_REPLY);
        }
    }

    private void start() {
        offerLimits();
        ring.start();
        pulse.start();
        shadow.start();
        open = true;
    }

    @Override
    public long offer(final CommandWriter writer, final long replyTo) {
        if (!open || halt.isRaised()) {
            return CLOSED;
        }
        return ring.offer(writer, replyTo);
    }

    @Override
    public void wake() {
        ring.wake();
    }

    @Override
    public int capacity() {
        return ring.capacity();
    }

    @Override
    public int occupancy() {
        return ring.occupancy();
    }

    /** Core time, epoch ms. Any thread. */
    public long nowMs() {
        return clock.getAsLong();
    }

    /** Number of the newest durable record; readers show nothing above it. Any thread. */
    public long durableSequence() {
        return ring.durableSequence();
    }

    /** Number of the oldest record that the journal still has, 0 for none. Any thread. */
    public long firstSequence() {
        return journal.firstSequence();
    }

    /** Number of the first record at or after a moment of core time. Any thread. */
    public long sequenceAtOrAfter(final long timeMs) {
        return journal.sequenceAtOrAfter(timeMs);
    }

    /**
     * Notes that a consumer has done with the records up to a position, if it is registered. Writes a file: any thread that
     * may wait.
     *
     * @throws IllegalArgumentException when it is registered, and the journal does not hold what lies behind the position.
     */
    public void confirm(final String consumer, final long position) {
        consumers.confirm(consumer, position);
    }

    /** A reader of the journal from a record on; not to be shown beyond {@link #durableSequence()}. Any thread. */
    public JournalReader reader(final long fromSequence) {
        return journal.reader(fromSequence);
    }

    /** Where journal, snapshots and lock lie; no other process writes there while this engine is open. */
    public Path dataDirectory() {
        return context.dataDirectory();
    }

    /** What an answer of this engine promises. */
    public Durability durability() {
        return context.durability();
    }

    /** Rooms as they stood when the engine opened; its one owner brings it on with the records that the listener hears. */
    public RoomBoard board() {
        return board;
    }

    /** The brand's boards, of its people, plans and campaigns, as of the newest durable record. Any thread. */
    public BrandBoard brandBoard() {
        return brandBoard;
    }

    /** What the engine counts. Any thread. */
    public EngineCounters counters() {
        return counters;
    }

    /** Why the engine has halted, null while it runs. Any thread. */
    public Throwable haltReason() {
        return halt.reason();
    }

    /** Whether there is too little free space to take commands. Any thread. */
    public boolean isStorageLow() {
        return storage.low();
    }

    /** Free bytes of the journal's disk as of the last look at it. Any thread. */
    public long freeBytes() {
        return storage.freeBytes();
    }

    /** The watermark: with fewer free bytes nothing is taken. Any thread. */
    public long lowSpaceBytes() {
        return storage.lowSpaceBytes();
    }

    /**
     * How far the slowest registered consumer is: the last record it has confirmed; {@link Long#MAX_VALUE} when none is
     * registered. Reads files: any thread that may wait.
     */
    public long slowestConsumer() {
        return consumers.all().stream()
                .mapToLong(ConsumerPosition::position)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /**
     * The core, which belongs to nobody once the engine is closed.
     *
     * @throws IllegalStateException before that, and for ever when the stop did not come to its end.
     */
    public FlashCore closedCore() {
        if (!closed) {
            throw new IllegalStateException("the core belongs to its thread until the engine is closed");
        }
        return replay.core();
    }

    /**
     * Takes nothing more, decides and forces what is in the ring, writes a snapshot and lets the directory go. After a
     * halt no snapshot is written: the journal alone tells the truth. A second call does nothing. Not for a thread of the
     * engine, {@link EngineContext#onHalt} included.
     *
     * @throws IllegalStateException when the ring is not empty after drainMs; the engine has then halted, and journal and
     *     lock stay as they are until the process ends, for its threads may still be at work.
     */
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        open = false;
        pulse.close();
        shadow.close();
        if (!ring.drain(context.drainMs())) {
            final IllegalStateException late =
                    new IllegalStateException("drainMs=" + context.drainMs() + " was not enough to stop");
            halt.raise(late);
            throw late;
        }
        closed = true;
        try {
            if (!halt.isRaised()) {
                journal.force();
                snapshotTaker.take(replay, Pace.NONE);
            }
        } finally {
            journal.close();
        }
    }
}
