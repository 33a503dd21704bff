package io.sluice.engine.core;

import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.ProtocolLimits;

/** A viewer's balance and some of the moves that came to it, newest first: a copy, so that nothing leaves the core. */
public final class PointPage {
    private static final int MOST = ProtocolLimits.MAX_POINT_PAGE;

    private final long[] numbers = new long[MOST];
    private final int[] reasons = new int[MOST];
    private final long[] points = new long[MOST];
    private final long[] timesMs = new long[MOST];
    private final long[] expiresAtMs = new long[MOST];
    private final long[] records = new long[MOST];
    private final long[] orders = new long[MOST];
    private int most;
    private int size;
    private boolean more;
    private long balance;

    /** Starts over, for {@code maximum} moves at most. */
    public PointPage atMost(final int maximum) {
        most = Math.min(maximum, MOST);
        return this;
    }

    void show(final long viewer, final long before, final long nowMs, final PointTable table) {
        size = 0;
        balance = table.balanceOf(viewer, nowMs);
        PointEntry entry = table.at(table.newestOf(viewer));
        if (before != 0) {
            final PointEntry reference = table.existing(before);
            final boolean isTheirs = reference != null && reference.viewer() == viewer;
            entry = isTheirs ? table.at(reference.older()) : null;
        }
        while (entry != null && size < most) {
            add(entry);
            entry = table.at(entry.older());
        }
        more = entry != null;
    }

    private void add(final PointEntry entry) {
        numbers[size] = entry.number();
        reasons[size] = entry.reason().code();
        points[size] = entry.points();
        timesMs[size] = entry.timeMs();
        expiresAtMs[size] = entry.expiresAtMs();
        records[size] = entry.record();
        orders[size] = entry.order();
        size++;
    }

    /** Points that can be spent now; below 0 when more was taken back than was left. */
    public long balance() {
        return balance;
    }

    /** Moves on the page. */
    public int size() {
        return size;
    }

    /** Whether there are older ones. */
    public boolean hasMore() {
        return more;
    }

    /** A move's number, to ask for those before it. */
    public long number(final int index) {
        return numbers[index];
    }

    /** Why. */
    public PointReason reason(final int index) {
        return PointReason.ofCode(reasons[index]);
    }

    /** How many more, below 0 for fewer. */
    public long points(final int index) {
        return points[index];
    }

    /** When, epoch ms. */
    public long timeMs(final int index) {
        return timesMs[index];
    }

    /** First moment when they cannot be spent any more, epoch ms; Long.MAX_VALUE for never, 0 for fewer points. */
    public long expiresAtMs(final int index) {
        return expiresAtMs[index];
    }

    /** The record that moved them. */
    public long record(final int index) {
        return records[index];
    }

    /** The order that brought or cost them, 0 for none. */
    public long order(final int index) {
        return orders[index];
    }
}
