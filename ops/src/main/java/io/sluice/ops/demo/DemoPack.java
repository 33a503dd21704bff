package io.sluice.ops.demo;

/**
 * A prepaid pack: an offer of which each unit brings a voucher, and the offer that the vouchers are for.
 *
 * @param pack   the offer of the pack, at the price of one unit
 * @param good   what a voucher is good for
 * @param units  of a whole pack
 */
record DemoPack(DemoOffer pack, DemoOffer good, int units) {
    private static final long CAKES_CATEGORY = 4;

    /** Four cakes for 139 yuan, baked in the store when they are asked for. */
    static final DemoPack CAKES = new DemoPack(
            new DemoOffer(
                    3001,
                    9003,
                    "蛋糕次卡 4 份",
                    "cake card",
                    "蛋糕卡",
                    "cake card",
                    3_475,
                    0,
                    40,
                    120,
                    4_000,
                    0,
                    CAKES_CATEGORY),
            new DemoOffer(
                    3002,
                    9002,
                    "门店现烤蛋糕",
                    "fresh cake",
                    "现烤蛋糕",
                    "fresh cake",
                    3_900,
                    0,
                    100,
                    120,
                    5_000,
                    0,
                    CAKES_CATEGORY),
            4);
}
