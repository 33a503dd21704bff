package io.sluice.bench.load.run;

import io.sluice.bench.load.Measure;
import io.sluice.bench.load.Measurements;

/**
 * How long the room's viewers wait for news: from the answer to the buyer of an order to the first tick that includes its
 * record, the oldest such order of each tick, as some of the viewers see it. On the loop's thread.
 */
final class DelayWatch {
    /** One of so many viewers is watched. */
    static final int STRIDE = 16;

    private static final int KEPT = 1 << 14;

    private final RunClock clock;
    private final Measurements figures;
    private final long[] sequences = new long[KEPT];
    private final long[] answeredNs = new long[KEPT];
    private final long[] seen;
    private long noted;

    DelayWatch(final RunClock clock, final Measurements figures, final int viewers) {
        this.clock = clock;
        this.figures = figures;
        seen = new long[viewers / STRIDE + 1];
    }

    /** A buyer was answered by this record. */
    void onAnswer(final long sequence) {
        final int at = (int) (noted & KEPT - 1);
        sequences[at] = sequence;
        answeredNs[at] = clock.nowNs();
        noted++;
    }

    /** A viewer came in: what passed before is no news. */
    void onPicture(final int viewer) {
        if (viewer % STRIDE == 0) {
            seen[viewer / STRIDE] = noted;
        }
    }

    /** A viewer saw a tick that is true at this record. */
    void onTick(final int viewer, final long sequence) {
        if (viewer % STRIDE != 0) {
            return;
        }
        long next = Math.max(seen[viewer / STRIDE], noted - KEPT);
        if (next < noted && sequences[(int) (next & KEPT - 1)] <= sequence) {
            figures.time(Measure.TICK_DELAY, clock.nowNs() - answeredNs[(int) (next & KEPT - 1)]);
        }
        while (next < noted && sequences[(int) (next & KEPT - 1)] <= sequence) {
            next++;
        }
        seen[viewer / STRIDE] = next;
    }
}
