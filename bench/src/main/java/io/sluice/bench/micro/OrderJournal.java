package io.sluice.bench.micro;

import io.sluice.engine.EngineContext;
import io.sluice.engine.EngineLink;
import io.sluice.engine.FlashEngine;
import io.sluice.engine.journal.Durability;
import io.sluice.engine.protocol.CommandWriter;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** A data directory whose journal holds nothing but a room and {@link OrderStream orders} in it, some hundred bytes each. */
final class OrderJournal {
    /** So many orders are offered before the core is woken, lest there be a signal for each. */
    private static final int WAKE_MASK = 63;

    private OrderJournal() {}

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

    /** Writes a journal of {@code records} records at least, and a snapshot behind the last. */
    static void write(final Path data, final int records) {
        try (FlashEngine engine = FlashEngine.launch(context(data, records))) {
            final OrderStream orders = new OrderStream();
            OrderStream.openRoom().forEach(command -> offer(engine, command));
            // The engine's own first record is that of its limits.
            while (orders.count() < records - OrderStream.ROOM_COMMANDS) {
                orders.advance();
                offer(engine, orders);
                if ((orders.count() & WAKE_MASK) == 0) {
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
