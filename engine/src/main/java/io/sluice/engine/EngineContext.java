package io.sluice.engine;

import io.sluice.engine.core.CoreLimits;
import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.journal.ChronicleJournal;
import io.sluice.engine.journal.Durability;
import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.JournalSettings;
import io.sluice.engine.journal.StorageWatch;
import io.sluice.engine.protocol.EngineListener;
import io.sluice.engine.ring.CommandRing;
import io.sluice.engine.ring.WaitMode;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.agrona.BitUtil;
import org.slf4j.LoggerFactory;

/**
 * Everything an engine can be told before it starts; what has a name in a configuration file stands in
 * {@link EngineProperty}. Filled by one thread, then given to {@link FlashEngine#launch}, which {@linkplain #conclude
 * concludes} it.
 */
public final class EngineContext {
    private static final int MAX_RING_SIZE = 1 << 20;
    private static final int MAX_SLOT_BYTES = 1 << 15;
    /** What a record takes in the journal besides its own bytes: Chronicle's length before it, and its alignment. */
    private static final int DOCUMENT_BYTES = 8;

    private Path dataDirectory;
    private EngineListener listener;
    private LongSupplier wallClock = System::currentTimeMillis;
    private LongSupplier nanoClock = System::nanoTime;
    private Consumer<Throwable> onHalt = EngineContext::haltProcess;
    private int ringSize;
    private int slotBytes;
    private WaitMode waitMode;
    private Durability durability;
    private int blockBytes;
    private long lowSpaceBytes;
    private long snapshotEvery;
    private int pulseMs;
    private int drainMs;
    private long maxOrders;
    private long reservedOrders;
    private int maxKeys;
    private int reservedKeys;
    private int keyRetentionHours;
    private int maxRefusedKeys;
    private int maxViewerOffers;
    private int reservedViewerOffers;
    private int maxViewers;
    private long maxWriteOff;

    /** A context with the default of every property. */
    public EngineContext() {
        for (final EngineProperty property : EngineProperty.values()) {
            property.apply(this, property.defaultValue());
        }
    }

    /**
     * Sets a property by its name.
     *
     * @throws IllegalArgumentException naming the property, when there is none of that name or the value is no value of
     *     it.
     */
    public EngineContext set(final String name, final String value) {
        EngineProperty.named(name).apply(this, value);
        return this;
    }

    /**
     * Checks every value and their relations.
     *
     * @throws IllegalArgumentException with name=value of the first that is off.
     */
    public EngineContext conclude() {
        Objects.requireNonNull(dataDirectory, "dataDirectory");
        Objects.requireNonNull(listener, "listener");
        require(
                BitUtil.isPowerOfTwo(ringSize) && ringSize >= 64 && ringSize <= MAX_RING_SIZE,
                EngineProperty.RING_SIZE,
                ringSize);
        require(
                slotBytes >= CommandRing.MIN_SLOT_BYTES && slotBytes <= MAX_SLOT_BYTES,
                EngineProperty.SLOT_BYTES,
                slotBytes);
        require((long) ringSize * slotBytes <= 1 << 30, EngineProperty.RING_SIZE, ringSize);
        require(
                blockBytes >= JournalSettings.MIN_BLOCK_BYTES && blockBytes <= JournalSettings.MAX_BLOCK_BYTES,
                EngineProperty.BLOCK_BYTES,
                blockBytes);
        require(lowSpaceBytes >= blockBytes, EngineProperty.LOW_SPACE_BYTES, lowSpaceBytes);
        require(snapshotEvery >= 0, EngineProperty.SNAPSHOT_EVERY, snapshotEvery);
        require(pulseMs >= 1 && pulseMs <= 1_000, EngineProperty.PULSE_MS, pulseMs);
        require(drainMs >= 1, EngineProperty.DRAIN_MS, drainMs);
        require(reservedOrders <= maxOrders, EngineProperty.RESERVED_ORDERS, reservedOrders);
        require(reservedKeys <= maxKeys, EngineProperty.RESERVED_KEYS, reservedKeys);
        require(reservedViewerOffers <= maxViewerOffers, EngineProperty.RESERVED_VIEWER_OFFERS, reservedViewerOffers);
        limits();
        reserves();
        return this;
    }

