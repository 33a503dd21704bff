package io.sluice.engine.core;

import io.sluice.engine.protocol.RecordHash;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Every viewer who ever ordered or of whom more is known, in the order in which they were met, found through an index of
 * their ids' hashes. Of the latter there is a limit; a viewer who orders is always taken in.
 */
final class ViewerTable {
    /** In place of the address of a viewer whom there is not. */
    static final long NOBODY = 0;

    /** A power of two, some times the viewers that are foreseen at once. */
    private static final int RECENT = 256;

    private final Pages viewers;
    private final HashIndex index;
    private final Viewer own = new Viewer();
    /**
     * Where viewers were found last, by the low bits of their hashes: the hash above, the place below, 0 for none.
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
        return isRecent && at((int) found, viewer).id() == id ? viewer : search(id, hash, viewer);
    }

    private Viewer search(final long id, final int hash, final Viewer viewer) {
        for (int position = index.first(hash); position != HashIndex.NONE; position = index.next()) {
            if (at(position + 1, viewer).id() == id) {
                note(hash, position + 1);
                return viewer;
            }
        }
        return null;
    }

    private void note(final int hash, final int place) {
        recent[hash & (RECENT - 1)] = ((long) hash << Integer.SIZE) | place;
    }

    /** As {@link #find}, where the viewer is met for the first time if need be. */
    Viewer meet(final long id, final Viewer viewer) {
        if (find(id, viewer) == null) {
            final int position = (int) viewers.add();
            at(position + 1, viewer).open(id);
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

    /** Puts down who invited a viewer, 0 for nobody; {@code inviter} then points at that one, who is known from now on. */
    void invite(final Viewer viewer, final long id, final Viewer inviter, final long sequence) {
        if (id == 0) {
            viewer.invite(0, 0, 0);
        } else {
            know(id, inviter).addInvited(1);
            viewer.invite(id, inviter.place(), sequence);
        }
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

    /** Where in memory the index has viewers of a hash, until one is met for the first time. */
    long indexAddress(final int hash) {
        return index.address(hash);
    }

    /** Place of the viewer of an id, 0 for none. */
    int placeOf(final long id) {
        return find(id, own) == null ? 0 : own.place();
    }

    /** Where in memory the first viewer of a hash lies, who most likely is the one; {@link #NOBODY} for none. */
    long likelyRow(final int hash) {
        final int position = index.first(hash);
        if (position == HashIndex.NONE) {
            return NOBODY;
        }
        note(hash, position + 1);
        return row(position + 1);
    }

    /** Where in memory the viewer of a place lies. */
    long row(final int place) {
        return viewers.address(place - 1);
    }

    /** Who invited a viewer, 0 for nobody. */
    long inviterAt(final int place) {
        return place == 0 ? 0 : at(place, own).inviter();
    }

    /** Place of who invited a viewer, 0 for nobody. */
    int inviterPlaceAt(final int place) {
        return place == 0 ? 0 : at(place, own).inviterPlace();
    }

    private Viewer at(final int place, final Viewer viewer) {
        return viewer.wrap(place, row(place));
    }

    void save(final StateOutput output) {
        output.putInt(known);
        output.putLong(viewers.size());
        // Another thread may index the table meanwhile.
        final Viewer saved = new Viewer();
        final UnsafeBuffer page = new UnsafeBuffer(new byte[Pages.PAGE_ELEMENTS * Viewer.BYTES]);
        for (long first = 0; first < viewers.size(); first += Pages.PAGE_ELEMENTS) {
            final int count = (int) Math.min(Pages.PAGE_ELEMENTS, viewers.size() - first);
            for (int i = 0; i < count; i++) {
                at((int) first + i + 1, saved).save(page, i * Viewer.BYTES);
            }
            output.putBytes(page, 0, count * Viewer.BYTES);
        }
    }

    /** Takes the viewers back into this table, which must be new. */
    void load(final StateInput input) {
        known = input.getInt();
        final UnsafeBuffer page = new UnsafeBuffer(new byte[Pages.PAGE_ELEMENTS * Viewer.BYTES]);
        long left = input.getLong();
        while (left > 0) {
            final int count = (int) Math.min(Pages.PAGE_ELEMENTS, left);
            input.getBytes(page, 0, count * Viewer.BYTES);
            for (int i = 0; i < count; i++) {
                at((int) viewers.add() + 1, own).load(page, i * Viewer.BYTES);
            }
            left -= count;
        }
    }

    /** Makes the viewers findable that were loaded, and finds those who invited them. */
    void index() {
        final int[] hashes = new int[(int) viewers.size()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = hashOf(at(i + 1, own).id());
        }
        index.fill(hashes);
        final ViewerLook inviters = new ViewerLook(this);
        final Looks looks = new Looks();
        for (int first = 1; first <= hashes.length; first += Foresight.PLACES) {
            findInviters(first, Math.min(hashes.length, first + Foresight.PLACES - 1), inviters, looks);
        }
    }

    /** Finds who invited the viewers of some places; looked at first, so that memory is waited for once for all of them. */
    private void findInviters(final int first, final int last, final ViewerLook inviters, final Looks looks) {
        for (int place = first; place <= last; place++) {
            inviters.add(inviterAt(place));
        }
        inviters.addIndex(looks);
        looks.look();
        inviters.addViewers(looks);
        looks.look();
        inviters.clear();
        final Viewer invited = new Viewer();
        for (int place = first; place <= last; place++) {
            if (inviterAt(place) != 0) {
                at(place, invited).inviterPlace(placeOf(invited.inviter()));
            }
        }
    }
}
