package io.sluice.gateway.http;

import io.sluice.engine.view.ItemView;
import io.sluice.engine.view.StockView;
import io.vertx.core.buffer.Buffer;

/** Writes the stocks of an item that offers may sell from. On the thread of the item's board. */
public final class ItemStocksJson {
    private ItemStocksJson() {}

    /**
     * The body of {@code GET /operator/items/{item}/stocks}.
     *
     * @param sequence the board's.
     */
    public static Buffer write(final ItemView item, final long sequence) {
        final JsonWriter json = new JsonWriter().reset().beginObject();
        json.name("item").value(item.id());
        json.name("title").value(item.title());
        json.name("stocks").beginArray();
        for (final StockView stock : item.stocks()) {
            if (stock.isOpen()) {
                json.beginObject();
                StockAddress.writeMembers(json, stock.kind(), stock.of());
                json.name("available").value(stock.available()).endObject();
            }
        }
        json.endArray();
        json.name("sequence").value(sequence).endObject();
        return json.toBuffer();
    }
}
