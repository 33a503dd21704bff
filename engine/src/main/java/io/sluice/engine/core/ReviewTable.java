package io.sluice.engine.core;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.ReviewState;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;

/** Every review by its number, which is dense from 1, and by viewer and item. None is ever removed. */
final class ReviewTable {
    private final Pages reviews = new Pages(Review.BYTES, 0);
    private final PairTable numbers = new PairTable(0);
    private final ItemReviews items = new ItemReviews();
    private final Review review = new Review();
    private int waiting;

    boolean isEmpty() {
        return reviews.size() == 0;
    }

    boolean hasRoom() {
        return reviews.size() < ProtocolLimits.MAX_REVIEWS;
    }

    /** How many wait to be judged. */
    int waiting() {
        return waiting;
    }

    /** What follows from the reviews of each item. */
    ItemReviews items() {
        return items;
    }

    /** The viewer's review of an item, null for none; valid until the next is asked for. */
    Review find(final long viewer, final long item) {
        final long number = numbers.get(viewer, item);
        return number == 0 ? null : at(number);
    }

    /** The review of a number that somebody says, null when there is none; valid until the next is asked for. */
    Review find(final long number) {
        return number >= 1 && number <= reviews.size() ? at(number) : null;
    }

    /** Writes another text into a review, or the first; without one the caller has asked {@link #hasRoom}. */
    Review write(
            final long viewer,
            final long item,
            final long order,
            final long writtenAt,
            final int stars,
            final long textHash) {
        Review written = find(viewer, item);
        if (written == null) {
            final long number = reviews.add() + 1;
            numbers.put(viewer, item, number);
            written = at(number);
            written.open(viewer, item);
        } else {
            leave(written);
        }
        written.write(order, writtenAt, stars, textHash);
        enter(written);
        return written;
    }

    /** Moves a review to another state. */
    void transition(final Review judged, final ReviewState next) {
        leave(judged);
        judged.transition(next);
        enter(judged);
    }

    void save(final StateOutput output) {
        reviews.save(output);
    }

    /**
     * Takes the reviews back into this table, which must be new.
     *
     * @throws IllegalStateException when one of them is damaged.
     */
    void load(final StateInput input) {
        reviews.load(input);
        if (reviews.size() > ProtocolLimits.MAX_REVIEWS) {
            throw new IllegalStateException("reviews=" + reviews.size());
        }
    }

    /** Makes findable what was loaded. */
    void index() {
        for (long number = 1; number <= reviews.size(); number++) {
            if (at(number).state() == null || review.stars() < 1 || review.stars() > ProtocolLimits.MAX_STARS) {
                throw new IllegalStateException("review=" + number + " stars=" + review.stars());
            }
            numbers.put(review.viewer(), review.item(), number);
            enter(review);
        }
    }

    private void enter(final Review counted) {
        items.add(counted);
        waiting += counted.state() == ReviewState.WAITING ? 1 : 0;
    }

    private void leave(final Review counted) {
        items.remove(counted);
        waiting -= counted.state() == ReviewState.WAITING ? 1 : 0;
    }

    private Review at(final long number) {
        return review.wrap(number, reviews.address(number - 1));
    }
}
