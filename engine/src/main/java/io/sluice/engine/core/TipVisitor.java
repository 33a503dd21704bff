package io.sluice.engine.core;

/** Is shown the tips that were paid. */
@FunctionalInterface
public interface TipVisitor {
    /**
     * A line of a paid order whose item is a tip, with units that were not refunded.
     *
     * @param room    where it was ordered.
     * @param viewer  who tipped.
     * @param fen     what those units cost.
     */
    void onTip(long room, long viewer, long fen);
}