    private static void require(final boolean holds, final EngineProperty property, final long value) {
        if (!holds) {
            throw new IllegalArgumentException(property.propertyName() + "=" + value + ": " + property.sentence());
        }
    }

    private static void haltProcess(final Throwable why) {
        LoggerFactory.getLogger(FlashEngine.class).error("the engine halts", why);
        Runtime.getRuntime().halt(1);
    }

    /** How much the core is to keep at most; the engine tells it at the start if it is told otherwise. */
    public CoreLimits limits() {
        final CoreLimits defaults = CoreLimits.DEFAULT;
        return new CoreLimits(
                defaults.maxRooms(),
                defaults.maxItems(),
                defaults.maxOffers(),
                maxOrders,
                maxKeys,
                keyRetentionHours * 3_600_000L,
                maxViewerOffers,
                defaults.maxMutes(),
                maxRefusedKeys,
                maxViewers,
                maxWriteOff);
    }

    /** For how much memory is set aside at the start. */
    public CoreReserves reserves() {
        return new CoreReserves(reservedOrders, reservedKeys, reservedViewerOffers);
    }

    /** Where journal, snapshots and lock lie; made when it is not there. No default. */
    public EngineContext dataDirectory(final Path directory) {
        dataDirectory = directory;
        return this;
    }

    /** Where journal, snapshots and lock lie. */
    public Path dataDirectory() {
        return dataDirectory;
    }

    /** Who hears of what is durable. No default. */
    public EngineContext listener(final EngineListener newListener) {
        listener = newListener;
        return this;
    }

    /** Who hears of what is durable. */
    public EngineListener listener() {
        return listener;
    }

    /** Asked once at the start, epoch ms; from then on core time follows {@link #nanoClock}. */
    public EngineContext wallClock(final LongSupplier clock) {
        wallClock = clock;
        return this;
    }

    /** The wall clock, epoch ms. */
    public LongSupplier wallClock() {
        return wallClock;
    }

    /**
     * What core time follows from the start on, in ns since any moment: System.nanoTime, but in a rehearsal, whose time
     * passes faster. Asked on any thread.
     */
    public EngineContext nanoClock(final LongSupplier clock) {
        nanoClock = clock;
        return this;
    }

    /** What core time follows, ns. */
    public LongSupplier nanoClock() {
        return nanoClock;
    }

    /** Told the reason when the engine halts; by default logs it and ends the process with exit code 1. */
    public EngineContext onHalt(final Consumer<Throwable> newOnHalt) {
        onHalt = newOnHalt;
        return this;
    }

    /** Told the reason when the engine halts. */
    public Consumer<Throwable> onHalt() {
        return onHalt;
    }

    /** See {@link EngineProperty#RING_SIZE}. */
    public EngineContext ringSize(final int slots) {
        ringSize = slots;
        return this;
    }

    /** See {@link EngineProperty#RING_SIZE}. */
    public int ringSize() {
        return ringSize;
    }

    /** See {@link EngineProperty#SLOT_BYTES}. */
    public EngineContext slotBytes(final int bytes) {
        slotBytes = bytes;
        return this;
    }

    /** See {@link EngineProperty#SLOT_BYTES}. */
    public int slotBytes() {
        return slotBytes;
    }

    /** See {@link EngineProperty#WAIT_MODE}. */
    public EngineContext waitMode(final WaitMode mode) {
        waitMode = mode;
        return this;
    }

    /** See {@link EngineProperty#WAIT_MODE}. */
    public WaitMode waitMode() {
        return waitMode;
    }

    /** See {@link EngineProperty#DURABILITY}. */
    public EngineContext durability(final Durability level) {
        durability = level;
        return this;
    }

    /** See {@link EngineProperty#DURABILITY}. */
    public Durability durability() {
        return durability;
    }

