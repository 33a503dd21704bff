package io.sluice.gateway;

import com.fasterxml.jackson.databind.JsonNode;

/** Packs and their vouchers in {@link Shop}: offer 1001 as a pack of ten, whose vouchers each take offer 1002 off an order. */
public final class Vouchers {
    private Vouchers() {}

    /** Makes offer 1001 a pack of campaign 5. */
    public static void sell(final Api api) {
        api.put(
                        "/api/v1/operator/campaigns/5",
                        Campaigns.body(",\"audience\":{\"kind\":\"BUYERS\"},\"offers\":[1002]")
                                .replace("十元券", "洗护次卡")
                                .replace("\"discountFen\":1000", "\"discountFen\":5900"))
                .operator()
                .answers(200);
        put(api, 1_001, "{\"campaign\":5,\"units\":10}").answers(200);
    }

    /** Puts a pack. */
    public static Api.Call put(final Api api, final long offer, final String body) {
        return api.put("/api/v1/operator/offers/" + offer + "/pack", body).operator();
    }

    /** Orders so many units of offer 1001 in room 7. */
    public static Api.Call order(final Api api, final long viewer, final int units) {
        return api.post("/api/v1/rooms/7/orders", "{\"lines\":[{\"offer\":1001,\"quantity\":" + units + "}]}")
                .viewer(viewer)
                .key("pack-" + units);
    }

    /** Buys so many units of offer 1001 in room 7; answers the order as it is asked for. */
    public static JsonNode buy(final Api api, final long viewer, final int units) {
        final String order = order(api, viewer, units).answers(201).at("/order").asText();
        api.post("/api/v1/demo/payments", "{\"order\":\"" + order + "\"}")
                .viewer(viewer)
                .answers(200);
        return api.get("/api/v1/orders/" + order).viewer(viewer).answers(200).json();
    }

    /** Orders one unit of offer 1002 in room 7 with a coupon. */
    public static Api.Call use(final Api api, final long viewer, final String coupon) {
        return api.post(
                        "/api/v1/rooms/7/orders",
                        "{\"lines\":[{\"offer\":1002,\"quantity\":1}],\"coupon\":\"" + coupon + "\"}")
                .viewer(viewer)
                .key("use-" + coupon);
    }
}
