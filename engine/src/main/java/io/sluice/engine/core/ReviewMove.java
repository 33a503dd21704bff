package io.sluice.engine.core;

import io.sluice.engine.protocol.ReviewState;

/** The review that one decision writes or judges, as it stands then. Reused with it; a copy, so that nothing leaves the core. */
public final class ReviewMove {
    private long review;
    private long viewer;
    private long item;
    private long order;
    private long writtenAt;
    private int stars;
    private int state;
    private int shown;
    private long shownStars;

    void clear() {
        review = 0;
    }

    void show(final Review moved, final ItemReviews items) {
        review = moved.number();
        viewer = moved.viewer();
        item = moved.item();
        order = moved.order();
        writtenAt = moved.writtenAt();
        stars = moved.stars();
        state = moved.state().code();
        shown = items.shown(item);
        shownStars = items.stars(item);
    }

    /** Whether there is none; then nothing else means anything. */
    public boolean isEmpty() {
        return review == 0;
    }

    /** Its number. */
    public long review() {
        return review;
    }

    /** Who wrote it. */
    public long viewer() {
        return viewer;
    }

    /** What it is of. */
    public long item() {
        return item;
    }

    /** The order that it was written about. */
    public long order() {
        return order;
    }

    /** Record that has its text. */
    public long writtenAt() {
        return writtenAt;
    }

    /** 1 to 5. */
    public int stars() {
        return stars;
    }

    /** Where it stands. */
    public ReviewState state() {
        return ReviewState.ofCode(state);
    }

    /** How many reviews of the item are shown. */
    public int shown() {
        return shown;
    }

    /** The stars of those together. */
    public long shownStars() {
        return shownStars;
    }
}
