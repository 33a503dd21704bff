package io.sluice.bench.load.audit;

import io.sluice.bench.load.OrderAttempt;
import io.sluice.bench.load.audit.JournalEvent.Line;
import java.util.HashMap;
import java.util.Map;

/** What the journal has of one press of the button. One thread. */
final class Trace {
    private final OrderAttempt attempt;
    private long order;
    private long sequence;
    private boolean agreesOnLines;
    private boolean hasRefusal;

    Trace(final OrderAttempt attempt) {
        this.attempt = attempt;
    }

    OrderAttempt attempt() {
        return attempt;
    }

    /** Number of its first order, 0 for none. */
    long order() {
        return order;
    }

    /** The record that placed it. */
    long sequence() {
        return sequence;
    }

    /** Whether the order has just the lines that were pressed. */
    boolean agreesOnLines() {
        return agreesOnLines;
    }

    /** Whether there is a record of the refusal that the viewer was told. */
    boolean hasRefusal() {
        return hasRefusal;
    }

    void placed(final JournalEvent event) {
        order = event.number("order");
        sequence = event.sequence();
        agreesOnLines = pressed().equals(units(event));
    }

    void refused() {
        hasRefusal = true;
    }

    private Map<Long, Integer> pressed() {
        final Map<Long, Integer> units = new HashMap<>();
        for (int line = 0; line < attempt.lines(); line++) {
            units.merge(attempt.offer(line), attempt.quantity(line), Integer::sum);
        }
        return units;
    }

    private static Map<Long, Integer> units(final JournalEvent event) {
        final Map<Long, Integer> units = new HashMap<>();
        for (final Line line : event.lines()) {
            units.merge(line.offer(), line.quantity(), Integer::sum);
        }
        return units;
    }
}
