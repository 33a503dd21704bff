package io.sluice.ops.demo;

import java.util.List;
import java.util.Map;

/**
 * A coupon campaign of the demo's brand. Coupons are claimed for {@link #OPEN_DAYS} from the seeding on.
 *
 * @param id        campaign id
 * @param title     as viewers see it
 * @param takes     what a coupon takes off
 * @param count     how many coupons there are
 * @param rains     whether they are claimed in a coupon rain only
 * @param points    what one costs in points, 0 for nothing
 * @param audience  whom they are for
 * @param offers    what they are for, empty for everything
 */
record DemoCampaign(
        long id,
        String title,
        Takes takes,
        int count,
        boolean rains,
        int points,
        Audience audience,
        List<Long> offers) {
    /** How long coupons are claimed. */
    static final int OPEN_DAYS = 30;
    /** How long a coupon is good from its claim on. */
    static final int VALID_DAYS = 7;
    /** Everybody's, for an order of some size. */
    static final long EVERYBODY = 1;
    /** The one that rains. */
    static final long RAIN = 4;
    /** Whose coupons are the vouchers of the pack. */
    static final long VOUCHERS = 6;

    /** Small enough for the crowd's baskets. */
    static final long WELCOME = 8;

    private static final long SHANGHAI = 1;
    private static final long ROOM = 1;

    /** One of each kind. */
    static final List<DemoCampaign> ALL = List.of(
            new DemoCampaign(
                    EVERYBODY, "满 50 减 10 · 10 off", Takes.amount(1_000, 5_000), 50_000, false, 0, Audience.EVERYBODY),
            new DemoCampaign(
                    2, "新会员券 · New members", Takes.amount(1_500, 3_000), 10_000, false, 0, Audience.newcomers(30)),
            new DemoCampaign(
                    3,
                    "南京路店附近 · Near Nanjing Road",
                    Takes.share(2_000, 3_000, 0),
                    1_000,
                    false,
                    0,
                    Audience.near(SHANGHAI, 3_000)),
            new DemoCampaign(RAIN, "红包雨 · Coupon rain", Takes.amount(500, 2_000), 50_000, true, 0, Audience.EVERYBODY),
            new DemoCampaign(
                    5, "谢谢陪伴 · For who watched", Takes.amount(800, 0), 5_000, false, 0, Audience.watched(ROOM, 300)),
            new DemoCampaign(
                    VOUCHERS,
                    "蛋糕兑换券 · A cake",
                    Takes.amount(DemoPack.CAKES.good().listPriceFen(), 0),
                    100_000,
                    false,
                    0,
                    Audience.BUYERS,
                    List.of(DemoPack.CAKES.good().offer())),
            new DemoCampaign(
                    7, "积分换 20 元 · 20 for points", Takes.amount(2_000, 9_900), 5_000, false, 50, Audience.EVERYBODY),
            new DemoCampaign(WELCOME, "见面礼 · Welcome", Takes.amount(100, 500), 100_000, false, 0, Audience.EVERYBODY));

    DemoCampaign {
        offers = List.copyOf(offers);
    }

    private DemoCampaign(
            final long id,
            final String title,
            final Takes takes,
            final int count,
            final boolean rains,
            final int points,
            final Audience audience) {
        this(id, title, takes, count, rains, points, audience, List.of());
    }

    /**
     * What a coupon takes off.
     *
     * @param discountFen  an amount, or the most of a share
     * @param basisPoints  of what the lines cost, 0 for an amount
     * @param minimumFen   what they have to cost at least
     */
    record Takes(long discountFen, int basisPoints, long minimumFen) {
        static Takes amount(final long fen, final long minimumFen) {
            return new Takes(fen, 0, minimumFen);
        }

        static Takes share(final int basisPoints, final long mostFen, final long minimumFen) {
            return new Takes(mostFen, basisPoints, minimumFen);
        }
    }

    /**
     * Whom coupons are for.
     *
     * @param kind    as the contract calls it
     * @param fields  what the kind needs besides
     */
    record Audience(String kind, Map<String, Long> fields) {
        static final Audience EVERYBODY = new Audience("EVERYBODY", Map.of());
        static final Audience BUYERS = new Audience("BUYERS", Map.of());

        Audience {
            fields = Map.copyOf(fields);
        }

        static Audience newcomers(final long memberDays) {
            return new Audience("NEWCOMERS", Map.of("memberDays", memberDays));
        }

        static Audience near(final long store, final long radiusMetres) {
            return new Audience("NEARBY", Map.of("store", store, "radiusMetres", radiusMetres));
        }

        static Audience watched(final long room, final long seconds) {
            return new Audience("WATCHED", Map.of("room", room, "watchedSeconds", seconds));
        }
    }
}
