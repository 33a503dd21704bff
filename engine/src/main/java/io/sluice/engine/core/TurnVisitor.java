package io.sluice.engine.core;

/** Is shown who has a turn in a waiting line. */
@FunctionalInterface
public interface TurnVisitor {
    /**
     * A turn.
     *
     * @param place    number of its place.
     * @param untilMs  when it ends, epoch ms.
     * @param item     whose units are kept.
     * @param units    how many are.
     */
    void onTurn(long place, long untilMs, long item, int units);
}
