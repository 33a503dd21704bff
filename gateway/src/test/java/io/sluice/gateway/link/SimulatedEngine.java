package io.sluice.gateway.link;

import io.sluice.engine.EngineLink;
import io.sluice.engine.journal.Durability;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.ring.EngineCounters;
import io.sluice.engine.ring.SimulatedShop;
import io.sluice.engine.view.BrandBoard;
import io.sluice.engine.view.BrandFollower;

/** A real core without threads or files behind a gateway of one event loop, and a new one whenever a test wants it. */
public final class SimulatedEngine implements EnginePort, EngineLink {
    private static final long TIME_MS = 1_795_262_400_000L;

    private final LinkListener listener;
    private final EngineCounters counters = new EngineCounters();
    private volatile SimulatedShop shop;
    private volatile BrandBoard brandBoard;

    /** Tells {@code listener}. */
    public SimulatedEngine(final LinkListener listener) {
        this.listener = listener;
        renew();
    }

    /** From now on there is another shop, as it was in the beginning. Any thread, while nothing is in flight. */
    public void renew() {
        final BrandBoard board = new BrandBoard();
        shop = new SimulatedShop(new BrandFollower(board, listener));
        brandBoard = board;
    }

    @Override
    public long offer(final CommandWriter writer, final long replyTo) {
        shop.offer(writer, replyTo);
        return 0;
    }

    @Override
    public int capacity() {
        return 1;
    }

    @Override
    public int occupancy() {
        return 0;
    }

    @Override
    public void wake() {}

    @Override
    public long firstSequence() {
        return 0;
    }

    @Override
    public void confirm(final String consumer, final long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public EngineLink link() {
        return this;
    }

    /** A reader of nothing. */
    @Override
    public JournalReader reader(final long fromSequence) {
        return new JournalReader() {
            @Override
            public RecordFlyweight next() {
                return null;
            }

            @Override
            public long hash() {
                return 0;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public long durableSequence() {
        return 0;
    }

    @Override
    public long sequenceAtOrAfter(final long timeMs) {
        return 1;
    }

    @Override
    public Throwable haltReason() {
        return null;
    }

    @Override
    public boolean isStorageLow() {
        return false;
    }

    @Override
    public EngineCounters counters() {
        return counters;
    }

    @Override
    public Durability durability() {
        return Durability.PROCESS;
    }

    @Override
    public BrandBoard brandBoard() {
        return brandBoard;
    }

    @Override
    public long nowMs() {
        return TIME_MS;
    }
}
