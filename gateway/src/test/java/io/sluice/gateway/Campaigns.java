package io.sluice.gateway;

/** Coupon campaigns of {@link Shop}, put through the API: claimed from noon on for a week, good for a day. */
public final class Campaigns {
    private static final String WEEK = "\"claimFrom\":\"2026-11-21T12:00:00Z\",\"claimTo\":\"2026-11-28T12:00:00Z\"";

    private Campaigns() {}

    /** The body of a campaign of 100 coupons of ten yuan each, with more fields, as in {@code ,"rain":true}. */
    public static String body(final String more) {
        return "{\"title\":\"十元券\",\"discountFen\":1000,\"budgetFen\":100000,\"count\":100,\"validSeconds\":86400,"
                + WEEK + more + "}";
    }

    /** Puts such a campaign. */
    public static void put(final Api api, final long campaign, final String more) {
        api.put("/api/v1/operator/campaigns/" + campaign, body(more)).operator().answers(200);
    }

    /** A viewer claims. */
    public static Api.Call claim(final Api api, final long campaign, final long viewer, final String key) {
        return api.post("/api/v1/campaigns/" + campaign + "/claims", "{}")
                .viewer(viewer)
                .key(key);
    }

    /** A viewer claims and has the coupon. */
    public static String coupon(final Api api, final long campaign, final long viewer) {
        return claim(api, campaign, viewer, "press-" + campaign)
                .answers(201)
                .at("/coupon")
                .asText();
    }

    /** Coupons rain in room 7 for a minute. */
    public static Api.Call rain(final Api api, final long campaign, final int count) {
        return api.post(
                        "/api/v1/operator/rooms/7/rain",
                        "{\"campaign\":" + campaign + ",\"count\":" + count + ",\"seconds\":60}")
                .operator();
    }
}
