package io.sluice.engine.view;

/**
 * What a reason brings a viewer. Immutable.
 *
 * @param points    so many each time; of a purchase, for every 10,000 fen.
 * @param dailyCap  the most that a viewer earns by it on one day of China's time, 0 for no cap.
 * @param validMs   how long they can be spent, ms; 0 for good.
 */
public record PointRuleView(int points, int dailyCap, long validMs) {
    /** It brings nothing. */
    public static final PointRuleView NONE = new PointRuleView(0, 0, 0);
}
