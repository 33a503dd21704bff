package io.sluice.engine.core;

import io.sluice.engine.protocol.RecordHash;
import org.agrona.BitUtil;

/**
 * How many units of each offer each viewer has, held and paid for. Open addressing over three arrays; a pair whose units
 * are 0 again leaves when the table next grows.
 */
final class ViewerUnits {
    private int capacity;
    private long[] viewers;
    private long[] offers;
    private long[] units;
    private int taken;
    private int pairs;

    ViewerUnits(final int reserved, final int capacity) {
        this.capacity = capacity;
        allocate(BitUtil.findNextPositivePowerOfTwo(Math.max(reserved, 512) * 2));
    }

    /** Takes pairs up to {@code newCapacity} from now on; those beyond it stay until their units are gone. */
    void capacity(final int newCapacity) {
        capacity = newCapacity;
    }

    /** Units the viewer has of the offer. */
    long get(final long viewer, final long offer) {
        return units[find(viewer, offer)];
    }

    /** Whether {@code count} pairs more may have units. It counts pairs, not slots: slots depend on when the table grew. */
    boolean hasRoomFor(final int count) {
        return count <= capacity - pairs;
    }

    /** Adds units, or takes them away. */
    void add(final long viewer, final long offer, final long change) {
        int slot = find(viewer, offer);
        if (viewers[slot] == 0) {
            if ((taken + 1) * 2L > viewers.length) {
                grow();
                slot = find(viewer, offer);
            }
            viewers[slot] = viewer;
            offers[slot] = offer;
            taken++;
        }
        pairs -= units[slot] == 0 ? 0 : 1;
        units[slot] += change;
        pairs += units[slot] == 0 ? 0 : 1;
    }

    /** Starts from a constant: small ids mixed with each other alone would share few hashes, and long probes. */
    static long hash(final long viewer, final long offer) {
        return RecordHash.avalanche(RecordHash.mix(RecordHash.mix(1, viewer), offer));
    }

    private int find(final long viewer, final long offer) {
        final int mask = viewers.length - 1;
        int slot = (int) hash(viewer, offer) & mask;
        while (viewers[slot] != 0 && (viewers[slot] != viewer || offers[slot] != offer)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        final long[] oldViewers = viewers;
        final long[] oldOffers = offers;
        final long[] oldUnits = units;
        allocate(pairs * 4L > oldViewers.length ? oldViewers.length * 2 : oldViewers.length);
        for (int i = 0; i < oldViewers.length; i++) {
            if (oldUnits[i] != 0) {
                add(oldViewers[i], oldOffers[i], oldUnits[i]);
            }
        }
    }

    private void allocate(final int length) {
        viewers = new long[length];
        offers = new long[length];
        units = new long[length];
        taken = 0;
        pairs = 0;
    }
}
