package io.sluice.gateway;

/** A room that sells: room 7, live; offer 1001 at 99 yuan, 1002 at 59 yuan and 2 a viewer, 1003 not open yet. */
public final class Shop {
    /** The offer of an item has so much a greater number. */
    public static final long OFFERS_BEHIND_ITEMS = 500;

    private Shop() {}

    /** Opens it through the API, with so many units of each item. */
    public static void open(final Api api, final long units) {
        api.put("/api/v1/operator/rooms/7", "{\"title\":\"双十一之夜\",\"startsAt\":\"2026-11-21T12:00:00.000Z\"}")
                .operator()
                .answers(200);
        api.post("/api/v1/operator/rooms/7/state", "{\"state\":\"LIVE\"}")
                .operator()
                .answers(200);
        for (int item = 501; item <= 503; item++) {
            api.put("/api/v1/operator/items/" + item, "{\"title\":\"item\",\"image\":\"/pictures/1.webp\"}")
                    .operator()
                    .answers(200);
            api.post("/api/v1/operator/items/" + item + "/stock", "{\"change\":" + units + ",\"reason\":\"RESTOCK\"}")
                    .operator()
                    .answers(200);
        }
        offer(api, 1_001, "{\"item\":501,\"listPriceFen\":9900}");
        offer(api, 1_002, "{\"item\":502,\"listPriceFen\":5900,\"perViewerLimit\":2,\"holdSeconds\":60}");
        offer(api, 1_003, "{\"item\":503,\"listPriceFen\":100}");
        api.post("/api/v1/operator/rooms/7/offers/1001/open").operator().answers(200);
        api.post("/api/v1/operator/rooms/7/offers/1002/open").operator().answers(200);
    }

    /** Adds units of item 501. */
    public static void restock(final Api api, final long units) {
        api.post("/api/v1/operator/items/501/stock", "{\"change\":" + units + ",\"reason\":\"RESTOCK\"}")
                .operator()
                .answers(200);
    }

    private static void offer(final Api api, final long offer, final String terms) {
        api.put("/api/v1/operator/rooms/7/offers/" + offer, terms).operator().answers(200);
    }
}
