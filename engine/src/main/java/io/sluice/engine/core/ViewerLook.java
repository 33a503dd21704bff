package io.sluice.engine.core;

/** A look at some viewers, all places of the index first and then the viewers that it leads to. One thread, the core's. */
final class ViewerLook {
    private final ViewerTable viewers;
    private final int[] hashes = new int[Foresight.PLACES];
    private final int[] positions = new int[Foresight.PLACES];
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
            positions[i] = viewers.likely(hashes[i]);
        }
        long seen = 0;
        for (int i = 0; i < count; i++) {
            seen += viewers.lookAtPosition(positions[i]);
        }
        return seen;
    }

    /** Where the table has a viewer who was looked at, {@link HashIndex#NONE} if nowhere. */
    int position(final int index) {
        return positions[index];
    }

    /** Adds to {@code others} those who invited the viewers, who were looked at. */
    void addInvitersTo(final ViewerLook others) {
        for (int i = 0; i < count; i++) {
            others.add(viewers.inviterAt(positions[i]));
        }
    }

    /** Goes on to those who invited the viewers, who were looked at. */
    void climb() {
        final int climbing = count;
        count = 0;
        for (int i = 0; i < climbing; i++) {
            add(viewers.inviterAt(positions[i]));
        }
    }
}
