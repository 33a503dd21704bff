package io.sluice.ops.browser;

import io.sluice.ops.ShopClient;
import io.vertx.core.json.JsonObject;

/** A live room with one open offer of 50 units, opened through the operators' API. */
record ConsoleRoom(ShopClient shop, long id) {
    private static final int OPENER = 30;
    private static final int UNITS = 50;
    private static final int PRICE_FEN = 12_900;

    static ConsoleRoom open(final ShopClient shop, final long id) {
        final ConsoleRoom room = schedule(shop, id, "2026-11-21T12:00:00.000Z");
        final long item = room.offer();
        room.operate(OPENER, "PUT", "/items/" + item, new JsonObject().put("title", "Candle " + item));
        room.operate(
                OPENER,
                "POST",
                "/items/" + item + "/stock",
                new JsonObject().put("change", UNITS).put("reason", "RESTOCK"));
        room.operate(
                OPENER,
                "PUT",
                "/rooms/" + id + "/offers/" + item,
                new JsonObject().put("item", item).put("listPriceFen", PRICE_FEN));
        room.open(OPENER);
        room.goLive();
        return room;
    }

    /** A room that is to begin at a time, and sells nothing yet. */
    static ConsoleRoom schedule(final ShopClient shop, final long id, final String startsAt) {
        final ConsoleRoom room = new ConsoleRoom(shop, id);
        final JsonObject facts = new JsonObject().put("title", "Evening " + id).put("startsAt", startsAt);
        room.operate(OPENER, "PUT", "/rooms/" + id, facts);
        return room;
    }

    void goLive() {
        operate(OPENER, "POST", "/rooms/" + id + "/state", new JsonObject().put("state", "LIVE"));
    }

    /** Its offer, and the item of it. */
    long offer() {
        return id + 1;
    }

    /** Units come in of the offer's item. */
    void restock(final int units) {
        operate(
                OPENER,
                "POST",
                "/items/" + offer() + "/stock",
                new JsonObject().put("change", units).put("reason", "RESTOCK"));
    }

    void open(final int operator) {
        operate(operator, "POST", "/rooms/" + id + "/offers/" + offer() + "/open", null);
    }

    private void operate(final int operator, final String method, final String path, final JsonObject body) {
        shop.call(method, "/operator" + path, shop.token("operator", operator), body)
                .expect(200);
    }
}
