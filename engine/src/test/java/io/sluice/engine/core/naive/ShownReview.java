package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.ReviewState;

/** A review that a decision moves, as it stands then, and what is shown of its item in all. */
public record ShownReview(
        long review,
        long viewer,
        long item,
        long order,
        long writtenAt,
        int stars,
        ReviewState state,
        int shown,
        long shownStars) {

    /** None is moved. */
    public static final ShownReview NONE = new ShownReview(0, 0, 0, 0, 0, 0, ReviewState.WAITING, 0, 0);
}
