package io.sluice.engine.view;

import org.agrona.collections.Long2LongHashMap;

/**
 * How many viewers of a show came how far. Each viewer counts once for each step. It knows {@value #MAX_VIEWERS} viewers of a
 * show at most, 16 bytes and a map's slack each; who comes past them is not counted, and it says so. Changed by its {@link
 * ShowSummary} only.
 */
public final class ShowAudience {
    /** Viewers of one show that are known. */
    public static final int MAX_VIEWERS = 100_000;

    /** From here on a viewer has watched, and not only looked in. */
    public static final int WATCHED_SECONDS = 60;

    private static final long UNKNOWN = 0;
    private static final int KEPT_SHIFT = 8;
    private static final int SECONDS_SHIFT = 32;
    private static final long KEPT = 1L << KEPT_SHIFT;
    private static final long KEPT_MASK = (1L << SECONDS_SHIFT) - KEPT;
    private static final int MAX_SECONDS = 0xFFFF;

    /** How far a viewer may come. */
    public enum Step {
        /** Anything is recorded of the viewer in this room. */
        ENTERED,
        /** Watched it while it was live, for {@value ShowAudience#WATCHED_SECONDS} seconds in all. */
        WATCHED,
        /** Asked for an order. */
        PRESSED,
        /** Placed one. */
        RESERVED,
        /** Paid one. */
        PAID,
        /** Has one that is paid and not wholly refunded. */
        KEPT
    }

    private final Long2LongHashMap viewers = new Long2LongHashMap(UNKNOWN);
    private final long[] counts = new long[Step.values().length];
    private boolean isFull;

    /** Viewers who came so far. */
    public long count(final Step step) {
        return counts[step.ordinal()];
    }

    /** Whether more came than are known. */
    public boolean isFull() {
        return isFull;
    }

    void enter(final long viewer) {
        reach(viewer, Step.ENTERED);
    }

    void watch(final long viewer, final int seconds) {
        final long known = reach(viewer, Step.ENTERED);
        if (known != UNKNOWN) {
            final long all = Math.min(MAX_SECONDS, (known >>> SECONDS_SHIFT) + seconds);
            viewers.put(viewer, (known & (1L << SECONDS_SHIFT) - 1) | all << SECONDS_SHIFT);
            if (all >= WATCHED_SECONDS) {
                reach(viewer, Step.WATCHED);
            }
        }
    }

    void press(final long viewer) {
        reach(viewer, Step.PRESSED);
    }

    void reserve(final long viewer) {
        reach(viewer, Step.RESERVED);
    }

    void pay(final long viewer) {
        final long known = reach(viewer, Step.PAID);
        if (known != UNKNOWN) {
            viewers.put(viewer, known + KEPT);
            counts[Step.KEPT.ordinal()] += (known & KEPT_MASK) == 0 ? 1 : 0;
        }
    }

    /** Of one of the viewer's orders everything was refunded. */
    void giveBack(final long viewer) {
        final long known = viewers.get(viewer);
        if ((known & KEPT_MASK) != 0) {
            viewers.put(viewer, known - KEPT);
            counts[Step.KEPT.ordinal()] -= (known & KEPT_MASK) == KEPT ? 1 : 0;
        }
    }

    /** Notes that a viewer came to a step, and entered; answers what is known of the viewer now. */
    private long reach(final long viewer, final Step step) {
        final long known = viewers.get(viewer);
        if (known == UNKNOWN && viewers.size() >= MAX_VIEWERS) {
            isFull = true;
            return UNKNOWN;
        }
        final long entered = 1L << Step.ENTERED.ordinal();
        final long reached = known | entered | 1L << step.ordinal();
        if (reached != known) {
            viewers.put(viewer, reached);
            counts[Step.ENTERED.ordinal()] += (known & entered) == 0 ? 1 : 0;
            counts[step.ordinal()] += step != Step.ENTERED && (known & 1L << step.ordinal()) == 0 ? 1 : 0;
        }
        return reached;
    }
}
