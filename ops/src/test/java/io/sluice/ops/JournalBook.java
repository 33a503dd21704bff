package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.journal.Horizon;
import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.JournalFollower;
import io.sluice.engine.journal.RecordDispatcher;
import io.sluice.engine.journal.RecordVisitor;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.ExpireOrderDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.protocol.codec.PayOrderDecoder;
import io.sluice.engine.protocol.codec.PlaceOrderDecoder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the journal itself says was ordered, by a reader that has nothing to do with the engine: it keeps its place over
 * every kill and restart, so that a record which were lost or written anew behind it would break the chain.
 */
final class JournalBook implements RecordVisitor {
    private static final int RECORDS_A_TURN = 1_000;

    private final Map<String, Entry> byKey = new HashMap<>();
    private final Map<Long, Entry> byOrder = new HashMap<>();
    private final Set<Long> paid = new HashSet<>();
    private final RecordDispatcher dispatcher = new RecordDispatcher(this);
    private final JournalDirectory directory;
    private long position;
    private long units;
    private long expired;

    JournalBook(final Path data) {
        directory = new JournalDirectory(data);
    }

    /** An order as its record has it. */
    private record Entry(long sequence, long order, long units, long payByMs) {}

    /** Reads what is new; fails when something is not as it was. */
    JournalBook readOn() {
        try (JournalFollower follower = JournalFollower.behind(directory, position, Horizon.FORCED)) {
            int taken;
            do {
                taken = follower.poll(dispatcher, RECORDS_A_TURN);
            } while (taken > 0);
            position = follower.position();
        }
        return this;
    }

    @Override
    public void onPlaceOrder(
            final RecordFlyweight record, final PlaceOrderDecoder command, final OrderDecisionDecoder decision) {
        if (record.outcome() != Outcome.RESERVED) {
            return;
        }
        long quantity = 0;
        for (final PlaceOrderDecoder.LinesDecoder line : command.lines()) {
            quantity += line.quantity();
        }
        final Entry entry = new Entry(record.sequence(), decision.order(), quantity, decision.payByMs());
        final String key = name(command.viewer(), command.key());
        assertThat(byKey.put(key, entry)).as("an order for %s before that", key).isNull();
        assertThat(byOrder.put(entry.order(), entry)).isNull();
        units += quantity;
    }

    @Override
    public void onPayOrder(
            final RecordFlyweight record, final PayOrderDecoder command, final OrderDecisionDecoder decision) {
        if (record.outcome() == Outcome.PAID) {
            paid.add(command.order());
        }
    }

    /** A hold ends when it is due by core time, and never before. */
    @Override
    public void onExpireOrder(
            final RecordFlyweight record, final ExpireOrderDecoder command, final OrderDecisionDecoder decision) {
        if (record.outcome() == Outcome.EXPIRED) {
            final Entry entry = byOrder.get(command.order());
            assertThat(record.timeMs()).as("expiry at %d", record.sequence()).isGreaterThanOrEqualTo(entry.payByMs());
            assertThat(paid).doesNotContain(command.order());
            units -= entry.units();
            expired++;
        }
    }

    /** Fails unless every acknowledged order and payment is here, under the number that was told. */
    void hold(final OrderLedger ledger) {
        ledger.forEach(press -> {
            final Entry entry = byKey.get(name(press.viewer(), press.key()));
            if (press.isOrder()) {
                assertThat(entry).as(press.key()).isNotNull();
                assertThat(entry.sequence())
                        .as(press.key())
                        .isEqualTo(press.order().getLong("sequence"));
                assertThat(entry.units()).as(press.key()).isEqualTo(press.units());
            } else if (press.isAnswered()) {
                assertThat(entry)
                        .as("an order for %s, which was refused", press.key())
                        .isNull();
            }
            if (press.paid()) {
                assertThat(paid).as(press.key()).contains(entry.order());
            }
        });
    }

    /** Fails unless the whole journal, read from its first record, says the same again. */
    void readAgain() {
        readOn();
        final JournalBook again = new JournalBook(directory.data()).readOn();
        assertThat(again.position).isEqualTo(position);
        assertThat(again.byKey).isEqualTo(byKey);
        assertThat(again.paid).isEqualTo(paid);
        assertThat(again.units).isEqualTo(units);
    }

    /** Number of the last record that was read. */
    long position() {
        return position;
    }

    /** Units in orders that hold them or were paid. */
    long units() {
        return units;
    }

    /** Orders placed. */
    int orders() {
        return byKey.size();
    }

    /** Orders whose hold ended. */
    long expired() {
        return expired;
    }

    private static String name(final long viewer, final String key) {
        return viewer + "/" + key;
    }
}
