package io.sluice.bench.load;

/**
 * A rate that goes from one value to another in a straight line.
 *
 * @param from  a second, at the beginning.
 * @param to    a second, at the end.
 */
public record Pace(double from, double to) {
    /** Nothing comes. */
    public static final Pace NONE = new Pace(0, 0);

    /** The same, that many times as often. */
    Pace times(final double times) {
        return new Pace(from * times, to * times);
    }

    /** How many come in the first {@code seconds} of a stage of {@code length} seconds. */
    double until(final double seconds, final double length) {
        return from * seconds + (to - from) * seconds * seconds / (2 * length);
    }

    /** When that many have come, seconds from the beginning; the caller asks for no more than there are. */
    double when(final double count, final double length) {
        final double slope = (to - from) / length;
        if (Math.abs(slope) * length < 1e-9 * Math.max(from, to)) {
            return count / from;
        }
        // The root of slope/2 x^2 + from x - count that is in the stage, in the form that does not cancel.
        final double root = Math.sqrt(Math.max(0, from * from + 2 * slope * count));
        return Math.min(length, 2 * count / (from + root));
    }
}
