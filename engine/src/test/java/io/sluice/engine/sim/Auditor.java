package io.sluice.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.core.naive.Command;
import io.sluice.engine.core.naive.NaiveCore;
import io.sluice.engine.core.naive.StockCommand;
import io.sluice.engine.core.naive.Verdict;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.CallNextDecoder;
import io.sluice.engine.protocol.codec.EndTurnDecoder;
import io.sluice.engine.protocol.codec.ExpireOrderDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.view.OfferView;
import io.sluice.engine.view.RoomBoard;
import io.sluice.engine.view.RoomView;
import io.sluice.engine.view.SalesTally;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;

/**
 * Checks every durable record against a naive model of the rules, which shares no code with the core, and against what the
 * records before it said of lines; and, after each restart, what is on the disk against what it has seen. One thread.
 */
final class Auditor {
    private static final long KEY_RETENTION_MS = Duration.ofDays(1).toMillis();

    private final NaiveCore model = new NaiveCore();
    private final LineTally lines = new LineTally();
    private final VerdictReader verdicts = new VerdictReader();
    private final Map<ByteBuffer, Command> asked = new HashMap<>();
    private final List<ByteBuffer> records = new ArrayList<>();

    /** The rules' model, as of the last record seen. */
    NaiveCore model() {
        return model;
    }

    /** Takes note of a command that a client offers: no record may hold any other, but for the core's own. */
    void noteAsked(final CommandBytes bytes, final Command command) {
        asked.putIfAbsent(bytes.bytes(), command);
    }

    /** What the records said of waiting lines. */
    LineTally lines() {
        return lines;
    }

    /** Number of the last record seen. */
    long sequence() {
        return records.size();
    }

    /** The bytes of a record, by its number. */
    ByteBuffer record(final long sequence) {
        return records.get((int) sequence - 1);
    }

    /** Checks the next durable record. */
    void audit(final RecordFlyweight record) {
        assertThat(record.sequence()).isEqualTo(sequence() + 1);
        final Command command = commandOf(record);
        model.begin(record.sequence(), record.timeMs());
        final Verdict expected = command.decidedBy(model);
        final Verdict told = verdicts.read(record);
        assertThat(told).as("record %d: %s", record.sequence(), command).isEqualTo(VerdictReader.asWritten(expected));
        lines.add(record.sequence(), record.timeMs(), command, told);
        records.add(bytesOf(record.buffer(), record.offset(), record.length()));
        model.checkBooks();
    }

    /** Checks the answer to a query that came behind the last record seen. */
    void audit(final Command query, final DirectBuffer buffer, final int offset) {
        model.begin(0, 0);
        assertThat(verdicts.read(buffer, offset, 0))
                .as("%s behind record %d", query, sequence())
                .isEqualTo(VerdictReader.asWritten(query.decidedBy(model)));
    }

    /** Holds a board, which is at the last record seen, against the model. */
    void checkBoard(final RoomBoard board) {
        assertThat(board.sequence()).isEqualTo(sequence());
        assertThat(board.roomCount()).isEqualTo(model.rooms().size());
        for (final Verdict.Room room : model.rooms()) {
            final RoomView shown = board.room(room.id());
            assertThat(new Verdict.Room(shown.id(), shown.state(), shown.pinnedOffer(), shown.likes()))
                    .isEqualTo(room);
        }
        for (final Verdict.Stock stock : model.stock()) {
            assertThat(board.item(stock.item()).available())
                    .as("units left of item %d", stock.item())
                    .isEqualTo(stock.available());
        }
        for (final Verdict.Offer offer : model.offers()) {
            final OfferView shown = board.offer(offer.id());
            assertThat(new Verdict.Offer(shown.id(), shown.available(), shown.waiting()))
                    .isEqualTo(offer);
        }
    }

    /**
     * Checks what a start finds on the disk: all that was seen, unchanged; what is behind it, as if it was answered;
     * nothing sold that was not there; and one order a key.
     */
    void checkJournal(final SimulatedDisk disk) {
        final SalesTally tally = new SalesTally();
        final Map<List<Object>, Long> reservedAtMs = new HashMap<>();
        assertThat(disk.lastSequence()).as("records on the disk").isGreaterThanOrEqualTo(sequence());
        try (JournalReader reader = disk.reader(1)) {
            for (RecordFlyweight record = reader.next(); record != null; record = reader.next()) {
                if (record.sequence() > sequence()) {
                    audit(record);
                }
                assertThat(bytesOf(record.buffer(), record.offset(), record.length()))
                        .as("record %d", record.sequence())
                        .isEqualTo(record(record.sequence()));
                tally.add(record);
                if (record.outcome() == Outcome.RESERVED) {
                    checkKey((Command.PlaceOrder) commandOf(record), record.timeMs(), reservedAtMs);
                }
            }
        }
        assertThat(tally.commands()).as("records on the disk that can be read").isEqualTo(disk.lastSequence());
        assertThat(tally.oversoldUnits()).as("oversold units").isZero();
    }

    /** A key may be used anew only once it may be forgotten. */
    private static void checkKey(
            final Command.PlaceOrder order, final long timeMs, final Map<List<Object>, Long> reservedAtMs) {
        final Long before = reservedAtMs.put(List.of(order.viewer(), order.key()), timeMs);
        if (before != null) {
            assertThat(timeMs - before)
                    .as("two orders for the key %s of viewer %d", order.key(), order.viewer())
                    .isGreaterThanOrEqualTo(KEY_RETENTION_MS);
        }
    }

    private Command commandOf(final RecordFlyweight record) {
        final Command command = asked.get(bytesOf(record.buffer(), record.commandOffset(), record.commandLength()));
        return command == null ? commandOfTheCore(record) : command;
    }

    /** What the core's own timers and lines ask for. */
    private static Command commandOfTheCore(final RecordFlyweight record) {
        final DirectBuffer buffer = record.buffer();
        final int at = record.commandOffset();
        final MessageHeaderDecoder header = new MessageHeaderDecoder();
        return switch (record.commandType()) {
            case ExpireOrderDecoder.TEMPLATE_ID ->
                new Command.ExpireOrder(new ExpireOrderDecoder()
                        .wrapAndApplyHeader(buffer, at, header)
                        .order());
            case CallNextDecoder.TEMPLATE_ID ->
                new StockCommand.CallNext(new CallNextDecoder()
                        .wrapAndApplyHeader(buffer, at, header)
                        .offer());
            case EndTurnDecoder.TEMPLATE_ID -> {
                final EndTurnDecoder end = new EndTurnDecoder().wrapAndApplyHeader(buffer, at, header);
                yield new StockCommand.EndTurn(end.viewer(), end.offer());
            }
            default -> throw new AssertionError("a command that nobody offered, in record " + record.sequence());
        };
    }

    private static ByteBuffer bytesOf(final DirectBuffer buffer, final int offset, final int length) {
        final byte[] bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        return ByteBuffer.wrap(bytes);
    }
}
