package io.sluice.bench.load.audit;

import io.sluice.bench.load.AuditFinding;
import io.sluice.bench.load.OrderAttempt;
import io.sluice.bench.load.OrderAttempt.State;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.agrona.collections.Long2LongHashMap;

/**
 * Finds the presses of the run among the journal's orders and refusals, as these go by: by the index that their keys end with.
 * One thread.
 */
final class AttemptBook {
    private static final int MOST_DIGITS = 9;
    private static final int NOBODY = -1;

    /** By index; null where nothing was sent. */
    private final Trace[] traces;

    /** The index of the press that has an order; {@link #NOBODY} for one that is not of the run. */
    private final Long2LongHashMap orders = new Long2LongHashMap(Long.MIN_VALUE);

    private final Findings findings;

    AttemptBook(final List<OrderAttempt> attempts, final Findings findings) {
        this.findings = findings;
        traces = new Trace[attempts.size()];
        for (final OrderAttempt attempt : attempts) {
            if (attempt.sends() > 0) {
                traces[attempt.index()] = new Trace(attempt);
            }
        }
    }

    /** Those that were sent, in their order, with what the journal has of each. */
    List<Trace> traces() {
        return Arrays.stream(traces).filter(Objects::nonNull).toList();
    }

    /** Takes a record of kind PLACE, before the books have entered it. */
    void note(final JournalEvent event, final Books books) {
        final Trace trace = find(event.number("viewer"), event.text("key"));
        if (event.outcome().equals("RESERVED")) {
            noteOrder(event, trace);
        } else if (trace != null
                && trace.attempt().state() == State.REFUSED
                && trace.attempt().sequence() == event.sequence()) {
            noteRefusal(event, trace, books);
        }
    }

    /** A key is its viewer's: two viewers may have the same. */
    private Trace find(final long viewer, final String key) {
        int digits = key.length();
        while (digits > 0 && Character.isDigit(key.charAt(digits - 1))) {
            digits--;
        }
        if (digits == key.length() || key.length() - digits > MOST_DIGITS) {
            return null;
        }
        final int index = Integer.parseInt(key, digits, key.length(), 10);
        final Trace trace = index < traces.length ? traces[index] : null;
        return trace != null
                        && trace.attempt().viewer() == viewer
                        && trace.attempt().key().equals(key)
                ? trace
                : null;
    }

    private void noteOrder(final JournalEvent event, final Trace trace) {
        final long order = event.number("order");
        final int index = trace == null ? NOBODY : trace.attempt().index();
        final long earlier = orders.putIfAbsent(order, index);
        if (earlier != orders.missingValue() && earlier != index) {
            findings.add(
                    AuditFinding.Kind.DOUBLED,
                    "Order " + order + " has two keys, "
                            + (earlier == NOBODY ? "one that is not of the run" : nameOf(traces[(int) earlier]))
                            + " and at record " + event.sequence() + " " + nameOf(event) + ".");
        }
        if (trace == null) {
            return;
        }
        if (trace.order() == 0) {
            trace.placed(event);
        } else {
            findings.add(
                    AuditFinding.Kind.DOUBLED,
                    nameOf(trace) + " has two orders, " + trace.order() + " of record " + trace.sequence() + " and "
                            + order + " of record " + event.sequence() + ".");
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
                nameOf(event) + " was refused with " + code + "; record " + event.sequence() + " " + why + ".");
    }

    /** The one refusal whose code is not the outcome's name. */
    private static String codeOf(final String outcome) {
        return outcome.equals("KEY_REUSED") ? "IDEMPOTENCY_KEY_REUSED" : outcome;
    }

    private static String nameOf(final Trace trace) {
        return "Key " + trace.attempt().key() + " of viewer " + trace.attempt().viewer();
    }

    private static String nameOf(final JournalEvent event) {
        return "Key " + event.text("key") + " of viewer " + event.number("viewer");
    }
}
