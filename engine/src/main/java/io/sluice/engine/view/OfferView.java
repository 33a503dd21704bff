package io.sluice.engine.view;

/** An offer as the records left it. Changed by its {@link RoomBoard} only and read on the board's thread. */
public final class OfferView {
    private final long id;
    private final RoomView room;
    private final ItemView item;
    private OfferTerms terms;
    private StockView stock;
    private int waiting;
    private PackView pack;
    private String packTitle = "";
    private boolean termsChanged;
    private boolean stockChanged;
    private boolean waitingChanged;
    private boolean changed;

    OfferView(final long id, final RoomView room, final ItemView item, final OfferTerms terms) {
        this.id = id;
        this.room = room;
        this.item = item;
        this.terms = terms;
    }

    /** The offer's id. */
    public long id() {
        return id;
    }

    /** The room it belongs to. */
    public RoomView room() {
        return room;
    }

    /** The item it sells; other offers may sell it too. */
    public ItemView item() {
        return item;
    }

    /** Price, sale time and limits. */
    public OfferTerms terms() {
        return terms;
    }

    /** The part of the item's units that it sells from. */
    public StockView stock() {
        return stock;
    }

    /** Units left to sell in this room. */
    public long available() {
        return stock.available();
    }

    /** How many wait for it. */
    public int waiting() {
        return waiting;
    }

    /** The pack that it is, null when it is none. */
    public PackView pack() {
        return pack;
    }

    /** What the vouchers of its pack are called, empty when it is none. */
    public String packTitle() {
        return packTitle;
    }

    /**
     * Whether anything but the stock changed since the room's changes were cleared: the offer is new, has other terms, its
     * item has other texts or is of another kind, it became a pack or its vouchers have another title, or time began or ended
     * its sale or one of its price windows.
     */
    public boolean termsChanged() {
        return termsChanged;
    }

    /** Whether the units left to sell changed since the room's changes were cleared. */
    public boolean stockChanged() {
        return stockChanged;
    }

    /** Whether another number wait than when the room's changes were cleared. */
    public boolean waitingChanged() {
        return waitingChanged;
    }

    void drawFrom(final StockView other) {
        if (other == stock) {
            return;
        }
        if (stock != null) {
            stock.remove(this);
        }
        stock = other;
        stock.add(this);
        markStock();
    }

    void waiting(final int newWaiting) {
        if (newWaiting != waiting) {
            waiting = newWaiting;
            waitingChanged = true;
            markRoom();
        }
    }

    void terms(final OfferTerms newTerms) {
        terms = newTerms;
        markTerms();
    }

    void pack(final PackView newPack, final String newTitle) {
        pack = newPack;
        packTitle = newTitle;
        markTerms();
    }

    void markTerms() {
        if (!termsChanged) {
            termsChanged = true;
            markRoom();
        }
    }

    void markStock() {
        if (!stockChanged) {
            stockChanged = true;
            markRoom();
        }
    }

    void clearChanges() {
        termsChanged = false;
        stockChanged = false;
        waitingChanged = false;
        changed = false;
    }

    private void markRoom() {
        if (!changed) {
            changed = true;
            room.offerChanged(this);
        }
    }
}
