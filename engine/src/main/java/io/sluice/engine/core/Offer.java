package io.sluice.engine.core;

import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;

/** An item on sale in a room. Room and item never change. */
public final class Offer {
    private final long id;
    private final Room room;
    private final Item item;
    private final OfferTerms terms = new OfferTerms();
    private final WaitingLine line = new WaitingLine();
    private Stock stock;
    private boolean pack;

    Offer(final long id, final Room room, final Item item) {
        this.id = id;
        this.room = room;
        this.item = item;
        stock = item.shared();
    }

    /** The offer's id, unique in the brand. */
    public long id() {
        return id;
    }

    /** The room it sells in. */
    public Room room() {
        return room;
    }

    /** The item it sells; other offers may sell the same. */
    public Item item() {
        return item;
    }

    /** Price, limit, window and hold; the core's own, only to be read. */
    public OfferTerms terms() {
        return terms;
    }

    /** The part of the item's stock that it sells from. */
    public Stock stock() {
        return stock;
    }

    /** Whether who finds it sold out may wait; not for a pack, whose units come free one by one and are sold by the pack. */
    boolean hasLine() {
        return terms.turnSeconds() > 0 && !pack;
    }

    /** It is a prepaid pack from now on. */
    void becomePack() {
        pack = true;
    }

    /** How many wait for it. */
    public int waiting() {
        return line.size();
    }

    WaitingLine line() {
        return line;
    }

    /** Sells from another part from now on; who waits for it waits for that. */
    void drawFrom(final Stock other) {
        if (other != stock) {
            stock.wait(-line.size());
            stock = other;
            stock.wait(line.size());
        }
    }

    void save(final StateOutput output) {
        output.putLong(id);
        output.putLong(room.id());
        output.putLong(item.id());
        terms.save(output);
    }

    static Offer load(final StateInput input, final Catalogue catalogue) {
        final Offer offer =
                new Offer(input.getLong(), catalogue.room(input.getLong()), catalogue.item(input.getLong()));
        offer.terms.load(input);
        return offer;
    }
}
