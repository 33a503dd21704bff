package io.sluice.ops.journal;

import io.sluice.engine.EngineContext;
import io.sluice.engine.FlashEngine;
import io.sluice.engine.core.CoreLimits;
import io.sluice.engine.protocol.EngineListener;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.ExpireOrderDecoder;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.agrona.DirectBuffer;

/**
 * A whole engine whose answers go to nobody. A journal's commands are offered to it at the core times they were recorded
 * at, on a clock that may run faster than real time, and its decisions are held against the recorded ones. One thread
 * offers; the engine's sealer listens.
 */
final class ShadowEngine implements EngineListener, AutoCloseable {
    private static final long MAX_WAIT_NS = TimeUnit.MILLISECONDS.toNanos(25);
    private static final long FULL_NS = TimeUnit.MICROSECONDS.toNanos(200);
    private static final int MS_A_PULSE = 50;

    /** A command that was offered, as its record has it. */
    private record Recorded(long sequence, long timeMs, Outcome outcome) {}

    private final PacedClock clock = new PacedClock();
    private final Queue<Recorded> awaited = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Throwable> halted = new AtomicReference<>();
    private final ShadowTally tally = new ShadowTally();
    private final FlashEngine engine;
    private final int speed;
    private long offered;
    private long ringFull;
    private long recordedExpiries;

    /**
     * Launches the engine; its time stands still until {@link #run}.
     *
     * @param directory  where its journal is to lie, or lies up to the record before the first to be offered.
     * @param startMs    core time it begins at, epoch ms.
     * @param limits     what the core's limits are at that record: the commands will change them, the configuration must not.
     * @param speed      how many times as fast as real time its time is to pass.
     */
    ShadowEngine(final Path directory, final long startMs, final CoreLimits limits, final int speed) {
        this.speed = speed;
        engine = FlashEngine.launch(withLimits(limits)
                .dataDirectory(directory)
                .listener(this)
                .wallClock(() -> startMs)
                .nanoClock(clock)
                .pulseMs(Math.max(1, MS_A_PULSE / speed))
                .onHalt(halted::set));
    }

    private static EngineContext withLimits(final CoreLimits limits) {
        final EngineContext context = new EngineContext();
        final int hours = (int) TimeUnit.MILLISECONDS.toHours(limits.keyRetentionMs());
        return context.orders(Math.min(context.reserves().orders(), limits.maxOrders()), limits.maxOrders())
                .keys(Math.min(context.reserves().keys(), limits.maxKeys()), limits.maxKeys(), hours)
                .refusedKeys(limits.maxRefusedKeys())
                .viewerOffers(
                        Math.min(context.reserves().viewerOffers(), limits.maxViewerOffers()), limits.maxViewerOffers())
                .viewers(limits.maxViewers())
                .writeOff(limits.maxWriteOff());
    }

    /** Lets the engine's time pass so many times as fast as real time from now on; before the first call it stands still. */
    void run(final int times) {
        clock.pace(times);
    }

    /**
     * Offers a record's command when its time has come, and again for as long as the ring is full: what is not taken at
     * once is counted and comes late, and nothing is left out. Holds end by the shadow's own timers, so recorded expiries
     * are not offered.
     *
     * @return false when it was stopped before the command was taken.
     * @throws IllegalStateException when the engine takes nothing more.
     */
    boolean offer(final RecordFlyweight record, final BooleanSupplier stopped) {
        if (!waitUntil(record.timeMs(), stopped)) {
            return false;
        }
        if (record.commandType() == ExpireOrderDecoder.TEMPLATE_ID) {
            recordedExpiries += record.outcome() == Outcome.EXPIRED ? 1 : 0;
            return true;
        }
        awaited.add(new Recorded(record.sequence(), record.timeMs(), record.outcome()));
        for (long answer = offerNow(record); answer < 0; answer = offerNow(record)) {
            refuseUnlessFull(answer, record);
            if (stopped.getAsBoolean()) {
                return false;
            }
            ringFull++;
            engine.wake();
            LockSupport.parkNanos(FULL_NS);
        }
        engine.wake();
        offered++;
        return true;
    }

    private boolean waitUntil(final long timeMs, final BooleanSupplier stopped) {
        for (long leftMs = timeMs - engine.nowMs(); leftMs > 0; leftMs = timeMs - engine.nowMs()) {
            if (stopped.getAsBoolean() || halted.get() != null) {
                return false;
            }
            LockSupport.parkNanos(Math.min(MAX_WAIT_NS, TimeUnit.MILLISECONDS.toNanos(leftMs) / speed));
        }
        return true;
    }

    private long offerNow(final RecordFlyweight record) {
        return engine.offer(
                (buffer, offset) -> {
                    buffer.putBytes(offset, record.buffer(), record.commandOffset(), record.commandLength());
                    return record.commandLength();
                },
                record.sequence());
    }

    private void refuseUnlessFull(final long answer, final RecordFlyweight record) {
        if (answer == FlashEngine.FULL) {
            return;
        }
        final String why;
        if (answer == FlashEngine.STORAGE_LOW) {
            why = "has too little free space on its disk";
        } else {
            why = answer == FlashEngine.TOO_LONG ? "has no slot as long as it" : "has halted: " + halted.get();
        }
        throw new IllegalStateException("sequence=" + record.sequence() + ": the shadow " + why);
    }

    @Override
    public void onRecord(final RecordFlyweight record, final long replyTo) {
        if (replyTo == FlashEngine.NO_REPLY) {
            if (record.outcome() == Outcome.EXPIRED) {
                tally.expired();
            }
            return;
        }
        final Recorded recorded = awaited.remove();
        if (recorded.sequence() != replyTo) {
            throw new IllegalStateException("sequence=" + recorded.sequence() + ": the shadow made no record of it");
        }
        tally.decided(replyTo, recorded.outcome(), record.outcome(), record.timeMs() - recorded.timeMs());
    }

    @Override
    public void onAnswer(final DirectBuffer buffer, final int offset, final int length, final long replyTo) {}

    @Override
    public void onBatchEnd() {}

    /** Commands that were offered and taken. */
    long offered() {
        return offered;
    }

    /** How often a command met a full ring and was offered again. */
    long ringFull() {
        return ringFull;
    }

    /** Holds that ended in the journal. */
    long recordedExpiries() {
        return recordedExpiries;
    }

    /**
     * Decides and forces what is in the ring.
     *
     * @throws IllegalStateException when it has halted.
     */
    @Override
    public void close() {
        engine.close();
        if (halted.get() != null) {
            throw new IllegalStateException("the shadow has halted: " + halted.get(), halted.get());
        }
    }

    /** The decisions; of a shadow that is closed. */
    ShadowTally tally() {
        return tally;
    }

    /** Hash of the state; of a shadow that is closed. */
    long stateHash() {
        return engine.closedCore().stateHash();
    }
}
