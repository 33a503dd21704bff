package io.sluice.ops.browser;

import io.sluice.ops.ShopClient;
import io.vertx.core.json.JsonObject;

/** A live room beside the demo's own whose one offer has a waiting line, run by an operator. On one thread. */
final class LineRoom {
    private static final int PRICE_FEN = 5_900;
    /** Neither ends by itself while a test runs. */
    private static final int HOLD_SECONDS = 86_400;

    private static final int TURN_SECONDS = 3_600;

    private final ShopClient shop;
    private final String operator;
    private final long room;

    private LineRoom(final ShopClient shop, final long room) {
        this.shop = shop;
        this.room = room;
        operator = shop.token("operator", 1);
    }

    /** Opens it with so many units. */
    static LineRoom open(final ShopClient shop, final long room, final int units) {
        final LineRoom opened = new LineRoom(shop, room);
        final String path = "/rooms/" + room;
        opened.operate("PUT", "/items/" + opened.item(), new JsonObject().put("title", "Candle"));
        opened.operate(
                "POST",
                "/items/" + opened.item() + "/stock",
                new JsonObject().put("change", units).put("reason", "RESTOCK"));
        opened.operate(
                "PUT", path, new JsonObject().put("title", "Candles").put("startsAt", "2026-11-21T12:00:00.000Z"));
        opened.operate(
                "PUT",
                path + "/offers/" + opened.offer(),
                new JsonObject()
                        .put("item", opened.item())
                        .put("listPriceFen", PRICE_FEN)
                        .put("opensAt", "2026-11-21T12:00:00.000Z")
                        .put("holdSeconds", HOLD_SECONDS)
                        .put("turnSeconds", TURN_SECONDS));
        opened.operate("POST", path + "/pin", new JsonObject().put("offer", opened.offer()));
        opened.state("LIVE");
        return opened;
    }

    long offer() {
        return room + 1;
    }

    /** Sets units aside that all share so far; {@code kind} is ROOM or REPLAY. */
    void setAside(final String kind, final int units) {
        final JsonObject to = new JsonObject().put("kind", kind).put("of", room);
        operate(
                "POST",
                "/items/" + item() + "/moves",
                new JsonObject()
                        .put("from", new JsonObject().put("kind", "SHARED"))
                        .put("to", to)
                        .put("units", units));
    }

    /** Ends the show. */
    void end() {
        state("ENDED");
    }

    private long item() {
        return room + 1;
    }

    private void state(final String state) {
        operate("POST", "/rooms/" + room + "/state", new JsonObject().put("state", state));
    }

    private void operate(final String method, final String path, final JsonObject body) {
        shop.call(method, "/operator" + path, operator, body).expect(200);
    }
}
