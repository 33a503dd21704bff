package io.sluice.ops.demo;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Planned actions in the order of their times; of two at one time the one planned first. */
final class CrowdAgenda {
    private static final Comparator<Entry> IN_TIME =
            Comparator.comparingLong((Entry entry) -> entry.action().atMs()).thenComparingLong(Entry::serial);

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(256, IN_TIME);
    private long serial;

    void plan(final CrowdAction action) {
        entries.add(new Entry(serial++, action));
    }

    boolean hasBefore(final long ms) {
        return !entries.isEmpty() && entries.peek().action().atMs() < ms;
    }

    CrowdAction next() {
        return entries.remove().action();
    }

    private record Entry(long serial, CrowdAction action) {}
}
