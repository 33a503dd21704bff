package io.sluice.engine.view;

import io.sluice.engine.protocol.ItemKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An item as the records left it. Changed by its {@link RoomBoard} only and read on the board's thread. */
public final class ItemView {
    private final long id;
    private final List<OfferView> offers = new ArrayList<>(1);
    private String title = "";
    private String image = "";
    private ItemKind kind = ItemKind.GOODS;
    private long available;

    ItemView(final long id) {
        this.id = id;
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
        return available;
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

    void available(final long units) {
        if (units == available) {
            return;
        }
        available = units;
        for (int i = 0; i < offers.size(); i++) {
            offers.get(i).markStock();
        }
    }

    void add(final OfferView offer) {
        offers.add(offer);
    }

    private void markTerms() {
        for (int i = 0; i < offers.size(); i++) {
            offers.get(i).markTerms();
        }
    }
}
