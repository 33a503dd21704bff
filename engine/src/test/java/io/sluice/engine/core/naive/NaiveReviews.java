package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.ReviewState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Reviews in the order in which they were first written; what an item has is added up over all of them. */
final class NaiveReviews implements ReviewDecider {
    private final NaiveBook book;
    private final LongSupplier sequence;
    private final List<Written> reviews = new ArrayList<>();

    NaiveReviews(final NaiveBook book, final LongSupplier sequence) {
        this.book = book;
        this.sequence = sequence;
    }

    /** Every review, oldest first. */
    List<Written> all() {
        return reviews;
    }

    @Override
    public Verdict decide(final ReviewCommand.WriteReview command) {
        if (command.viewer() < 1 || command.text().isEmpty() || command.stars() < 1 || command.stars() > 5) {
            return refused(Outcome.COMMAND_INVALID, 0);
        }
        final NaiveOrder order = book.find(command.order());
        if (order == null || order.command.viewer() != command.viewer()) {
            return refused(Outcome.ORDER_UNKNOWN, 0);
        }
        final List<NaiveOrder.NaiveLine> lines = order.lines.stream()
                .filter(line -> line.offer.id == command.offer())
                .toList();
        if (lines.isEmpty()) {
            return refused(Outcome.LINE_UNKNOWN, 0);
        }
        if (!order.isPaid() || lines.stream().allMatch(line -> line.kept() == 0)) {
            return refused(Outcome.NOT_BOUGHT, 0);
        }
        final long item = lines.get(0).offer.item.id;
        Written review = reviews.stream()
                .filter(each -> each.viewer == command.viewer() && each.item == item)
                .findFirst()
                .orElse(null);
        if (review != null && review.text.equals(command.text()) && review.stars == command.stars()) {
            return told(Outcome.REPEATED, review);
        }
        if (review == null) {
            review = new Written(reviews.size() + 1L, command.viewer(), item);
            reviews.add(review);
        }
        review.order = command.order();
        review.stars = command.stars();
        review.text = command.text();
        review.writtenAt = sequence.getAsLong();
        review.state = ReviewState.WAITING;
        return told(Outcome.ACCEPTED, review);
    }

    @Override
    public Verdict decide(final ReviewCommand.JudgeReview command) {
        if (command.next() == null || command.next() == ReviewState.WAITING) {
            return refused(Outcome.COMMAND_INVALID, 0);
        }
        final Written review = reviews.stream()
                .filter(each -> each.number == command.review())
                .findFirst()
                .orElse(null);
        if (review == null) {
            return refused(Outcome.REVIEW_UNKNOWN, 0);
        }
        if (review.writtenAt != command.writtenAt()) {
            return refused(Outcome.REVIEW_CHANGED, review.writtenAt);
        }
        if (review.state == command.next()) {
            return told(Outcome.REPEATED, review);
        }
        if (command.next() == ReviewState.CASE && review.state != ReviewState.APPROVED) {
            return refused(Outcome.REVIEW_STATE_FIXED, review.state.code());
        }
        final long cases = reviews.stream()
                .filter(each -> each.item == review.item && each.state == ReviewState.CASE)
                .count();
        if (command.next() == ReviewState.CASE && cases >= ProtocolLimits.MAX_CASES) {
            return refused(Outcome.CAPACITY, 0);
        }
        review.state = command.next();
        return told(Outcome.ACCEPTED, review);
    }

    private Verdict refused(final Outcome refusal, final long detail) {
        return Verdict.of(refusal, sequence.getAsLong()).detail(detail);
    }

    private Verdict told(final Outcome outcome, final Written review) {
        final List<Written> shown = reviews.stream()
                .filter(each -> each.item == review.item && each.isShown())
                .toList();
        return Verdict.of(outcome, sequence.getAsLong())
                .detail(review.number)
                .reviewing(new ShownReview(
                        review.number,
                        review.viewer,
                        review.item,
                        review.order,
                        review.writtenAt,
                        review.stars,
                        review.state,
                        shown.size(),
                        NaiveBook.sum(shown, each -> each.stars)));
    }

    /** A review and its text. */
    static final class Written {
        final long number;
        final long viewer;
        final long item;
        long order;
        int stars;
        String text = "";
        long writtenAt;
        ReviewState state = ReviewState.WAITING;

        Written(final long number, final long viewer, final long item) {
            this.number = number;
            this.viewer = viewer;
            this.item = item;
        }

        private boolean isShown() {
            return state == ReviewState.APPROVED || state == ReviewState.CASE;
        }
    }
}
