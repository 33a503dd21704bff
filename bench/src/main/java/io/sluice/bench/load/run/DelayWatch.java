package io.sluice.bench.load.run;

import io.sluice.bench.load.Measure;
import io.sluice.bench.load.Measurements;

/**
 * How long the room's viewers wait for news: from the press that was meant to the first tick that includes its order, the
 * oldest press of those that the tick is the first to include, as some of the viewers see it. An order whose answer comes
 * behind that tick is not timed: when its tick came is not kept. Of several workers each knows its own viewers' presses only. On the
 * loop's thread.
 */
final class DelayWatch {
    /** One of so many viewers is watched. */
    static final int STRIDE = 16;

    private static final int KEPT = 1 << 14;

    private final RunClock clock;
    private final Measurements figures;
    private final long[] sequences = new long[KEPT];
    private final long[] meantNs = new long[KEPT];
    /** Of each watched viewer, how many answers are dealt with. */
    private final long[] seen;
    /** Of each watched viewer, the record at which the last picture or tick was true. */
    private final long[] known;

    private long noted;

    DelayWatch(final RunClock clock, final Measurements figures, final int viewers) {
        this.clock = clock;
        this.figures = figures;
        seen = new long[viewers / STRIDE + 1];
        known = new long[viewers / STRIDE + 1];
    }

    /** A buyer who was meant to press at {@code pressNs} was answered by this record. */
    void onAnswer(final long sequence, final long pressNs) {
        final int at = (int) (noted & KEPT - 1);
        sequences[at] = sequence;
        meantNs[at] = pressNs;
        noted++;
    }

    /** A viewer came in, to a picture that is true at this record: what passed before is no news. */
    void onPicture(final int viewer, final long sequence) {
        if (viewer % STRIDE == 0) {
            seen[viewer / STRIDE] = noted;
            known[viewer / STRIDE] = sequence;
        }
    }

    /** A viewer saw a tick that is true at this record. */
    void onTick(final int viewer, final long sequence) {
        if (viewer % STRIDE != 0) {
            return;
        }
        final long before = known[viewer / STRIDE];
        long oldestNs = Long.MAX_VALUE;
        long next = Math.max(seen[viewer / STRIDE], noted - KEPT);
        for (; next < noted && sequences[(int) (next & KEPT - 1)] <= sequence; next++) {
            final int at = (int) (next & KEPT - 1);
            oldestNs = sequences[at] > before ? Math.min(oldestNs, meantNs[at]) : oldestNs;
        }
        if (oldestNs != Long.MAX_VALUE) {
            figures.time(Measure.TICK_DELAY, clock.nowNs() - oldestNs);
        }
        seen[viewer / STRIDE] = next;
        known[viewer / STRIDE] = sequence;
    }
}
