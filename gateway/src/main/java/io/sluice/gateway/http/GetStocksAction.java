package io.sluice.gateway.http;

import io.vertx.core.buffer.Buffer;

/** {@code GET /operator/items/{item}/stocks}. Any event loop. */
final class GetStocksAction implements Action {
    private static final int OK = 200;

    private final RoomSnapshots rooms;

    GetStocksAction(final RoomSnapshots rooms) {
        this.rooms = rooms;
    }

    @Override
    public void run(final Exchange exchange) {
        final long item = exchange.pathId("item");
        rooms.stocks(item)
                .onSuccess(stocks -> answer(exchange, item, stocks))
                .onFailure(failure -> exchange.fail(new IllegalStateException(failure)));
    }

    private static void answer(final Exchange exchange, final long item, final Buffer stocks) {
        if (stocks == null) {
            exchange.refuse(new Problem(ProblemCode.ITEM_UNKNOWN, "There is no item " + item + ".").field("item"));
        } else {
            exchange.answer(OK, stocks);
        }
    }
}
