package io.sluice.bench.load.audit;

import io.sluice.bench.load.AuditFinding;
import io.sluice.bench.load.audit.JournalEvent.Line;
import io.sluice.bench.load.audit.JournalEvent.Stock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Units left of each item, added up from what moved. An item that nothing is known of begins with what the first record
 * about it says is left; from there on the records' own figures are only compared. One thread.
 */
final class StockBook {
    private final Map<Long, Shelf> shelves = new HashMap<>();
    private final Findings findings;
    private long sequence;

    StockBook(final Findings findings) {
        this.findings = findings;
    }

    /** Says which record it is that moves what follows. */
    void at(final long newSequence) {
        sequence = newSequence;
    }

    /** Says what is left of an item. */
    void open(final long item, final long available) {
        shelves.put(item, new Shelf(available));
    }

    boolean knows(final long item) {
        return shelves.containsKey(item);
    }

    /** Units left of an item that is known. */
    long available(final long item) {
        return shelves.get(item).available;
    }

    void take(final List<Line> lines) {
        for (final Line line : lines) {
            move(line.item(), -line.quantity());
        }
    }

    void giveBack(final List<Line> lines) {
        for (final Line line : lines) {
            move(line.item(), line.quantity());
        }
    }

    /** So many units more, or below 0 fewer. A shortage is told again only when it has grown. */
    void move(final long item, final long units) {
        final Shelf shelf = shelves.get(item);
        if (shelf == null) {
            return;
        }
        shelf.available += units;
        if (shelf.available < shelf.least) {
            shelf.least = shelf.available;
            findings.add(
                    AuditFinding.Kind.OVERSOLD,
                    "At record " + sequence + " item " + item + " has " + -shelf.available
                            + " units more taken than there were.");
        }
    }

    /** Looks at what the record says is left, once all of it has moved. A surplus is told again only when it is another. */
    void compare(final List<Stock> stocks) {
        for (final Stock told : stocks) {
            final Shelf shelf = shelves.get(told.item());
            if (shelf == null) {
                open(told.item(), told.available());
                continue;
            }
            final long surplus = told.available() - shelf.available;
            if (surplus > 0 && surplus != shelf.surplus) {
                findings.add(
                        AuditFinding.Kind.OVERSOLD,
                        "Record " + sequence + " says that item " + told.item() + " has " + told.available()
                                + " units left; what moved until then leaves " + shelf.available + ".");
            }
            shelf.surplus = surplus;
        }
    }

    /** One item. */
    private static final class Shelf {
        private long available;
        private long least;
        private long surplus;

        private Shelf(final long available) {
            this.available = available;
        }
    }
}
