package io.sluice.gateway.link;

import io.sluice.engine.EngineLink;
import io.sluice.engine.FlashEngine;
import io.sluice.engine.journal.Durability;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.ring.EngineCounters;
import io.sluice.engine.view.BrandBoard;
import java.nio.file.Path;

/** The engine of this process. */
public final class FlashEnginePort implements EnginePort {
    private final FlashEngine engine;

    /** A port to a launched engine. */
    public FlashEnginePort(final FlashEngine engine) {
        this.engine = engine;
    }

    @Override
    public EngineLink link() {
        return engine;
    }

    @Override
    public JournalReader reader(final long fromSequence) {
        return engine.reader(fromSequence);
    }

    @Override
    public long durableSequence() {
        return engine.durableSequence();
    }

    @Override
    public long firstSequence() {
        return engine.firstSequence();
    }

    @Override
    public void confirm(final String consumer, final long position) {
        engine.confirm(consumer, position);
    }

    @Override
    public long sequenceAtOrAfter(final long timeMs) {
        return engine.sequenceAtOrAfter(timeMs);
    }

    @Override
    public Throwable haltReason() {
        return engine.haltReason();
    }

    @Override
    public boolean isStorageLow() {
        return engine.isStorageLow();
    }

    @Override
    public long freeBytes() {
        return engine.freeBytes();
    }

    @Override
    public long lowSpaceBytes() {
        return engine.lowSpaceBytes();
    }

    @Override
    public long slowestConsumer() {
        return engine.slowestConsumer();
    }

    @Override
    public EngineCounters counters() {
        return engine.counters();
    }

    @Override
    public Durability durability() {
        return engine.durability();
    }

    @Override
    public Path dataDirectory() {
        return engine.dataDirectory();
    }

    @Override
    public BrandBoard brandBoard() {
        return engine.brandBoard();
    }

    @Override
    public long nowMs() {
        return engine.nowMs();
    }
}
