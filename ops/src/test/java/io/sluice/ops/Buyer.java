package io.sluice.ops;

import io.vertx.core.json.JsonObject;
import java.util.concurrent.CompletableFuture;

/** A viewer who orders in the {@link SaleRoom}, one way or the other. Any thread. */
interface Buyer {
    /** Who it is. */
    long viewer();

    /** Its token. */
    String token();

    /** Orders; fails when the connection ends before the answer. */
    CompletableFuture<ShopAnswer> order(String key, JsonObject order);

    /** One who orders over HTTP. */
    static Buyer overHttp(final ShopClient shop, final long viewer) {
        final String token = shop.viewer(viewer);
        return new Buyer() {
            @Override
            public long viewer() {
                return viewer;
            }

            @Override
            public String token() {
                return token;
            }

            @Override
            public CompletableFuture<ShopAnswer> order(final String key, final JsonObject order) {
                return shop.order(token, SaleRoom.ROOM, key, order);
            }
        };
    }

    /** One who orders over the room's live connection. */
    static Buyer overWebSocket(final ShopClient shop, final long viewer) {
        return LiveViewer.join(shop, viewer, SaleRoom.ROOM);
    }
}
