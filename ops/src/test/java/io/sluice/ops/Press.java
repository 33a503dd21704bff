package io.sluice.ops;

import io.vertx.core.json.JsonObject;
import java.util.concurrent.CompletableFuture;

/** One press of the buy button: who, which key, how much, and what came of it. Any thread. */
final class Press {
    private final Buyer buyer;
    private final String key;
    private final int units;
    private volatile ShopAnswer answer;
    private volatile boolean payTried;
    private volatile boolean paid;

    Press(final Buyer buyer, final String key, final int units) {
        this.buyer = buyer;
        this.key = key;
        this.units = units;
    }

    long viewer() {
        return buyer.viewer();
    }

    String token() {
        return buyer.token();
    }

    String key() {
        return key;
    }

    int units() {
        return units;
    }

    /** Sends it, and remembers the answer before anybody else sees it. */
    CompletableFuture<ShopAnswer> send() {
        return buyer.order(key, SaleRoom.order(units)).thenApply(this::remember);
    }

    /** Pays, and remembers that it was tried and whether it was taken. */
    CompletableFuture<ShopAnswer> pay(final ShopClient shop) {
        payTried = true;
        return shop.send(shop.request(
                        "POST",
                        "/demo/payments",
                        buyer.token(),
                        new JsonObject().put("order", answer.body().getString("order"))))
                .thenApply(told -> {
                    paid = told.status() == 200
                            && told.body().getString("outcome").equals("PAID");
                    return told;
                });
    }

    /** Sends it again over HTTP, to the server that came after. */
    CompletableFuture<ShopAnswer> repeat(final ShopClient shop) {
        return shop.order(buyer.token(), SaleRoom.ROOM, key, SaleRoom.order(units))
                .thenApply(this::remember);
    }

    /** What was refused for pressure, or came too late, is no answer to who presses: the key may be used again. */
    private ShopAnswer remember(final ShopAnswer told) {
        if (told.status() < 500) {
            answer = told;
        }
        return told;
    }

    boolean isAnswered() {
        return answer != null;
    }

    /** Whether it became an order, as far as its buyer was told. */
    boolean isOrder() {
        return answer != null && answer.isOrder();
    }

    /** The order as it was acknowledged. */
    JsonObject order() {
        return answer.body();
    }

    boolean payTried() {
        return payTried;
    }

    boolean paid() {
        return paid;
    }
}
