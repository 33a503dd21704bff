package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A live room with one offer, opened through the operator's API beside the demo's own room. */
public final class SaleRoom {
    /** The room. */
    public static final long ROOM = 7_000;
    /** Its offer. */
    public static final long OFFER = 7_001;
    /** What a unit costs. */
    public static final long PRICE_FEN = 9_900;

    private static final long ITEM = 7_001;
    /** A day, so that no hold ends by itself however long a test is told to run. */
    private static final int HOLD_SECONDS = 86_400;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ShopClient shop;
    private final String operator;

    private SaleRoom(final ShopClient shop) {
        this.shop = shop;
        operator = shop.token("operator", 1);
    }

    /** Opens it with so many units, which may be 0, and an hour to pay. */
    public static SaleRoom open(final ShopClient shop, final long units) {
        return open(shop, units, HOLD_SECONDS);
    }

    /** Opens it with another time to pay. */
    static SaleRoom open(final ShopClient shop, final long units, final int holdSeconds) {
        final SaleRoom room = new SaleRoom(shop);
        room.operate("PUT", "/items/" + ITEM, new JsonObject().put("title", "Lantern"));
        if (units > 0) {
            room.restock(units);
        }
        room.operate(
                "PUT",
                "/rooms/" + ROOM,
                new JsonObject().put("title", "Flash sale").put("startsAt", "2026-11-21T12:00:00.000Z"));
        room.offer(PRICE_FEN, holdSeconds);
        room.operate("POST", "/rooms/" + ROOM + "/offers/" + OFFER + "/open", null);
        room.operate("POST", "/rooms/" + ROOM + "/pin", new JsonObject().put("offer", OFFER));
        room.operate("POST", "/rooms/" + ROOM + "/state", new JsonObject().put("state", "LIVE"));
        return room;
    }

    /** The one that is open already. */
    public static SaleRoom of(final ShopClient shop) {
        return new SaleRoom(shop);
    }

    /** Puts units on the shelf. */
    public void restock(final long units) {
        operate(
                "POST",
                "/items/" + ITEM + "/stock",
                new JsonObject().put("change", units).put("reason", "RESTOCK"));
    }

    /** Changes the price. */
    public void price(final long fen) {
        offer(fen, HOLD_SECONDS);
    }

    private void offer(final long fen, final int holdSeconds) {
        operate(
                "PUT",
                "/rooms/" + ROOM + "/offers/" + OFFER,
                new JsonObject()
                        .put("item", ITEM)
                        .put("listPriceFen", fen)
                        .put("opensAt", "2026-11-21T12:00:00.000Z")
                        .put("holdSeconds", holdSeconds));
    }

    /** Waits until the room's picture, which follows its ticks, shows that nobody has this many units. */
    public void awaitAvailable(final long units) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(available())
                .isEqualTo(units));
    }

    private long available() {
        return shop.get("/rooms/" + ROOM, null)
                .expect(200)
                .body()
                .getJsonArray("offers")
                .getJsonObject(0)
                .getLong("available");
    }

    /** An order of so many units. */
    public static JsonObject order(final int units) {
        final JsonObject line = new JsonObject().put("offer", OFFER).put("quantity", units);
        return new JsonObject().put("lines", new JsonArray().add(line));
    }

    private void operate(final String method, final String path, final JsonObject body) {
        shop.call(method, "/operator" + path, operator, body).expect(200);
    }
}
