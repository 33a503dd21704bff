package io.sluice.engine.view;

import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;

/**
 * How many viewers of a show came how far. Each viewer counts once for each step. It knows {@value #MAX_VIEWERS} viewers of a
 * show at most, 25 to 49 bytes each as its map fills and grows, 4 MiB for so many; who comes past them is not counted. Once
 * its viewers are {@linkplain #forget forgotten} the counts stay as they are. Either way it says when they are {@linkplain
 * #isRough rough}. Changed by its {@link ShowSummary} and that one's board only.
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

    private final long[] counts = new long[Step.values().length];
    /** How far each viewer came; null once they are forgotten. */
    private Long2LongHashMap viewers = new Long2LongHashMap(UNKNOWN);

    private boolean isRough;

    /** Viewers who came so far. */
    public long count(final Step step) {
        return counts[step.ordinal()];
    }

    /**
     * Whether something happened that could not be counted: more came than are known, or somebody came, went further or gave
     * everything back after the viewers were forgotten.
     */
    public boolean isRough() {
        return isRough;
    }

    /** Viewers who take memory. */
    int known() {
        return viewers == null ? 0 : viewers.size();
    }

    /** Takes no memory for viewers any more. */
    void forget() {
        viewers = null;
    }

    /** The show begins: if its viewers were forgotten before anything happened worth telling, they count from now on. */
    void begin() {
        if (viewers == null) {
            viewers = new Long2LongHashMap(UNKNOWN);
            Arrays.fill(counts, 0);
            isRough = true;
        }
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
        if (viewers == null) {
            isRough = true;
            return;
        }
        final long known = viewers.get(viewer);
        if ((known & KEPT_MASK) != 0) {
            viewers.put(viewer, known - KEPT);
            counts[Step.KEPT.ordinal()] -= (known & KEPT_MASK) == KEPT ? 1 : 0;
        }
    }

    /** Notes that a viewer came to a step, and entered; answers what is known of the viewer now. */
    private long reach(final long viewer, final Step step) {
        if (viewers == null) {
            isRough = true;
            return UNKNOWN;
        }
        final long known = viewers.get(viewer);
        if (known == UNKNOWN && viewers.size() >= MAX_VIEWERS) {
            isRough = true;
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
