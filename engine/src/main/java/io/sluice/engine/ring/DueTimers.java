package io.sluice.engine.ring;

import java.util.Arrays;

/**
 * When holds, or turns, end: a binary heap of their numbers by time. One that ends before stays until its time comes, and is
 * passed over then. Core thread only.
 */
final class DueTimers {
    private static final int ROOT = 0;

    private long[] numbers;
    private long[] dueMs;
    private int size;

    DueTimers(final int reserved) {
        numbers = new long[reserved];
        dueMs = new long[reserved];
    }

    /** Takes note of an order or a place that is due at a time, epoch ms. */
    void add(final long number, final long numberDueMs) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
            dueMs = Arrays.copyOf(dueMs, size * 2);
        }
        int child = size++;
        while (child > ROOT && dueMs[(child - 1) / 2] > numberDueMs) {
            final int parent = (child - 1) / 2;
            move(parent, child);
            child = parent;
        }
        numbers[child] = number;
        dueMs[child] = numberDueMs;
    }

    /** Whether the next is due by {@code nowMs}. */
    boolean isDue(final long nowMs) {
        return size > 0 && dueMs[ROOT] <= nowMs;
    }

    /** The number that is due next; the caller has asked {@link #isDue}. */
    long next() {
        return numbers[ROOT];
    }

    /** Forgets the number that is due next. */
    void dropNext() {
        size--;
        final long lastNumber = numbers[size];
        final long lastDueMs = dueMs[size];
        int parent = ROOT;
        for (int child = 1; child < size; child = parent * 2 + 1) {
            if (child + 1 < size && dueMs[child + 1] < dueMs[child]) {
                child++;
            }
            if (dueMs[child] >= lastDueMs) {
                break;
            }
            move(child, parent);
            parent = child;
        }
        numbers[parent] = lastNumber;
        dueMs[parent] = lastDueMs;
    }

    int size() {
        return size;
    }

    private void move(final int from, final int to) {
        numbers[to] = numbers[from];
        dueMs[to] = dueMs[from];
    }
}
