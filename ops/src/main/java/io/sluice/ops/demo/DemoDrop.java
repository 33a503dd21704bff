package io.sluice.ops.demo;

/**
 * What there is never enough of: a few units at a time, short holds, and a waiting line for who comes too late.
 *
 * @param offer        sold in the demo's room
 * @param turnSeconds  how long a turn keeps units for who waited
 * @param units        brought each time the host has more
 */
record DemoDrop(DemoOffer offer, int turnSeconds, int units) {
    private static final long HOME = 3;
    /** Short, so that who waits sees units come free. */
    private static final int HOLD_SECONDS = 15;

    /** Candles, poured by hand, two at a time. */
    static final DemoDrop CANDLES = new DemoDrop(
            new DemoOffer(
                    4001,
                    9004,
                    "手工限量香薰蜡烛",
                    "hand-poured candle",
                    "手工蜡烛",
                    "candle",
                    5_900,
                    0,
                    2,
                    HOLD_SECONDS,
                    2,
                    0,
                    HOME),
            20,
            2);
}
