package io.sluice.gateway.http;

import io.sluice.engine.protocol.ReviewState;
import io.sluice.engine.view.ItemReviewsView;
import io.sluice.engine.view.ReviewBoard;
import io.sluice.engine.view.ReviewView;
import io.vertx.core.buffer.Buffer;
import java.util.Collection;

/** Writes pages of reviews: what everybody sees of an item, and what operators have before them. On the board's thread. */
final class ReviewsJson {
    private static final int TENTHS = 10;

    private final JsonWriter json = new JsonWriter().reset().beginObject();
    private final int limit;
    /** Record by which the last that was written came to its state. */
    private long last;

    /** A page of so many at most. */
    ReviewsJson(final int limit) {
        this.limit = limit;
    }

    /** What is shown of an item: the cases on the first page, and of the others those that were approved before a record. */
    Buffer ofItem(final ReviewBoard board, final long item, final long before) {
        final ItemReviewsView reviews = board.item(item);
        json.name("item").value(item);
        json.name("asOf").value(board.sequence());
        json.name("count").value(reviews.shown());
        if (reviews.shown() > 0) {
            json.name("averageTenths").value(average(reviews));
        }
        if (before == Long.MAX_VALUE) {
            json.name("cases").beginArray();
            reviews.cases().forEach(this::writeShown);
            json.endArray();
        }
        final boolean toldAll = write(reviews.approvedBefore(before), board, false);
        return end(toldAll);
    }

    /** A viewer's own, with where they stand and why. */
    Buffer ofViewer(final ReviewBoard board, final long viewer) {
        json.name("asOf").value(board.sequence());
        json.name("reviews").beginArray();
        board.ofViewer(viewer).stream().limit(limit).forEach(review -> {
            json.beginObject();
            writeText(review);
            writeStanding(review);
            json.endObject();
        });
        json.endArray();
        return json.endObject().toBuffer();
    }

    /** What is in a state: the oldest of those that wait, the newest of the others. */
    Buffer inState(final ReviewBoard board, final ReviewState state, final long before) {
        json.name("asOf").value(board.sequence());
        json.name("waiting").value(board.waiting());
        final boolean isQueue = state == ReviewState.WAITING;
        final boolean toldAll =
                write(isQueue ? board.waitingOldestFirst() : board.newestFirst(state, before), board, true);
        return end(toldAll || isQueue);
    }

    private Buffer end(final boolean isLast) {
        OrderAnswerWriter.writeId(json, "next", isLast ? 0 : last);
        return json.endObject().toBuffer();
    }

    /** Half a tenth counts as a whole one. */
    private static long average(final ItemReviewsView reviews) {
        return (2 * TENTHS * reviews.stars() + reviews.shown()) / (2L * reviews.shown());
    }

    /** Writes the first of some reviews; answers whether these are all. */
    private boolean write(final Collection<ReviewView> reviews, final ReviewBoard board, final boolean toOperators) {
        int left = limit;
        json.name("reviews").beginArray();
        for (final ReviewView review : reviews) {
            if (left == 0) {
                json.endArray();
                return false;
            }
            if (toOperators) {
                writeWhole(review, board.title(review.item()));
            } else {
                writeShown(review);
            }
            last = review.judgedAt();
            left--;
        }
        json.endArray();
        return true;
    }

    private void writeShown(final ReviewView review) {
        json.beginObject();
        writeText(review);
        json.endObject();
    }

    private void writeWhole(final ReviewView review, final String title) {
        json.beginObject();
        writeText(review);
        writeStanding(review);
        if (title != null) {
            json.name("title").value(title);
        }
        json.name("viewer").value(review.viewer());
        if (review.state() != ReviewState.WAITING) {
            json.name("operator").value(review.actor());
            json.name("judgedSequence").value(review.judgedAt());
        }
        json.endObject();
    }

    private void writeStanding(final ReviewView review) {
        json.name("state").value(review.state().name());
        json.name("item").value(review.item());
        json.name("order").digitString(review.order());
        json.name("writtenSequence").value(review.writtenAt());
        if (!review.reason().isEmpty()) {
            json.name("reason").value(review.reason());
        }
    }

    private void writeText(final ReviewView review) {
        json.name("review").value(review.review());
        json.name("name").value(review.name());
        json.name("stars").value(review.stars());
        json.name("text").value(review.text());
        if (!review.image().isEmpty()) {
            json.name("image").value(review.image());
        }
        json.name("at").time(review.writtenAtMs());
    }
}
