package io.sluice.bench.load.run;

import io.sluice.bench.load.Count;
import io.sluice.bench.load.Crowd;
import io.sluice.bench.load.Measure;
import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.OrderAttempt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * All orders that viewers pressed: who waits for which answer, what is sent again, and what it was in the end. An order is
 * sent again once at once when its connection ended without a word, and once when it has had no answer for good in time, and given up when it has waited as long again; what it waited
 * until then counts among the times. On the loop's thread until the run has ended.
 */
final class Presses {
    private final RunClock clock;
    private final Measurements figures;
    private final String keyPrefix;
    private final long timeoutNs;
    private final List<OrderAttempt> attempts = new ArrayList<>();
    private Consumer<OrderAttempt> answered = attempt -> {};
    /** By the order's place among all; one that has its answer, or was given up, is not among them. */
    private final Map<Integer, Wait> open = new HashMap<>();

    /** The same waits and such as are over, the one that is due first in front. */
    private final ArrayDeque<Wait> due = new ArrayDeque<>();

    Presses(final RunClock clock, final Crowd crowd, final Measurements figures, final String keyPrefix) {
        this.clock = clock;
        this.figures = figures;
        this.keyPrefix = keyPrefix;
        timeoutNs = TimeUnit.MILLISECONDS.toNanos(crowd.answerTimeoutMs());
    }

    /** One order's wait, however often it is sent. */
    private static final class Wait {
        private final OrderAttempt attempt;
        private final Runnable again;
        private Measure way = Measure.ORDERS_HTTP;
        private BooleanSupplier socketEnded = () -> false;
        private int bySocket;
        private boolean repeated;
        private boolean repeatedAtOnce;
        private long untilNs;

        Wait(final OrderAttempt attempt, final Runnable again) {
            this.attempt = attempt;
            this.again = again;
        }
    }

    /** Who hears of each order that has its answer. */
    void listener(final Consumer<OrderAttempt> listener) {
        answered = listener;
    }

    /** A new press. */
    OrderAttempt press(final long viewer, final long[] offers, final int[] quantities, final long meantNs) {
        final int index = attempts.size();
        final OrderAttempt attempt = new OrderAttempt(index, keyPrefix, viewer, offers, quantities, meantNs);
        attempts.add(attempt);
        figures.count(Count.ORDERS_SENT, 1);
        return attempt;
    }

    /** Waits for an answer, from before it is sent; when there is none in time, {@code again} is run, once. */
    void await(final OrderAttempt attempt, final Runnable again) {
        final Wait wait = new Wait(attempt, again);
        open.put(attempt.index(), wait);
        waitOn(wait);
    }

    /** It is sent by a viewer's socket, whose end {@code hasEnded} tells. */
    void sentBySocket(final OrderAttempt attempt, final BooleanSupplier hasEnded) {
        attempt.sent();
        final Wait wait = open.get(attempt.index());
        wait.way = Measure.ORDERS_SOCKET;
        wait.socketEnded = hasEnded;
        wait.bySocket++;
    }

    /** Its connection ended before a byte of an answer came: it is sent again without waiting for its time, once. */
    void repeatAtOnce(final OrderAttempt attempt) {
        final Wait wait = open.get(attempt.index());
        if (wait != null && !wait.repeatedAtOnce) {
            wait.repeatedAtOnce = true;
            figures.count(Count.ORDERS_REPEATED, 1);
            wait.again.run();
        }
    }

    /** The press of a key, null when it is none of these. */
    OrderAttempt find(final String key) {
        if (!key.startsWith(keyPrefix)) {
            return null;
        }
        final int index = Integer.parseInt(key.substring(keyPrefix.length()));
        return index < attempts.size() ? attempts.get(index) : null;
    }

    /** Notes an answer for good; whether it is the first, and came before the order was given up. */
    boolean answer(
            final OrderAttempt attempt,
            final OrderAttempt.State state,
            final String code,
            final long order,
            final long sequence,
            final Measure way) {
        attempt.answered(state, code, order, sequence);
        answered.accept(attempt);
        final boolean isFirst = open.remove(attempt.index()) != null;
        if (isFirst) {
            time(attempt, way);
            count(state);
            if (!code.isEmpty()) {
                figures.refused(code);
            }
        }
        return isFirst;
    }

    /** Sends again what has waited too long, and gives up what has waited too long again. */
    void sweep() {
        while (!due.isEmpty() && due.peek().untilNs <= clock.nowNs()) {
            final Wait late = due.poll();
            if (!open.containsKey(late.attempt.index())) {
                continue;
            }
            if (late.repeated) {
                giveUp(late);
            } else {
                figures.count(Count.ORDERS_REPEATED, 1);
                late.repeated = true;
                waitOn(late);
                late.again.run();
            }
        }
    }

    /** Whether an order of this viewer waits for its answer. */
    boolean isAwaitedBy(final long viewer) {
        return open.values().stream().anyMatch(wait -> wait.attempt.viewer() == viewer);
    }

    /** Whether an order still waits for its answer. */
    boolean isWaiting() {
        return !open.isEmpty();
    }

    List<OrderAttempt> attempts() {
        return attempts;
    }

    private void waitOn(final Wait wait) {
        wait.untilNs = clock.nowNs() + timeoutNs;
        due.add(wait);
    }

    private void giveUp(final Wait wait) {
        open.remove(wait.attempt.index());
        if (wait.socketEnded.getAsBoolean()) {
            wait.attempt.broke(wait.bySocket);
        }
        time(wait.attempt, wait.way);
        final boolean isBroken = wait.attempt.state() == OrderAttempt.State.BROKEN;
        figures.count(isBroken ? Count.ORDERS_BROKEN : Count.ORDERS_UNANSWERED, 1);
    }

    private void time(final OrderAttempt attempt, final Measure way) {
        final long tookNs = clock.nowNs() - attempt.meantNs();
        figures.time(Measure.ORDERS, tookNs);
        figures.time(way, tookNs);
    }

    private void count(final OrderAttempt.State state) {
        switch (state) {
            case RESERVED -> figures.count(Count.ORDERS_RESERVED, 1);
            case REFUSED -> figures.count(Count.ORDERS_REFUSED, 1);
            default -> figures.count(Count.ORDERS_SHED, 1);
        }
    }
}
