package io.sluice.engine.core;

import io.sluice.engine.protocol.ReviewState;
import org.agrona.UnsafeApi;

/** Of each item how many of its reviews are shown, their stars together, and how many are cases. Follows from the reviews. */
final class ItemReviews extends PairRows {
    private static final int SHOWN = BEHIND_PAIR;
    private static final int STARS = SHOWN + Long.BYTES;
    private static final int CASES = STARS + Long.BYTES;
    private static final int LONGS = 3;
    /** In place of the second of a pair: the table is by item alone. */
    private static final long ALONE = 0;

    ItemReviews() {
        super(LONGS, 0);
    }

    /** Counts a review in the state that it is in. */
    void add(final Review review) {
        count(review, 1);
    }

    /** Counts it no more in that state. */
    void remove(final Review review) {
        count(review, -1);
    }

    int shown(final long item) {
        return (int) get(item, SHOWN);
    }

    long stars(final long item) {
        return get(item, STARS);
    }

    int cases(final long item) {
        return (int) get(item, CASES);
    }

    private void count(final Review review, final int one) {
        if (review.state().isShown()) {
            final long row = findOrAdd(review.item(), ALONE);
            change(row + SHOWN, one);
            change(row + STARS, one * review.stars());
            change(row + CASES, review.state() == ReviewState.CASE ? one : 0);
        }
    }

    private long get(final long item, final int field) {
        final long row = find(item, ALONE);
        return row == NONE ? 0 : UnsafeApi.getLong(row + field);
    }

    private static void change(final long address, final int more) {
        UnsafeApi.putLong(address, UnsafeApi.getLong(address) + more);
    }
}
