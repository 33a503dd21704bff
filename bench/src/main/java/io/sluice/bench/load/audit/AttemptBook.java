package io.sluice.bench.load.audit;

import io.sluice.bench.load.AuditFinding;
import io.sluice.bench.load.OrderAttempt;
import io.sluice.bench.load.OrderAttempt.State;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.agrona.collections.Long2LongHashMap;

/**
 * Finds the presses of the run among the journal's orders and refusals, as these go by: by what their keys begin with, which
 * each worker has of its own, and the index that they end with. One thread.
 */
final class AttemptBook {
    private static final int MOST_DIGITS = 9;
    private static final int NOBODY = -1;

    /** Where among the traces those begin whose keys begin so. */
    private final Map<String, Integer> starts = new HashMap<>();

    /** By place, which is the start and the index; null where nothing was sent. */
    private final Trace[] traces;

    /** The place of the press that has an order; {@link #NOBODY} for one that is not of the run. */
    private final Long2LongHashMap orders = new Long2LongHashMap(Long.MIN_VALUE);

    private final Findings findings;

    AttemptBook(final List<OrderAttempt> attempts, final Findings findings) {
        this.findings = findings;
        traces = new Trace[places(attempts)];
        for (final OrderAttempt attempt : attempts) {
            if (attempt.sends() > 0) {
                traces[placeOf(attempt)] = new Trace(attempt);
            }
        }
    }

    /** Gives each beginning of a key as many places as its highest index needs, and answers how many that are. */
    private int places(final List<OrderAttempt> attempts) {
        final Map<String, Integer> sizes = new HashMap<>();
        attempts.forEach(attempt -> sizes.merge(attempt.keyPrefix(), attempt.index() + 1, Math::max));
        int places = 0;
        for (final Map.Entry<String, Integer> size : sizes.entrySet()) {
            starts.put(size.getKey(), places);
            places += size.getValue();
        }
        return places;
    }

    private int placeOf(final OrderAttempt attempt) {
        return starts.get(attempt.keyPrefix()) + attempt.index();
    }

    /** Those that were sent, each worker's in their order, with what the journal has of each. */
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
        final Integer start = starts.get(key.substring(0, digits));
        if (start == null) {
            return null;
        }
        final int place = start + Integer.parseInt(key, digits, key.length(), 10);
        final Trace trace = place < traces.length ? traces[place] : null;
        return trace != null
                        && trace.attempt().viewer() == viewer
                        && trace.attempt().key().equals(key)
                ? trace
                : null;
    }

    private void noteOrder(final JournalEvent event, final Trace trace) {
        final long order = event.number("order");
        final int place = trace == null ? NOBODY : placeOf(trace.attempt());
        final long earlier = orders.putIfAbsent(order, place);
        if (earlier != orders.missingValue() && earlier != place) {
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
