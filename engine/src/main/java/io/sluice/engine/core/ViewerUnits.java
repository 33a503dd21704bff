package io.sluice.engine.core;

/** How many units of each offer each viewer has, held and paid for: a pair that has none takes no room. */
final class ViewerUnits {
    private final PairTable units;
    private int capacity;

    ViewerUnits(final int reserved, final int capacity) {
        this.capacity = capacity;
        units = new PairTable(reserved);
    }

    /** Takes pairs up to {@code newCapacity} from now on; those beyond it stay until their units are gone. */
    void capacity(final int newCapacity) {
        capacity = newCapacity;
    }

    /** Units the viewer has of the offer. */
    long get(final long viewer, final long offer) {
        return units.get(viewer, offer);
    }

    /** Adds where a pair of a {@linkplain PairTable#hash hash} is. */
    void addPlace(final long hash, final Looks looks) {
        looks.add(units.address(hash), PairTable.ENTRY_BYTES);
    }

    /** Whether {@code count} pairs more may have units. */
    boolean hasRoomFor(final int count) {
        return count <= capacity - units.size();
    }

    /** Adds units, or takes them away. */
    void add(final long viewer, final long offer, final long change) {
        units.add(viewer, offer, change);
    }
}
