package io.sluice.ops.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.journal.RecordDispatcher;
import io.sluice.engine.journal.RecordVisitor;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFault;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.ring.RecordReplayer;
import io.sluice.engine.view.RoomBoard;
import io.sluice.engine.view.SalesTally;
import io.sluice.gateway.http.JsonWriter;
import io.sluice.gateway.http.RecordJson;
import java.lang.reflect.Proxy;

/**
 * Everybody who reads records, each as it does in the product: the chain, the start that decides again, the dispatcher of
 * consumers, the rooms' board, the tally of audits, the feed's JSON and the command line's row. One thread.
 */
final class RecordReaders {
    private final RecordChain chain = new RecordChain();
    private final RecordReplayer replayer = new RecordReplayer(new FlashCore(CoreReserves.NONE));
    private final RecordDispatcher dispatcher = new RecordDispatcher(readingAll());
    private final RoomBoard board = new RoomBoard();
    private final SalesTally tally = new SalesTally();
    private final RecordJson recordJson = new RecordJson();
    private final JsonWriter json = new JsonWriter();

    /** Reads the next record. */
    void onRecord(final RecordFlyweight record) {
        assertThat(chain.follow(record.buffer(), record.offset(), record.length()))
                .isEqualTo(RecordFault.NONE);
        replayer.apply(record);
        dispatcher.onRecord(record);
        board.apply(record);
        tally.add(record);
        final JournalEvent event = JournalEvent.of(record, recordJson, json);
        assertThat(event.line()).contains(record.outcome().name()).doesNotContain("\n");
        assertThat(event.field("sequence")).isEqualTo(Long.toString(record.sequence()));
    }

    /** Reads every field of what it is told of: the decoders' texts name them all. */
    private static RecordVisitor readingAll() {
        return (RecordVisitor) Proxy.newProxyInstance(
                RecordVisitor.class.getClassLoader(),
                new Class<?>[] {RecordVisitor.class},
                (proxy, method, arguments) -> {
                    for (final Object argument : arguments) {
                        assertThat(argument.toString()).isNotEmpty();
                    }
                    return null;
                });
    }
}
