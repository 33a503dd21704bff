package io.sluice.engine.view;

import org.agrona.collections.Long2LongHashMap;

/**
 * Who has tipped most in a room: what each viewer's tips cost that were paid and not refunded, and the first places. Of
 * equals the lesser id is first. It grows with the viewers who tipped, about 40 bytes each. Read on the board's thread.
 */
public final class TipRanking {
    /** How many places it has. */
    public static final int PLACES = 10;

    private static final long NOTHING = 0;

    private final Long2LongHashMap totals = new Long2LongHashMap(NOTHING);
    /** The first places, the best first. */
    private final long[] viewers = new long[PLACES];

    private int size;
    /** Somebody in a place has less now; who of all the others moves up is found when it is asked for, once for many refunds. */
    private boolean stale;

    TipRanking() {}

    /** Places taken. */
    public int size() {
        if (stale) {
            stale = false;
            size = 0;
            totals.forEachLong((viewer, totalFen) -> insert(viewer));
        }
        return size;
    }

    /** Who is in a place, from 0 and below {@link #size()}, which is asked first. */
    public long viewer(final int place) {
        return viewers[place];
    }

    /** What that viewer's tips cost together, fen. */
    public long totalFen(final int place) {
        return totals.get(viewers[place]);
    }

    /** Adds to what a viewer tipped, fen; less than 0 takes away, at most what there is. */
    void add(final long viewer, final long fen) {
        final long totalFen = Math.max(NOTHING, totals.get(viewer) + fen);
        if (totalFen == NOTHING) {
            totals.remove(viewer);
        } else {
            totals.put(viewer, totalFen);
        }
        final int place = placeOf(viewer);
        if (place >= 0 && fen < 0) {
            stale = true;
        } else if (!stale) {
            leave(place);
            insert(viewer);
        }
    }

    private int placeOf(final long viewer) {
        int place = size - 1;
        while (place >= 0 && viewers[place] != viewer) {
            place--;
        }
        return place;
    }

    private void leave(final int place) {
        if (place >= 0) {
            System.arraycopy(viewers, place + 1, viewers, place, size - place - 1);
            size--;
        }
    }

    /** Puts a viewer who has no place where they belong, unless they tipped nothing or ten others more. */
    private void insert(final long viewer) {
        int place = size;
        while (place > 0 && isAhead(viewer, viewers[place - 1])) {
            place--;
        }
        if (place == PLACES || totals.get(viewer) == NOTHING) {
            return;
        }
        size = Math.min(size + 1, PLACES);
        System.arraycopy(viewers, place, viewers, place + 1, size - place - 1);
        viewers[place] = viewer;
    }

    private boolean isAhead(final long viewer, final long other) {
        final long totalFen = totals.get(viewer);
        final long otherFen = totals.get(other);
        return totalFen > otherFen || (totalFen == otherFen && viewer < other);
    }
}
