package io.sluice.ops.demo;

import java.util.List;

/**
 * A commission plan of the demo's brand.
 *
 * @param of      what it is of, as the operator's path has it
 * @param shares  who earns what
 */
record DemoPlan(String of, List<Share> shares) {
    /** How long a commission is frozen. */
    static final int RETURN_DAYS = 7;
    /** Category of bags. */
    static final long BAGS = 2;
    /** Category of presents to the host. */
    static final long PRESENTS = 9;

    /** The offer that has a plan of its own. */
    private static final long CAKESTAND = 1002;

    /** Everything, bags at more for the guide, one offer with a fixed part and a cap, and presents, half of which the host has. */
    static final List<DemoPlan> ALL = List.of(
            new DemoPlan(
                    "brand",
                    List.of(
                            Share.of("GUIDE", 300),
                            Share.of("STORE", 100),
                            Share.of("GROUP_OWNER", 100),
                            Share.of("INVITER", 100),
                            Share.of("SECOND_INVITER", 50),
                            Share.of("HOST", 100))),
            new DemoPlan(
                    "categories/" + BAGS,
                    List.of(
                            Share.of("GUIDE", 500),
                            Share.of("STORE", 150),
                            Share.of("GROUP_OWNER", 100),
                            Share.of("INVITER", 100),
                            Share.of("SECOND_INVITER", 50),
                            Share.of("HOST", 100))),
            new DemoPlan(
                    "offers/" + CAKESTAND,
                    List.of(new Share("GUIDE", 200, 50, 2_000), Share.of("STORE", 100), Share.of("HOST", 100))),
            new DemoPlan("categories/" + PRESENTS, List.of(Share.of("HOST", 5_000))));

    DemoPlan {
        shares = List.copyOf(shares);
    }

    /**
     * What one payee earns.
     *
     * @param payee        as the contract calls it
     * @param basisPoints  of what a line costs
     * @param fixedFen     for each unit
     * @param capFen       the most of one order, 0 for no cap
     */
    record Share(String payee, int basisPoints, long fixedFen, long capFen) {
        static Share of(final String payee, final int basisPoints) {
            return new Share(payee, basisPoints, 0, 0);
        }
    }
}
