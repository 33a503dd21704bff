package io.sluice.bench.micro;

import io.sluice.engine.EngineContext;
import io.sluice.engine.EngineLink;
import io.sluice.engine.FlashEngine;
import io.sluice.engine.journal.Durability;
import io.sluice.engine.protocol.CommandWriter;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** A data directory whose journal holds nothing but a room and a {@link CommandStream} of commands in it. */
final class BenchJournal {
    /** So many commands are offered before the core is woken, lest there be a signal for each. */
    private static final int WAKE_MASK = 63;

    private BenchJournal() {}

    /** An engine without a shadow, whose core may keep all orders and their keys. */
    static EngineContext context(final Path data, final int records) {
        return new EngineContext()
                .dataDirectory(data)
                .durability(Durability.PROCESS)
                .snapshotEvery(0)
                .drainMs(600_000)
                .orders(0, records)
                .keys(0, records, 24)
                .listener(new SilentListener());
    }

    /**
     * The beginning of a stream.
     *
     * @param name  {@code evening} or {@code orders}.
     */
    static CommandStream stream(final String name) {
        return switch (name) {
            case "evening" -> new EveningStream();
            case "orders" -> new OrderStream();
            default -> throw new IllegalArgumentException("evening or orders, not " + name);
        };
    }

    /** Writes a journal of {@code records} records at least, and a snapshot behind the last. */
    static void write(final Path data, final CommandStream stream, final int records) {
        try (FlashEngine engine = FlashEngine.launch(context(data, records))) {
            OrderStream.openRoom().forEach(command -> offer(engine, command));
            // The engine's own first record is that of its limits.
            while (stream.count() < records - OrderStream.ROOM_COMMANDS) {
                stream.advance();
                offer(engine, stream);
                if ((stream.count() & WAKE_MASK) == 0) {
                    engine.wake();
                }
            }
            engine.wake();
        }
    }

    private static void offer(final FlashEngine engine, final CommandWriter command) {
        while (engine.offer(command, EngineLink.NO_REPLY) == EngineLink.FULL) {
            engine.wake();
            LockSupport.parkNanos(1_000);
        }
    }
}
