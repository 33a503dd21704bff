package io.sluice.engine.core;

/**
 * Viewers who will order, who invited them, whose codes their orders carry, and the guides and groups of all of these, in
 * the stages of {@link Foresight}: each waits for what the one before it looked at. A trail is followed a few hands up; the
 * rest of it, which few have, waits for its command. One thread, the core's.
 */
final class ForeseenViewers {
    /** Hands of a trail that are looked at, those beyond the one whose code is carried. */
    private static final int HANDS = 3;

    private final ViewerTable viewers;
    private final Brand brand;
    private final ViewerLook buyers;
    private final ViewerLook inviters;
    /** Those whose codes are carried, then those who invited them, and so on. */
    private final ViewerLook trails;

    private final long[] guides = new long[Foresight.PLACES];
    private final long[] groups = new long[Foresight.PLACES];
    private int codeCount;

    ForeseenViewers(final ViewerTable viewers, final Brand brand) {
        this.viewers = viewers;
        this.brand = brand;
        buyers = new ViewerLook(viewers);
        inviters = new ViewerLook(viewers);
        trails = new ViewerLook(viewers);
    }

    void addBuyer(final long viewer) {
        buyers.add(viewer);
    }

    void addCode(final long guide, final long group, final long inviter) {
        trails.add(inviter);
        if (codeCount < guides.length) {
            guides[codeCount] = guide;
            groups[codeCount++] = group;
        }
    }

    long lookAtIndex() {
        return buyers.lookAtIndex() + trails.lookAtIndex();
    }

    long lookAtViewers() {
        long seen = buyers.lookAtViewers() + trails.lookAtViewers();
        for (int i = 0; i < codeCount; i++) {
            seen += brand.lookAtIds(guides[i], groups[i]);
        }
        return seen;
    }

    /** Looks at those who invited the viewers, and at what lies behind these; means nothing. */
    long lookAtInviters() {
        long seen = inviters.lookAtInvitersOf(buyers) + trails.lookAtInvitersOf(trails);
        for (int i = 0; i < buyers.count(); i++) {
            seen += viewers.lookBehind(buyers.place(i));
        }
        return seen;
    }

    /** Looks at guides, groups and the rest of the trails, forgets all and means nothing. */
    long lookAtTheirs() {
        long seen = 0;
        for (int i = 0; i < buyers.count(); i++) {
            final int buyer = buyers.place(i);
            seen += brand.lookAtPlaces(viewers.guideAt(buyer), viewers.groupAt(buyer));
        }
        for (int hand = 1; hand < HANDS && trails.count() > 0; hand++) {
            seen += trails.lookAtInvitersOf(trails);
        }
        buyers.clear();
        trails.clear();
        codeCount = 0;
        return seen;
    }
}
