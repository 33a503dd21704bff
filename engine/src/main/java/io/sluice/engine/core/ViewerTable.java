package io.sluice.engine.core;

import io.sluice.engine.protocol.RecordHash;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;

/**
 * Every viewer who ever ordered or of whom more is known, in the order in which they were met, found through an index of
 * their ids' hashes. Of the latter there is a limit; a viewer who orders is always taken in.
 */
final class ViewerTable {
    /** A power of two, some times the viewers that are foreseen at once. */
    private static final int RECENT = 256;

    private final Pages viewers;
    private final HashIndex index;
    private final Viewer own = new Viewer();
    /**
     * Where viewers were found last, by the low bits of their hashes: the hash above, the position from 1 below, 0 for none.
     * Who was foreseen is asked for again, and a look here is all that it takes.
     */
    private final long[] recent = new long[RECENT];

    private int known;
    private int capacity;

    ViewerTable(final int reserved, final int capacity) {
        this.capacity = capacity;
        viewers = new Pages(Viewer.BYTES, reserved);
        index = new HashIndex(reserved);
    }

    /** Takes known viewers up to {@code newCapacity} from now on; if there are as many already, none. */
    void capacity(final int newCapacity) {
        capacity = newCapacity;
    }

    /** Whether {@code more} viewers may become known; none always may, also when the capacity was lowered since. */
    boolean hasRoomFor(final int more) {
        return more == 0 || more <= capacity - known;
    }

    /** How many viewers more may become known. */
    int room() {
        return Math.max(0, capacity - known);
    }

    /** Whether more is known of any viewer than orders, so that the table has to be saved. */
    boolean isNeeded() {
        return known > 0;
    }

    /** Makes {@code viewer} point at the viewer of an id and returns it; null when there is none. */
    Viewer find(final long id, final Viewer viewer) {
        final int hash = hashOf(id);
        final long found = recent[hash & (RECENT - 1)];
        final boolean isRecent = found != 0 && (int) (found >>> Integer.SIZE) == hash;
        return isRecent && viewer.wrap(viewers.address((int) found - 1)).id() == id ? viewer : search(id, hash, viewer);
    }

    private Viewer search(final long id, final int hash, final Viewer viewer) {
        for (int position = index.first(hash); position != HashIndex.NONE; position = index.next()) {
            if (viewer.wrap(viewers.address(position)).id() == id) {
                note(hash, position);
                return viewer;
            }
        }
        return null;
    }

    private void note(final int hash, final int position) {
        recent[hash & (RECENT - 1)] = ((long) hash << Integer.SIZE) | (position + 1);
    }

    /** As {@link #find}, where the viewer is met for the first time if need be. */
    Viewer meet(final long id, final Viewer viewer) {
        if (find(id, viewer) == null) {
            final int position = (int) viewers.add();
            viewer.wrap(viewers.address(position)).open(id);
            index.add(hashOf(id), position);
        }
        return viewer;
    }

    /** As {@link #meet}; the viewer is known from now on, for which the caller has asked {@link #hasRoomFor}. */
    Viewer know(final long id, final Viewer viewer) {
        if (!meet(id, viewer).isKnown()) {
            viewer.makeKnown();
            known++;
        }
        return viewer;
    }

    /** Whether more is known of a viewer than orders. */
    boolean knows(final long id) {
        return find(id, own) != null && own.isKnown();
    }

    /** Number of the viewer's newest order, 0 for none. */
    long newestOrderOf(final long id) {
        return find(id, own) == null ? 0 : own.newestOrder();
    }

    /** Since when the viewer of an id is a member, epoch ms, 0 for not. */
    long memberSinceMsOf(final long id) {
        return find(id, own) == null ? 0 : own.memberSinceMs();
    }

    /** Who invited the viewer of an id, 0 for nobody. */
    long inviterOf(final long id) {
        return find(id, own) == null ? 0 : own.inviter();
    }

    /** Record in which the viewer of an id was invited, 0 for none. */
    long invitedAtOf(final long id) {
        return find(id, own) == null ? 0 : own.invitedAt();
    }

    /** The hash under which a viewer is found. */
    static int hashOf(final long id) {
        return (int) RecordHash.avalanche(id);
    }

    /** Looks where the index has viewers of a hash; means nothing. */
    long lookAt(final int hash) {
        return index.lookAt(hash);
    }

    /** Position of the first viewer of a hash, who most likely is the one; {@link HashIndex#NONE} for none. */
    int likely(final int hash) {
        final int position = index.first(hash);
        if (position != HashIndex.NONE) {
            note(hash, position);
        }
        return position;
    }

    /** Looks at all of a viewer that an order asks for, of nobody for NONE; means nothing. */
    long lookAtPosition(final int position) {
        return position == HashIndex.NONE ? 0 : at(position).look();
    }

    /** Place of the guide of a viewer, 0 for none and nobody's. */
    int guideAt(final int position) {
        return position == HashIndex.NONE ? 0 : at(position).guide();
    }

    /** Place of the group of a viewer, 0 for none and nobody's. */
    int groupAt(final int position) {
        return position == HashIndex.NONE ? 0 : at(position).group();
    }

    /** Who invited a viewer, 0 for nobody. */
    long inviterAt(final int position) {
        return position == HashIndex.NONE ? 0 : at(position).inviter();
    }

    private Viewer at(final int position) {
        return own.wrap(viewers.address(position));
    }

    void save(final StateOutput output) {
        output.putInt(known);
        viewers.save(output);
    }

    /** Takes the viewers back into this table, which must be new. */
    void load(final StateInput input) {
        known = input.getInt();
        viewers.load(input);
    }

    /** Makes the viewers findable that were loaded. */
    void index() {
        final int[] hashes = new int[(int) viewers.size()];
        for (int position = 0; position < hashes.length; position++) {
            hashes[position] = hashOf(own.wrap(viewers.address(position)).id());
        }
        index.fill(hashes);
    }
}
