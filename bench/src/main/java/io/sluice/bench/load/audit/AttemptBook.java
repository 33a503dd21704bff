package io.sluice.bench.load.audit;

import io.sluice.bench.load.AuditFinding;
import io.sluice.bench.load.OrderAttempt;
import io.sluice.bench.load.OrderAttempt.State;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the presses of the run among the journal's orders and refusals, as these go by. One thread. */
final class AttemptBook {
    private final Map<Key, Trace> traces = new LinkedHashMap<>();
    private final Map<Long, Key> orders = new HashMap<>();
    private final Findings findings;

    AttemptBook(final List<OrderAttempt> attempts, final Findings findings) {
        this.findings = findings;
        for (final OrderAttempt attempt : attempts) {
            if (attempt.sends() > 0) {
                traces.put(new Key(attempt.viewer(), attempt.key()), new Trace(attempt));
            }
        }
    }

    /** Those that were sent, in their order, with what the journal has of each. */
    Collection<Trace> traces() {
        return traces.values();
    }

    /** Takes a record of kind PLACE, before the books have entered it. */
    void note(final JournalEvent event, final Books books) {
        final Key key = new Key(event.number("viewer"), event.text("key"));
        final Trace trace = traces.get(key);
        if (event.outcome().equals("RESERVED")) {
            noteOrder(event, key, trace);
        } else if (trace != null
                && trace.attempt().state() == State.REFUSED
                && trace.attempt().sequence() == event.sequence()) {
            noteRefusal(event, trace, books);
        }
    }

    private void noteOrder(final JournalEvent event, final Key key, final Trace trace) {
        final long order = event.number("order");
        final Key earlier = orders.putIfAbsent(order, key);
        if (earlier != null && !earlier.equals(key) && (trace != null || traces.containsKey(earlier))) {
            findings.add(
                    AuditFinding.Kind.DOUBLED,
                    "Order " + order + " has two keys, " + earlier + " and at record " + event.sequence() + " " + key
                            + ".");
        }
        if (trace == null) {
            return;
        }
        if (trace.order() == 0) {
            trace.placed(event);
        } else {
            findings.add(
                    AuditFinding.Kind.DOUBLED,
                    key + " has two orders, " + trace.order() + " of record " + trace.sequence() + " and " + order
                            + " of record " + event.sequence() + ".");
        }
    }

    private void noteRefusal(final JournalEvent event, final Trace trace, final Books books) {
        trace.refused();
        final String code = trace.attempt().code();
        if (!code.equals(codeOf(event.outcome()))) {
            wronglyRefused(event, code, "has " + event.outcome());
        } else if (code.equals("SOLD_OUT") && !books.isSoldOut(event)) {
            wronglyRefused(event, code, "comes when enough was left");
        } else if (code.equals("LIMIT_REACHED") && !books.isOverLimit(event)) {
            wronglyRefused(event, code, "comes when the viewer's orders left room for it");
        }
    }

    private void wronglyRefused(final JournalEvent event, final String code, final String why) {
        findings.add(
                AuditFinding.Kind.WRONGLY_REFUSED,
                new Key(event.number("viewer"), event.text("key")) + " was refused with " + code + "; record "
                        + event.sequence() + " " + why + ".");
    }

    /** The one refusal whose code is not the outcome's name. */
    private static String codeOf(final String outcome) {
        return outcome.equals("KEY_REUSED") ? "IDEMPOTENCY_KEY_REUSED" : outcome;
    }

    /** A key is its viewer's: two viewers may have the same. */
    private record Key(long viewer, String key) {
        @Override
        public String toString() {
            return "Key " + key + " of viewer " + viewer;
        }
    }
}
