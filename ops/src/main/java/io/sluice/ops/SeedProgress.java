package io.sluice.ops;

import io.sluice.engine.FlashEngine;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.ChangeRoomStateDecoder;
import io.sluice.engine.protocol.codec.ChangeStockDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import java.util.HashSet;
import java.util.Set;

/**
 * How far the seeding of a room has come, as the journal tells. A process that was killed in the middle of it has stocked
 * some items, and stocking adds up; all other steps may be done once more.
 */
final class SeedProgress {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ChangeRoomStateDecoder roomState = new ChangeRoomStateDecoder();
    private final ChangeStockDecoder stock = new ChangeStockDecoder();
    private final Set<Long> stockedItems = new HashSet<>();
    private final long room;
    private boolean done;

    private SeedProgress(final long room) {
        this.room = room;
    }

    /** Reads the durable journal up to the end of the seeding. Any thread. */
    static SeedProgress of(final FlashEngine engine, final long room) {
        final SeedProgress progress = new SeedProgress(room);
        final long last = engine.durableSequence();
        if (engine.firstSequence() > 1) {
            // The records of the seeding come first, and were pruned.
            progress.done = true;
            return progress;
        }
        try (JournalReader reader = engine.reader(1)) {
            long sequence = 0;
            while (sequence < last && !progress.done) {
                final RecordFlyweight record = reader.next();
                sequence = record == null ? last : record.sequence();
                if (record != null && record.outcome() == Outcome.ACCEPTED) {
                    progress.take(record);
                }
            }
        }
        return progress;
    }

    /** Whether the room has gone live, which is the last step. */
    boolean isDone() {
        return done;
    }

    /** Items that have their stock. */
    Set<Long> stockedItems() {
        return Set.copyOf(stockedItems);
    }

    private void take(final RecordFlyweight record) {
        switch (record.commandType()) {
            case ChangeRoomStateDecoder.TEMPLATE_ID ->
                done |= roomState
                                .wrapAndApplyHeader(record.buffer(), record.commandOffset(), header)
                                .room()
                        == room;
            case ChangeStockDecoder.TEMPLATE_ID ->
                stockedItems.add(stock.wrapAndApplyHeader(record.buffer(), record.commandOffset(), header)
                        .item());
            default -> {}
        }
    }
}
