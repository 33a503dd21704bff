package io.sluice.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Looks for the highest rate that holds: the factor grows step by step until a run misses a threshold, then the last step is
 * halved again and again. It says what is to be played next and is told what came of it. One thread.
 */
public final class LimitSearch {
    /** How a search stands. */
    public enum Outcome {
        /** It goes on, or was ended: what is known is known. */
        UNFINISHED("not finished"),
        /** One factor held and one a little above it did not, for a reason of the server's. */
        KNEE("the knee was found"),
        /** The first run missed a threshold already. */
        FIRST_BROKE("the first step already broke: begin lower, by --from"),
        /** Everything held up to the highest factor. */
        NOTHING_BROKE("nothing broke up to the highest factor: go further, by --most"),
        /** The lowest factor that did not hold is one that the rig could not play. */
        RIG_FULL("the rig is full, not the server: play it from a machine that has more room");

        private final String sentence;

        Outcome(final String sentence) {
            this.sentence = sentence;
        }

        /** What it means, and what to do about it. */
        public String sentence() {
            return sentence;
        }
    }

    private final double from;
    private final double step;
    private final double most;
    private final int halvings;
    private final List<LimitStep> steps = new ArrayList<>();
    private LimitStep held;
    private LimitStep broke;
    private int halved;
    private boolean ended;

    /**
     * A search that has not begun.
     *
     * @param from      the first factor, above 0.
     * @param step      by which a factor that held is multiplied, above 1.
     * @param most      the highest factor to be tried, no less than the first.
     * @param halvings  how often the last step is halved.
     */
    public LimitSearch(final double from, final double step, final double most, final int halvings) {
        if (!(from > 0 && step > 1 && most >= from && halvings >= 0)) {
            throw new IllegalArgumentException(
                    "from=" + from + " step=" + step + " most=" + most + " halvings=" + halvings);
        }
        this.from = from;
        this.step = step;
        this.most = most;
        this.halvings = halvings;
    }

    /** The factor to be played next; none when the search is over. */
    public OptionalDouble next() {
        if (ended) {
            return OptionalDouble.empty();
        }
        if (broke != null) {
            return held != null && halved < halvings
                    ? OptionalDouble.of((held.factor() + broke.factor()) / 2)
                    : OptionalDouble.empty();
        }
        if (held == null) {
            return OptionalDouble.of(from);
        }
        return held.factor() < most ? OptionalDouble.of(Math.min(most, held.factor() * step)) : OptionalDouble.empty();
    }

    /** Notes what came of the factor that was to be played next; a run that was ended early ends the search. */
    public void played(final LimitStep result) {
        halved += broke == null ? 0 : 1;
        steps.add(result);
        if (result.endedEarly()) {
            ended = true;
        } else if (result.held()) {
            held = result;
        } else {
            broke = result;
        }
    }

    /** How it stands. */
    public Outcome outcome() {
        if (ended || next().isPresent()) {
            return Outcome.UNFINISHED;
        }
        if (broke == null) {
            return Outcome.NOTHING_BROKE;
        }
        if (broke.rigFull()) {
            return Outcome.RIG_FULL;
        }
        return held == null ? Outcome.FIRST_BROKE : Outcome.KNEE;
    }

    /** All that was played, in its order. */
    public List<LimitStep> steps() {
        return List.copyOf(steps);
    }

    /** The highest factor that held; null for none. */
    public LimitStep held() {
        return held;
    }

    /** The lowest factor that did not hold; null for none. */
    public LimitStep broke() {
        return broke;
    }
}
