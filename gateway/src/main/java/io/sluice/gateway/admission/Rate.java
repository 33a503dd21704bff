package io.sluice.gateway.admission;

/**
 * How fast something may be done.
 *
 * @param perSecond  so often a second in the long run; 0 lifts the limit.
 * @param burst      so often at once.
 */
public record Rate(int perSecond, int burst) {
    /** No limit. */
    public static final Rate UNLIMITED = new Rate(0, 1);

    /** A bucket for each of at most {@code capacity} keys. */
    RateTable table(final int capacity) {
        return new RateTable(perSecond, burst, capacity);
    }
}
