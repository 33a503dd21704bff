package io.sluice.engine.core;

import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;

/** A group of customers around a store, looked after by a guide. */
public final class Group {
    private final long id;
    private final int place;
    private byte[] name = Text.EMPTY;
    private Store store;
    private Guide guide;
    private long owner;

    Group(final long id, final int place) {
        this.id = id;
        this.place = place;
    }

    /** The group's id. */
    public long id() {
        return id;
    }

    /** Name in UTF-8. */
    public byte[] name() {
        return name;
    }

    /** The store it is centred on. */
    public Store store() {
        return store;
    }

    /** The guide who looks after it. */
    public Guide guide() {
        return guide;
    }

    /** The viewer who owns it, 0 for nobody. */
    public long owner() {
        return owner;
    }

    /** Which of the brand's groups it is, from 1: what tables keep in place of the id. */
    int place() {
        return place;
    }

    void describe(final byte[] newName, final Store newStore, final Guide newGuide, final long newOwner) {
        name = newName;
        store = newStore;
        guide = newGuide;
        owner = newOwner;
    }

    void save(final StateOutput output) {
        output.putLong(id);
        Text.save(name, output);
        output.putInt(store.place());
        output.putInt(guide.place());
        output.putLong(owner);
    }

    static Group load(final StateInput input, final int place, final Brand brand) {
        final Group group = new Group(input.getLong(), place);
        group.describe(Text.load(input), brand.storeAt(input.getInt()), brand.guideAt(input.getInt()), input.getLong());
        return group;
    }
}
