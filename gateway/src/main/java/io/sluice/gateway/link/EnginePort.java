package io.sluice.gateway.link;

import io.sluice.engine.EngineLink;
import io.sluice.engine.journal.Durability;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.ring.EngineCounters;
import io.sluice.engine.view.BrandBoard;
import java.nio.file.Path;

/** What the gateway needs of an engine. Every method may be called from any thread. */
public interface EnginePort {
    /** Where commands and queries are offered. */
    EngineLink link();

    /** A new reader positioned before the record {@code fromSequence}; for one thread, closed by whoever asked for it. */
    JournalReader reader(long fromSequence);

    /** Number of the newest durable record, 0 when there is none. Nobody is shown a record above it. */
    long durableSequence();

    /** Number of the oldest record that the journal still has, 0 when there is none. Looks at files. */
    long firstSequence();

    /**
     * Notes that a consumer has done with the records up to a position, if it is registered. Writes a file.
     *
     * @throws IllegalArgumentException when it is registered, and the journal does not hold what lies behind the position.
     */
    void confirm(String consumer, long position);

    /** Number of the first record at or after a moment of core time, epoch ms; one past the last when there is none. */
    long sequenceAtOrAfter(long timeMs);

    /** Why the engine has halted, null while it runs. */
    Throwable haltReason();

    /** Whether the journal's disk is below its watermark. */
    boolean isStorageLow();

    /** Free bytes of the journal's disk as of the last look at it. */
    long freeBytes();

    /** The watermark: with fewer free bytes nothing is accepted. */
    long lowSpaceBytes();

    /** The last record that the slowest registered consumer has confirmed; {@link Long#MAX_VALUE} for none. Reads files. */
    long slowestConsumer();

    /** What the engine counts. */
    EngineCounters counters();

    /** What an acknowledged record survives. */
    Durability durability();

    /** Where the engine has its files, for what the gateway keeps beside them; no other process writes there. */
    Path dataDirectory();

    /** The brand's stores, guides and groups as of the newest durable record. */
    BrandBoard brandBoard();

    /** Core time, epoch ms. */
    long nowMs();
}
