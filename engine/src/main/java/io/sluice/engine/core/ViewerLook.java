package io.sluice.engine.core;

/**
 * Some viewers who are looked at: where the index has them, then they themselves, and from there those who invited them. One
 * thread, the core's.
 */
final class ViewerLook {
    private final ViewerTable viewers;
    private final int[] hashes = new int[Foresight.PLACES];
    private final long[] rows = new long[Foresight.PLACES];
    private int count;
    private int found;

    ViewerLook(final ViewerTable viewers) {
        this.viewers = viewers;
    }

    /** Adds a viewer, 0 for nobody; one who is too many is not looked at. */
    void add(final long viewer) {
        if (viewer != 0 && count < hashes.length) {
            hashes[count++] = ViewerTable.hashOf(viewer);
        }
    }

    void clear() {
        count = 0;
        found = 0;
    }

    /** Adds where the index has them. */
    void addIndex(final Looks looks) {
        for (int i = 0; i < count; i++) {
            looks.add(viewers.indexAddress(hashes[i]));
        }
    }

    /** Finds the viewers, whose index was looked at, and adds them. */
    void addViewers(final Looks looks) {
        found = 0;
        for (int i = 0; i < count; i++) {
            final long row = viewers.likelyRow(hashes[i]);
            if (row != ViewerTable.NOBODY) {
                rows[found++] = row;
                looks.add(row);
            }
        }
    }

    /** Adds those who invited the viewers, who were looked at. */
    void addInviters(final Looks looks) {
        for (int i = 0; i < found; i++) {
            final int inviter = Viewer.inviterPlaceAt(rows[i]);
            if (inviter != 0) {
                looks.add(viewers.row(inviter));
            }
        }
    }

    /** Goes on from the viewers, who were looked at, to those who invited them, and adds these. */
    void goToInviters(final Looks looks) {
        int inviters = 0;
        for (int i = 0; i < found; i++) {
            final int inviter = Viewer.inviterPlaceAt(rows[i]);
            if (inviter != 0) {
                rows[inviters++] = viewers.row(inviter);
                looks.add(rows[inviters - 1]);
            }
        }
        found = inviters;
    }

    /** How many were found. */
    int found() {
        return found;
    }

    /** Where one of those lies who were found. */
    long row(final int index) {
        return rows[index];
    }
}
