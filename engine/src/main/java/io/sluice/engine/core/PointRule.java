package io.sluice.engine.core;

/**
 * What a reason brings.
 *
 * @param points    so many each time; of a purchase, for every 10,000 fen.
 * @param dailyCap  the most that a viewer earns by it on one day of China's time, 0 for no cap.
 * @param validMs   how long they can be spent, 0 for good.
 */
public record PointRule(int points, int dailyCap, long validMs) {
    /** It brings nothing. */
    static final PointRule NONE = new PointRule(0, 0, 0);
}
