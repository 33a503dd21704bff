package io.sluice.engine.core;

/**
 * Viewers who will order, who invited them, whose codes their orders carry, and the guides and groups of all of these, in
 * the stages of {@link Foresight}: each waits for what the one before it looked at. A trail is followed a few hands up; the
 * rest of it, which few have, waits for its command. One thread, the core's.
 */
final class ForeseenViewers {
    /** Hands of a trail that are looked at, those beyond the one whose code is carried. */
    private static final int HANDS = 3;

    private final Brand brand;
    private final ViewerLook buyers;
    /** Those whose codes are carried, then those who invited them, and so on. */
    private final ViewerLook trails;

    private final long[] guides = new long[Foresight.PLACES];
    private final long[] groups = new long[Foresight.PLACES];
    private int codeCount;

    ForeseenViewers(final ViewerTable viewers, final Brand brand) {
        this.brand = brand;
        buyers = new ViewerLook(viewers);
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

    void addIndex(final Looks looks) {
        buyers.addIndex(looks);
        trails.addIndex(looks);
    }

    void addViewers(final Looks looks) {
        buyers.addViewers(looks);
        trails.addViewers(looks);
    }

    /** Adds those who invited the viewers, and what an order may ask for behind the first line of a buyer. */
    void addInviters(final Looks looks) {
        buyers.addInviters(looks);
        trails.goToInviters(looks);
        for (int i = 0; i < buyers.found(); i++) {
            Viewer.addBehind(buyers.row(i), looks);
        }
    }

    /** Looks at guides, groups and the rest of the trails, and forgets all; means nothing. */
    long lookAtTheirs(final Looks looks) {
        long seen = 0;
        for (int i = 0; i < buyers.found(); i++) {
            final long buyer = buyers.row(i);
            seen += brand.lookAtPlaces(Viewer.guideAt(buyer), Viewer.groupAt(buyer));
        }
        for (int i = 0; i < codeCount; i++) {
            seen += brand.lookAtIds(guides[i], groups[i]);
        }
        for (int hand = 1; hand < HANDS && trails.found() > 0; hand++) {
            looks.look();
            trails.goToInviters(looks);
        }
        buyers.clear();
        trails.clear();
        codeCount = 0;
        return seen;
    }
}
