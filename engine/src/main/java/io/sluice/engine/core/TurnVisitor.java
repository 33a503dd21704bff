package io.sluice.engine.core;

/** Is shown who has a turn in a waiting line. */
@FunctionalInterface
public interface TurnVisitor {
    /**
     * A turn.
     *
     * @param place    number of its place.
     * @param untilMs  when it ends, epoch ms.
     * @param viewer   whose it is.
     * @param offer    what it is for.
     * @param stock    whose units are kept.
     * @param units    how many are.
     */
    void onTurn(long place, long untilMs, long viewer, Offer offer, Stock stock, int units);
}
