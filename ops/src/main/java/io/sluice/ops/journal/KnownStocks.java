package io.sluice.ops.journal;

import io.sluice.engine.Replay;
import io.sluice.engine.protocol.StockKind;
import io.sluice.engine.view.ItemView;
import io.sluice.engine.view.StockView;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * The stocks that an item was sold from at a moment.
 *
 * @param item      the item.
 * @param stocks    those that were open, what all rooms share first.
 * @param sequence  the record they are true behind.
 */
record KnownStocks(ItemView item, List<StockView> stocks, long sequence) {
    /** Those of an item as the replay stands; null for one of which nothing was ever set aside, or that there is not. */
    static KnownStocks of(final long id, final Replay replay) {
        final ItemView item = replay.board().item(id);
        return item == null || item.stocks().size() == 1
                ? null
                : new KnownStocks(
                        item,
                        item.stocks().stream().filter(StockView::isOpen).toList(),
                        replay.chain().sequence());
    }

    /** A line for each. */
    List<String> lines() {
        return stocks.stream()
                .map(stock -> "stock       " + name(stock.kind(), stock.of()) + "  " + stock.available()
                        + " available at sequence=" + sequence)
                .toList();
    }

    /** The same as one object, as the HTTP API has it. */
    JsonObject toJson() {
        final JsonArray array = new JsonArray();
        for (final StockView stock : stocks) {
            final JsonObject each = new JsonObject().put("kind", stock.kind().name());
            if (stock.kind() != StockKind.SHARED) {
                each.put("of", stock.of());
            }
            array.add(each.put("available", stock.available()));
        }
        return new JsonObject()
                .put("item", item.id())
                .put("title", item.title())
                .put("stocks", array)
                .put("sequence", sequence);
    }

    /** A stock as people call it: its kind, and whose it is. */
    static String name(final StockKind kind, final long of) {
        return kind == StockKind.SHARED ? kind.name() : kind + " " + of;
    }
}
