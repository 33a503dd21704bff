package io.sluice.gateway.imports;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.gateway.link.EngineClient;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.link.Pressure;
import io.sluice.gateway.link.ReplyHandler;
import io.sluice.gateway.link.RingGauge;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * The way of a list's commands to the engine, behind the orders: only so many are on it at once, and none is sent while the
 * ring is as full as makes talk wait. Answers are heard on the thread that sends. One thread at a time.
 */
final class CommandLane {
    /** Commands on their way at once. The core takes some milliseconds for as many of fifty viewers each. */
    static final int MAX_IN_FLIGHT = 64;
    /** Ring occupancy from which nothing is sent, in percent: likes are shed from there as well. */
    private static final int MAX_RING_PERCENT = 25;

    private static final long POLL_MS = 1;
    /** An evening's peak does not last as long; an engine that stands still does. */
    private static final long MAX_WAIT_NS = TimeUnit.MINUTES.toNanos(2);

    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final EngineClient client;
    private final IntSupplier ringPercent;
    private final BooleanSupplier stopping;
    private final long patienceNs;

    /**
     * A lane to an engine.
     *
     * @param stopping         whether nothing more is to be sent.
     * @param answerTimeoutMs  time the engine has for an answer.
     */
    CommandLane(
            final EnginePort engine,
            final LinkListener link,
            final BooleanSupplier stopping,
            final long answerTimeoutMs) {
        client = link.connect(engine, tasks::add, MAX_IN_FLIGHT);
        ringPercent = new RingGauge(engine);
        this.stopping = stopping;
        patienceNs = TimeUnit.MILLISECONDS.toNanos(answerTimeoutMs);
    }

    /**
     * Sends a command, waiting while there is no room for it.
     *
     * @return null, or why nothing can be sent any more; this command was not sent then.
     */
    ImportFault send(final CommandWriter writer, final ReplyHandler handler) throws InterruptedException {
        final long sinceNs = System.nanoTime();
        while (System.nanoTime() - sinceNs < MAX_WAIT_NS) {
            final Pressure pressure = stopping.getAsBoolean() ? Pressure.CLOSED : offer(writer, handler);
            switch (pressure) {
                case NONE -> {
                    return null;
                }
                case FULL -> hear();
                case STORAGE_LOW -> {
                    return ImportFault.STORAGE_LOW;
                }
                case CLOSED -> {
                    return ImportFault.STOPPING;
                }
                case TOO_LONG -> throw new IllegalStateException("a command does not fit a slot");
            }
        }
        return ImportFault.RING_FULL;
    }

    /** Hears answers for a moment, and tells of those that are late. */
    void hear() throws InterruptedException {
        final Runnable task = tasks.poll(POLL_MS, TimeUnit.MILLISECONDS);
        if (task == null) {
            client.expireLate(patienceNs);
        } else {
            task.run();
        }
    }

    private Pressure offer(final CommandWriter writer, final ReplyHandler handler) {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
        return ringPercent.getAsInt() < MAX_RING_PERCENT ? Pressure.of(client.send(writer, handler)) : Pressure.FULL;
    }
}
