package io.sluice.engine.core;

import io.sluice.engine.protocol.PointReason;

/** The points that one decision moves, viewer by viewer. Reused with it. */
public final class PointMoves {
    /** A payment moves the buyer's and the inviter's, anything else one viewer's. */
    public static final int MOST = 2;

    private final long[] viewers = new long[MOST];
    private final int[] reasons = new int[MOST];
    private final long[] points = new long[MOST];
    private final long[] balances = new long[MOST];
    private final long[] expiresAtMs = new long[MOST];
    private int size;

    void clear() {
        size = 0;
    }

    void add(
            final long viewer,
            final PointReason reason,
            final long more,
            final long balance,
            final long newExpiresAtMs) {
        viewers[size] = viewer;
        reasons[size] = reason.code();
        points[size] = more;
        balances[size] = balance;
        expiresAtMs[size] = newExpiresAtMs;
        size++;
    }

    /** Number of moves. */
    public int size() {
        return size;
    }

    /** Whose points. */
    public long viewer(final int index) {
        return viewers[index];
    }

    /** Why. */
    public PointReason reason(final int index) {
        return PointReason.ofCode(reasons[index]);
    }

    /** How many more, below 0 for fewer. */
    public long points(final int index) {
        return points[index];
    }

    /** How many the viewer has now; below 0 when more was taken back than was left. */
    public long balance(final int index) {
        return balances[index];
    }

    /** First moment when they cannot be spent any more, epoch ms; Long.MAX_VALUE for never, 0 for fewer points. */
    public long expiresAtMs(final int index) {
        return expiresAtMs[index];
    }
}
