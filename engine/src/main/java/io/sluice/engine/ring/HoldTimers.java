package io.sluice.engine.ring;

import io.sluice.engine.core.HoldVisitor;
import java.util.Arrays;

/**
 * When holds end: a binary heap of orders by payBy. An order that is paid or cancelled in the meantime stays until its
 * time comes, and is passed over then. Core thread only.
 */
final class HoldTimers implements HoldVisitor {
    private static final int ROOT = 0;

    private long[] orders;
    private long[] payByMs;
    private int size;

    HoldTimers(final int reserved) {
        orders = new long[reserved];
        payByMs = new long[reserved];
    }

    @Override
    public void onHold(final long order, final long orderPayByMs) {
        if (size == orders.length) {
            orders = Arrays.copyOf(orders, size * 2);
            payByMs = Arrays.copyOf(payByMs, size * 2);
        }
        int child = size++;
        while (child > ROOT && payByMs[(child - 1) / 2] > orderPayByMs) {
            final int parent = (child - 1) / 2;
            move(parent, child);
            child = parent;
        }
        orders[child] = order;
        payByMs[child] = orderPayByMs;
    }

    /** Whether the next hold to end has ended by {@code nowMs}. */
    boolean isDue(final long nowMs) {
        return size > 0 && payByMs[ROOT] <= nowMs;
    }

    /** The order whose hold ends next; the caller has asked {@link #isDue}. */
    long next() {
        return orders[ROOT];
    }

    /** Forgets the order whose hold ends next. */
    void dropNext() {
        size--;
        final long lastOrder = orders[size];
        final long lastPayByMs = payByMs[size];
        int parent = ROOT;
        for (int child = 1; child < size; child = parent * 2 + 1) {
            if (child + 1 < size && payByMs[child + 1] < payByMs[child]) {
                child++;
            }
            if (payByMs[child] >= lastPayByMs) {
                break;
            }
            move(child, parent);
            parent = child;
        }
        orders[parent] = lastOrder;
        payByMs[parent] = lastPayByMs;
    }

    int size() {
        return size;
    }

    private void move(final int from, final int to) {
        orders[to] = orders[from];
        payByMs[to] = payByMs[from];
    }
}
