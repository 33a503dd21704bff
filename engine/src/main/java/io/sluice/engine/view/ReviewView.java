package io.sluice.engine.view;

import io.sluice.engine.protocol.ReviewState;

/**
 * A buyer's review, as its records say.
 *
 * @param review       its number.
 * @param viewer       who wrote it.
 * @param name         what the writer is called in front of others.
 * @param item         what it is of.
 * @param order        the order that it was written about.
 * @param stars        1 to 5.
 * @param text         what it says.
 * @param image        URL of a picture, empty for none.
 * @param state        where it stands.
 * @param writtenAt    record that has the text.
 * @param writtenAtMs  core time of that, epoch ms.
 * @param judgedAt     record that brought it to its state; of one that waits the one that has the text.
 * @param actor        the operator who did, 0 while it waits.
 * @param reason       why, empty for none.
 */
public record ReviewView(
        long review,
        long viewer,
        String name,
        long item,
        long order,
        int stars,
        String text,
        String image,
        ReviewState state,
        long writtenAt,
        long writtenAtMs,
        long judgedAt,
        long actor,
        String reason) {

    /** The same, judged by a record. */
    ReviewView judged(final ReviewState next, final long record, final long operator, final String why) {
        return new ReviewView(
                review,
                viewer,
                name,
                item,
                order,
                stars,
                text,
                image,
                next,
                writtenAt,
                writtenAtMs,
                record,
                operator,
                why);
    }
}
