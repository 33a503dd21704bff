package io.sluice.bench.load.run;

import io.sluice.bench.load.Count;
import io.sluice.bench.load.Crowd;
import io.sluice.bench.load.Measure;
import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.OrderAttempt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * All orders that viewers pressed: who waits for which answer, what is sent again, and what it was in the end. On the loop's
 * thread until the run has ended.
 */
final class Presses {
    private static final long MS_NS = 1_000_000;

    private final RunClock clock;
    private final Crowd crowd;
    private final Measurements figures;
    private final String keyPrefix;
    private final List<OrderAttempt> attempts = new ArrayList<>();
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();

    Presses(final RunClock clock, final Crowd crowd, final Measurements figures, final String keyPrefix) {
        this.clock = clock;
        this.crowd = crowd;
        this.figures = figures;
        this.keyPrefix = keyPrefix;
    }

    /** An order that waits for its answer. */
    private record Waiting(OrderAttempt attempt, long untilNs, Runnable again) {}

    /** A new press; {@code again} sends it once more. */
    OrderAttempt press(final long viewer, final long[] offers, final int[] quantities, final long meantNs) {
        final int index = attempts.size();
        final OrderAttempt attempt = new OrderAttempt(index, keyPrefix + index, viewer, offers, quantities, meantNs);
        attempts.add(attempt);
        figures.count(Count.ORDERS_SENT, 1);
        return attempt;
    }

    /** Waits for an answer; when there is none in time, {@code again} is run, once. */
    void await(final OrderAttempt attempt, final Runnable again) {
        attempt.sent();
        waiting.add(new Waiting(attempt, clock.nowNs() + crowd.answerTimeoutMs() * MS_NS, again));
    }

    /** The press of a key, null when it is none of these. */
    OrderAttempt find(final String key) {
        if (!key.startsWith(keyPrefix)) {
            return null;
        }
        final int index = Integer.parseInt(key.substring(keyPrefix.length()));
        return index < attempts.size() ? attempts.get(index) : null;
    }

    /** Notes an answer; whether it is the first that says something for good. */
    boolean answer(
            final OrderAttempt attempt,
            final OrderAttempt.State state,
            final String code,
            final long order,
            final long sequence,
            final Measure way) {
        final boolean isFirst = attempt.state() == OrderAttempt.State.SENT;
        attempt.answered(state, code, order, sequence);
        if (isFirst && state != OrderAttempt.State.BROKEN) {
            final long tookNs = clock.nowNs() - attempt.meantNs();
            figures.time(Measure.ORDERS, tookNs);
            figures.time(way, tookNs);
            count(state, code);
        }
        return isFirst;
    }

    /** Sends again what has waited too long. */
    void sweep() {
        while (!waiting.isEmpty() && waiting.peek().untilNs() <= clock.nowNs()) {
            final Waiting late = waiting.poll();
            if (late.attempt().state() != OrderAttempt.State.SENT) {
                continue;
            }
            if (late.attempt().sends() == 1) {
                figures.count(Count.ORDERS_REPEATED, 1);
                late.again().run();
            } else {
                figures.count(Count.ORDERS_UNANSWERED, 1);
            }
        }
    }

    /** Whether an order still waits for its answer. */
    boolean isWaiting() {
        return waiting.stream().anyMatch(each -> each.attempt().state() == OrderAttempt.State.SENT);
    }

    List<OrderAttempt> attempts() {
        return attempts;
    }

    private void count(final OrderAttempt.State state, final String code) {
        switch (state) {
            case RESERVED -> figures.count(Count.ORDERS_RESERVED, 1);
            case REFUSED -> figures.count(Count.ORDERS_REFUSED, 1);
            default -> figures.count(Count.ORDERS_SHED, 1);
        }
        if (!code.isEmpty()) {
            figures.refused(code);
        }
    }
}
