package io.sluice.bench.micro;

import io.sluice.engine.EngineLink;
import io.sluice.engine.FlashEngine;
import io.sluice.engine.journal.Durability;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.EngineListener;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.ring.WaitMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;

/**
 * An engine with one room, and a caller that has one command or query under way at a time. The caller spins on its
 * processor until what it waits for has happened, so its own waking up is in no figure.
 */
final class OneCaller implements EngineListener, AutoCloseable {
    private static final int MAX_ORDERS = 8_000_000;
    private static final int SELDOM_MS = 1_000;

    /** Turns of the core thread: it asks for the time once for each slot. */
    private final AtomicLong turns = new AtomicLong();
    /** The newest reply address that an answer was delivered for, by the sealer thread. */
    private final AtomicLong answered = new AtomicLong();

    private final OrderStream orders = new OrderStream();
    private final Path data = TemporaryData.create();
    private final FlashEngine engine;
    private long asked;
    private long turnsBefore;

    OneCaller(final Durability durability, final WaitMode waitMode) throws IOException {
        engine = FlashEngine.launch(BenchJournal.context(data, MAX_ORDERS)
                .durability(durability)
                .waitMode(waitMode)
                // The engine's own beats are slots, too: one a second among tens of thousands of ours.
                .pulseMs(SELDOM_MS)
                .nanoClock(this::countTurn)
                .listener(this));
        OrderStream.openRoom().forEach(this::offer);
        awaitAnswer();
    }

    private long countTurn() {
        // While the engine runs the core thread alone asks.
        turns.lazySet(turns.get() + 1);
        return System.nanoTime();
    }

    /** Offers the next order and wakes the core. */
    void offerOrder() {
        orders.advance();
        offer(orders);
    }

    /** Offers a command or query and wakes the core. */
    void offer(final CommandWriter writer) {
        turnsBefore = turns.get();
        final long taken = engine.offer(writer, asked + 1);
        if (taken < 0) {
            throw new IllegalStateException("offer=" + taken);
        }
        asked++;
        engine.wake();
    }

    /** Returns when the core thread has come to what was offered last, nothing else being under way. */
    long awaitTurn() {
        while (turns.get() == turnsBefore) {
            Thread.onSpinWait();
        }
        return turnsBefore;
    }

    /** Returns when what was offered last has been answered. */
    long awaitAnswer() {
        while (answered.get() < asked) {
            Thread.onSpinWait();
        }
        return asked;
    }

    @Override
    public void onRecord(final RecordFlyweight record, final long replyTo) {
        noteAnswer(replyTo);
    }

    @Override
    public void onAnswer(final DirectBuffer buffer, final int offset, final int length, final long replyTo) {
        noteAnswer(replyTo);
    }

    @Override
    public void onBatchEnd() {}

    private void noteAnswer(final long replyTo) {
        if (replyTo != EngineLink.NO_REPLY) {
            answered.lazySet(replyTo);
        }
    }

    /** Closes the engine, sees that every order was reserved, and removes its directory. */
    @Override
    public void close() throws IOException {
        engine.close();
        final long reserved = engine.closedCore().orders();
        if (reserved != orders.count()) {
            throw new IllegalStateException("reserved=" + reserved + " offered=" + orders.count());
        }
        TemporaryData.delete(data);
    }
}
