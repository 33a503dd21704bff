package io.sluice.engine.view;

import io.sluice.engine.protocol.ItemKind;
import io.sluice.engine.protocol.StockKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;

/** An item as the records left it. Changed by its {@link RoomBoard} only and read on the board's thread. */
public final class ItemView {
    private final long id;
    private final List<OfferView> offers = new ArrayList<>(1);
    private final List<StockView> stocks = new ArrayList<>(1);
    private final StockView shared = new StockView(StockKind.SHARED, 0);
    /** All but the shared one by kind and whose they are, null while there is none: few items have any. */
    private Long2ObjectHashMap<StockView> allotments;

    private String title = "";
    private String image = "";
    private ItemKind kind = ItemKind.GOODS;

    ItemView(final long id) {
        this.id = id;
        stocks.add(shared);
    }

    /** The item's id. */
    public long id() {
        return id;
    }

    /** What it is called. */
    public String title() {
        return title;
    }

    /** URL of its picture, empty for none. */
    public String image() {
        return image;
    }

    /** What it is. */
    public ItemKind kind() {
        return kind;
    }

    /** Units left to sell, in all rooms together. */
    public long available() {
        return stocks.stream().mapToLong(StockView::available).sum();
    }

    /** The parts of its units: what all share first, then what was ever set aside, in the order of that. */
    public List<StockView> stocks() {
        return Collections.unmodifiableList(stocks);
    }

    /** A part of its units, null when there never was one. */
    StockView stock(final StockKind stockKind, final long of) {
        if (stockKind == StockKind.SHARED) {
            return shared;
        }
        return allotments == null ? null : allotments.get(part(stockKind, of));
    }

    StockView add(final StockView stock) {
        if (allotments == null) {
            allotments = new Long2ObjectHashMap<>();
        }
        stocks.add(stock);
        allotments.put(part(stock.kind(), stock.of()), stock);
        return stock;
    }

    /** The offers that sell it, of any room, in the order they were made. */
    public List<OfferView> offers() {
        return Collections.unmodifiableList(offers);
    }

    void texts(final String newTitle, final String newImage) {
        title = newTitle;
        image = newImage;
        markTerms();
    }

    void kind(final ItemKind newKind) {
        if (newKind != kind) {
            kind = newKind;
            markTerms();
        }
    }

    void add(final OfferView offer) {
        offers.add(offer);
    }

    /** Ids leave more bits than a kind takes. */
    private static long part(final StockKind stockKind, final long of) {
        return of << Byte.SIZE | stockKind.code();
    }

    private void markTerms() {
        for (int i = 0; i < offers.size(); i++) {
            offers.get(i).markTerms();
        }
    }
}
