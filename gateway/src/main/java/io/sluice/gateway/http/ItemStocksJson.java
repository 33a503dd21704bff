package io.sluice.gateway.http;

import io.sluice.engine.view.ItemView;
import io.sluice.engine.view.StockView;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** Writes the stocks of an item that offers may sell from. On the thread of the item's board. */
public final class ItemStocksJson {
    private ItemStocksJson() {}

    /**
     * The body of {@code GET /operator/items/{item}/stocks}: of so many stocks those that are open.
     *
     * @param after     how many stocks come before these.
     * @param limit     how many are looked at.
     * @param sequence  the board's.
     */
    public static Buffer write(final ItemView item, final int after, final int limit, final long sequence) {
        final List<StockView> stocks = item.stocks();
        final int from = Math.min(after, stocks.size());
        final int end = Math.min(stocks.size() - from, limit) + from;
        final JsonWriter json = new JsonWriter().reset().beginObject();
        json.name("item").value(item.id());
        json.name("title").value(item.title());
        json.name("stocks").beginArray();
        for (final StockView stock : stocks.subList(from, end)) {
            if (stock.isOpen()) {
                json.beginObject();
                StockAddress.writeMembers(json, stock.kind(), stock.of());
                json.name("available").value(stock.available()).endObject();
            }
        }
        json.endArray();
        if (end < stocks.size()) {
            json.name("next").value(end);
        }
        json.name("sequence").value(sequence).endObject();
        return json.toBuffer();
    }
}