    /** See {@link EngineProperty#BLOCK_BYTES}. */
    public EngineContext blockBytes(final int bytes) {
        blockBytes = bytes;
        return this;
    }

    /** See {@link EngineProperty#BLOCK_BYTES}. */
    public int blockBytes() {
        return blockBytes;
    }

    /** See {@link EngineProperty#LOW_SPACE_BYTES}. */
    public EngineContext lowSpaceBytes(final long bytes) {
        lowSpaceBytes = bytes;
        return this;
    }

    /** See {@link EngineProperty#LOW_SPACE_BYTES}. */
    public long lowSpaceBytes() {
        return lowSpaceBytes;
    }

    /** See {@link EngineProperty#SNAPSHOT_EVERY}. */
    public EngineContext snapshotEvery(final long records) {
        snapshotEvery = records;
        return this;
    }

    /** See {@link EngineProperty#SNAPSHOT_EVERY}. */
    public long snapshotEvery() {
        return snapshotEvery;
    }

    /** See {@link EngineProperty#PULSE_MS}. */
    public EngineContext pulseMs(final int ms) {
        pulseMs = ms;
        return this;
    }

    /** See {@link EngineProperty#PULSE_MS}. */
    public int pulseMs() {
        return pulseMs;
    }

    /** See {@link EngineProperty#DRAIN_MS}. */
    public EngineContext drainMs(final int ms) {
        drainMs = ms;
        return this;
    }

    /** See {@link EngineProperty#DRAIN_MS}. */
    public int drainMs() {
        return drainMs;
    }

    /** See {@link EngineProperty#MAX_ORDERS} and {@link EngineProperty#RESERVED_ORDERS}. */
    public EngineContext orders(final long reserved, final long max) {
        reservedOrders = reserved;
        maxOrders = max;
        return this;
    }

    /** See {@link EngineProperty#MAX_KEYS}, {@link EngineProperty#RESERVED_KEYS}, {@link EngineProperty#KEY_RETENTION_HOURS}. */
    public EngineContext keys(final int reserved, final int max, final int retentionHours) {
        reservedKeys = reserved;
        maxKeys = max;
        keyRetentionHours = retentionHours;
        return this;
    }

    /** See {@link EngineProperty#MAX_REFUSED_KEYS}. */
    public EngineContext refusedKeys(final int max) {
        maxRefusedKeys = max;
        return this;
    }

    /** See {@link EngineProperty#MAX_VIEWER_OFFERS} and {@link EngineProperty#RESERVED_VIEWER_OFFERS}. */
    public EngineContext viewerOffers(final int reserved, final int max) {
        reservedViewerOffers = reserved;
        maxViewerOffers = max;
        return this;
    }

    /** See {@link EngineProperty#MAX_VIEWERS}. */
    public EngineContext viewers(final int max) {
        maxViewers = max;
        return this;
    }

    /** See {@link EngineProperty#MAX_WRITE_OFF}. */
    public EngineContext writeOff(final long most) {
        maxWriteOff = most;
        return this;
    }

    long maxOrders() {
        return maxOrders;
    }

    long reservedOrders() {
        return reservedOrders;
    }

    int maxKeys() {
        return maxKeys;
    }

    int reservedKeys() {
        return reservedKeys;
    }

    int keyRetentionHours() {
        return keyRetentionHours;
    }

    int maxViewerOffers() {
        return maxViewerOffers;
    }

    int reservedViewerOffers() {
        return reservedViewerOffers;
    }

    JournalDirectory directory() {
        return new JournalDirectory(dataDirectory);
    }

    JournalSettings journalSettings() {
        return new JournalSettings()
                .withDurability(durability)
                .withBlockBytes(blockBytes)
                .withAcceptedBytes((long) ringSize * (slotBytes + DOCUMENT_BYTES));
    }

    StorageWatch storageWatch(final ChronicleJournal journal) {
        return StorageWatch.of(journal, lowSpaceBytes, blockBytes, System.nanoTime());
    }
}
