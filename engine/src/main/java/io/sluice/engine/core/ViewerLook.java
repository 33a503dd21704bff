package io.sluice.engine.core;

/**
 * A look at some viewers, all places of the index first and then the viewers that it leads to, and from there at those who
 * invited them. One thread, the core's.
 */
final class ViewerLook {
    private final ViewerTable viewers;
    private final int[] hashes = new int[Foresight.PLACES];
    private final int[] places = new int[Foresight.PLACES];
    private int count;

    ViewerLook(final ViewerTable viewers) {
        this.viewers = viewers;
    }

    /** Adds a viewer, 0 for nobody; one who is too many is not looked at. */
    void add(final long viewer) {
        if (viewer != 0 && count < hashes.length) {
            hashes[count++] = ViewerTable.hashOf(viewer);
        }
    }

    int count() {
        return count;
    }

    void clear() {
        count = 0;
    }

    /** Looks at the index; means nothing. */
    long lookAtIndex() {
        long seen = 0;
        for (int i = 0; i < count; i++) {
            seen += viewers.lookAt(hashes[i]);
        }
        return seen;
    }

    /** Looks at the viewers, whose index was looked at; means nothing. */
    long lookAtViewers() {
        for (int i = 0; i < count; i++) {
            places[i] = viewers.likely(hashes[i]);
        }
        return lookAtPlaces();
    }

    /** Where the table has a viewer who was looked at, 0 if nowhere. */
    int place(final int index) {
        return places[index];
    }

    /** Goes on from viewers who were looked at, of this or another look, to those who invited them; means nothing. */
    long lookAtInvitersOf(final ViewerLook invited) {
        int found = 0;
        for (int i = 0; i < invited.count; i++) {
            final int inviter = viewers.inviterPlaceAt(invited.places[i]);
            if (inviter != 0) {
                places[found++] = inviter;
            }
        }
        count = found;
        return lookAtPlaces();
    }

    private long lookAtPlaces() {
        long seen = 0;
        for (int i = 0; i < count; i++) {
            seen += viewers.lookAtPlace(places[i]);
        }
        return seen;
    }
}
