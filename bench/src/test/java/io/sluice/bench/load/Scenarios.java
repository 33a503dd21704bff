package io.sluice.bench.load;

import java.util.List;

/** Scenarios of tests: a room, its offers, and stages that nobody plays. */
public final class Scenarios {
    private Scenarios() {}

    /** Sells the offers in a room, held for a minute. */
    public static Scenario selling(final long room, final SaleOffer... offers) {
        final Target target = new Target(null, null, null, null, room, 60, List.of(offers), null);
        final Crowd crowd = new Crowd(10, 4_000_000_000L, 1, 1, 0, 0, 0, 0, 1, 1, 5_000, 0, 0);
        return new Scenario("双十一之夜", 1, target, crowd, List.of(), List.of());
    }
}
