package io.sluice.engine.view;

import io.sluice.engine.protocol.ReviewState;
import java.util.Collection;

/** What buyers say of one item. One thread at a time. */
public final class ItemReviewsView {
    private final ReviewList kept = new ReviewList();
    private int shown;
    private long stars;

    ItemReviewsView() {}

    void tell(final int newShown, final long newStars) {
        shown = newShown;
        stars = newStars;
    }

    ReviewList kept() {
        return kept;
    }

    /** How many of its reviews are shown, those included that are not kept any more. */
    public int shown() {
        return shown;
    }

    /** The stars of those together. */
    public long stars() {
        return stars;
    }

    /** The customer cases, the newest first. */
    public Collection<ReviewView> cases() {
        return kept.newestFirst(ReviewState.CASE, Long.MAX_VALUE);
    }

    /** The others that are kept, the newest first: those that were approved before a record. */
    public Collection<ReviewView> approvedBefore(final long record) {
        return kept.newestFirst(ReviewState.APPROVED, record);
    }
}
