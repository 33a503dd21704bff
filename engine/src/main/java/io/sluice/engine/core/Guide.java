package io.sluice.engine.core;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;

/** A shopping guide of the brand, who works in one store or in several: the counter, and the shop online. */
public final class Guide {
    private final long id;
    private final int place;
    private byte[] name = Text.EMPTY;
    private long viewer;
    private boolean active;
    private Store[] stores = {};
    /** The first of them, by itself: most orders ask for no other. */
    private Store home;

    Guide(final long id, final int place) {
        this.id = id;
        this.place = place;
    }

    /** The guide's id. */
    public long id() {
        return id;
    }

    /** Name in UTF-8. */
    public byte[] name() {
        return name;
    }

    /** Who the guide is as a viewer, 0 when that is not known. */
    public long viewer() {
        return viewer;
    }

    /** Whether the guide still works, and earns. */
    public boolean isActive() {
        return active;
    }

    /** Number of stores the guide works in, at least 1. */
    public int stores() {
        return stores.length;
    }

    /** A store the guide works in; the first is the home store. */
    public Store store(final int index) {
        return stores[index];
    }

    /** Which of the brand's guides it is, from 1: what tables keep in place of the id. */
    int place() {
        return place;
    }

    /** Looks at what an attribution asks; means nothing. */
    long look() {
        return viewer;
    }

    boolean worksIn(final Store wanted) {
        for (final Store store : stores) {
            if (store == wanted) {
                return true;
            }
        }
        return false;
    }

    /** Where it counts what the guide brings: in the named store, else in the group's, if the guide works there; else at home. */
    Store storeFor(final Store named, final Group group) {
        final Store wanted = named == null && group != null ? group.store() : named;
        return wanted == null || wanted == home || !worksIn(wanted) ? home : wanted;
    }

    /** Whether an order of a viewer may be put down to the guide: who works, and does not buy from himself. */
    boolean mayBring(final long buyer) {
        return active && viewer != buyer;
    }

    void describe(final byte[] newName, final long newViewer, final boolean newActive, final Store[] newStores) {
        name = newName;
        viewer = newViewer;
        active = newActive;
        stores = newStores;
        home = newStores[0];
    }

    void save(final StateOutput output) {
        output.putLong(id);
        Text.save(name, output);
        output.putLong(viewer);
        output.putInt(active ? 1 : 0);
        output.putInt(stores.length);
        for (final Store store : stores) {
            output.putInt(store.place());
        }
    }

    static Guide load(final StateInput input, final int place, final Brand brand) {
        final Guide guide = new Guide(input.getLong(), place);
        final byte[] name = Text.load(input);
        final long viewer = input.getLong();
        final boolean active = input.getInt() != 0;
        final Store[] stores = new Store[Brand.count(input, ProtocolLimits.MAX_STORES_OF_GUIDE)];
        if (stores.length == 0) {
            throw new IllegalStateException("guide=" + guide.id + " works in no store");
        }
        for (int i = 0; i < stores.length; i++) {
            stores[i] = brand.storeAt(input.getInt());
        }
        guide.describe(name, viewer, active, stores);
        return guide;
    }
}
