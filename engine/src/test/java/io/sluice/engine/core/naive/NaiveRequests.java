package io.sluice.engine.core.naive;

import io.sluice.engine.core.CoreLimits;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RefundRequestState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The refunds that were asked for, every one of them with what became of it. */
final class NaiveRequests {
    private final NaiveBook book;
    private final NaivePacks packs;
    private final Map<Asked, RefundRequestState> states = new LinkedHashMap<>();
    private CoreLimits limits = CoreLimits.DEFAULT;

    NaiveRequests(final NaiveBook book, final NaivePacks packs) {
        this.book = book;
        this.packs = packs;
    }

    void limits(final CoreLimits newLimits) {
        limits = newLimits;
    }

    boolean areFull() {
        return states.size() >= limits.maxOrders();
    }

    /** The record that asked and was not answered yet, 0 for none. */
    long pendingOf(final long order) {
        return states.entrySet().stream()
                .filter(each -> each.getKey().order() == order && each.getValue() == RefundRequestState.PENDING)
                .mapToLong(each -> each.getKey().sequence())
                .findFirst()
                .orElse(0);
    }

    /** All records that ever asked, the oldest first. */
    List<Long> of(final long order) {
        final List<Long> sequences = new ArrayList<>();
        for (final Asked asked : states.keySet()) {
            if (asked.order() == order) {
                sequences.add(asked.sequence());
            }
        }
        return sequences;
    }

    /** What became of it; null when nobody asked. */
    RefundRequestState stateOf(final long order, final long sequence) {
        return states.get(new Asked(order, sequence));
    }

    void ask(final NaiveOrder order, final long sequence, final int[] units) {
        states.put(new Asked(order.number, sequence), RefundRequestState.PENDING);
        for (int i = 0; i < units.length; i++) {
            packs.hold(order, order.lines.get(i), units[i]);
        }
    }

    /** Money went; without a name it is for what waits. */
    void pay(final NaiveOrder order, final long named) {
        final long pending = pendingOf(order.number);
        final long paid = named == 0 ? pending : named;
        if (paid == pending) {
            packs.release(order);
        }
        if (paid != 0) {
            states.put(new Asked(order.number, paid), RefundRequestState.REFUNDED);
        }
    }

    /** What waits has nothing to wait for. */
    void drop(final NaiveOrder order) {
        final long pending = pendingOf(order.number);
        if (pending != 0) {
            states.put(new Asked(order.number, pending), RefundRequestState.WITHDRAWN);
            packs.release(order);
        }
    }

    /** It ends with no money, if it waits. */
    Verdict end(
            final long number,
            final long request,
            final RefundRequestState end,
            final Outcome done,
            final long sequence) {
        final NaiveOrder order = book.find(number);
        if (order == null) {
            return Verdict.of(Outcome.ORDER_UNKNOWN, sequence);
        }
        final Asked asked = new Asked(number, request);
        final RefundRequestState before = states.get(asked);
        final Verdict verdict;
        if (before == null) {
            verdict = Verdict.of(Outcome.REFUND_REQUEST_UNKNOWN, sequence);
        } else if (before == end) {
            verdict = Verdict.of(Outcome.REPEATED, sequence).because(done).detail(request);
        } else if (before == RefundRequestState.PENDING) {
            states.put(asked, end);
            packs.release(order);
            verdict = Verdict.of(done, sequence).detail(request);
        } else {
            verdict = Verdict.of(Outcome.REFUND_REQUEST_ENDED, sequence).detail(before.code());
        }
        return verdict.picture(order.picture());
    }

    private record Asked(long order, long sequence) {}
}
