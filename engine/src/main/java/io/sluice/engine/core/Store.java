package io.sluice.engine.core;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;

/** A store of the brand. */
public final class Store {
    private final long id;
    private final int place;
    private byte[] name = Text.EMPTY;
    private int latitudeE6;
    private int longitudeE6;

    Store(final long id, final int place) {
        this.id = id;
        this.place = place;
    }

    /** The store's id. */
    public long id() {
        return id;
    }

    /** Name in UTF-8. */
    public byte[] name() {
        return name;
    }

    /** Millionths of a degree, north above 0; {@link io.sluice.engine.protocol.ProtocolLimits#NO_POSITION} for none. */
    public int latitudeE6() {
        return latitudeE6;
    }

    /** Millionths of a degree, east above 0; {@link io.sluice.engine.protocol.ProtocolLimits#NO_POSITION} for none. */
    public int longitudeE6() {
        return longitudeE6;
    }

    boolean hasPosition() {
        return latitudeE6 != ProtocolLimits.NO_POSITION;
    }

    /** Which of the brand's stores it is, from 1: what tables keep in place of the id. */
    int place() {
        return place;
    }

    void describe(final byte[] newName, final int newLatitudeE6, final int newLongitudeE6) {
        name = newName;
        latitudeE6 = newLatitudeE6;
        longitudeE6 = newLongitudeE6;
    }

    void save(final StateOutput output) {
        output.putLong(id);
        Text.save(name, output);
        output.putInt(latitudeE6);
        output.putInt(longitudeE6);
    }

    static Store load(final StateInput input, final int place) {
        final Store store = new Store(input.getLong(), place);
        store.describe(Text.load(input), input.getInt(), input.getInt());
        return store;
    }
}
