package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.ReviewState;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** The part of reviews and bookings in an evening: few texts, so that the same comes again, and mostly of what was paid for. */
final class ReviewBroadcast {
    private static final int TEXTS = 3;

    private final Random random;
    private final NaiveCore naive;

    ReviewBroadcast(final Random random, final NaiveCore naive) {
        this.random = random;
        this.naive = naive;
    }

    /** Tells how often each of its commands comes. */
    void takeTurns(final BiConsumer<Integer, Supplier<Command>> wheel) {
        wheel.accept(3, this::write);
        wheel.accept(3, this::judge);
        wheel.accept(1, this::book);
    }

    private Command write() {
        final List<NaiveOrder> orders = naive.book().orders;
        final List<NaiveOrder> paid = orders.stream().filter(NaiveOrder::isPaid).toList();
        final NaiveOrder order = rarely(4) ? anyOf(orders) : anyOf(paid);
        final boolean isAimed = order != null && !rarely(10);
        return new ReviewCommand.WriteReview(
                isAimed && !rarely(20) ? order.command.viewer() : random.nextInt(Broadcast.VIEWERS + 1),
                order == null || rarely(20) ? orders.size() + random.nextInt(2) : order.number,
                isAimed ? order.lines.get(random.nextInt(order.lines.size())).offer.id : 1 + random.nextInt(3),
                rarely(30) ? random.nextInt(8) - 1 : 1 + random.nextInt(5),
                rarely(30) ? "" : "t" + random.nextInt(TEXTS));
    }

    /** Mostly of the text that stands there. */
    private Command judge() {
        final NaiveReviews.Written review = anyOf(naive.reviews().all());
        final ReviewState[] states = ReviewState.values();
        final ReviewState next = rarely(30) ? null : states[random.nextInt(states.length)];
        return review == null || rarely(10)
                ? new ReviewCommand.JudgeReview(random.nextInt(9), 1, next)
                : new ReviewCommand.JudgeReview(review.number, review.writtenAt - (rarely(8) ? 1 : 0), next);
    }

    /** Of rooms in whatever state. */
    private Command book() {
        final long viewer = rarely(30) ? 0 : 1 + random.nextInt(Broadcast.VIEWERS);
        return new Command.BookShow(viewer, 1L + random.nextInt(3), rarely(30) ? 2 : random.nextInt(3) > 0 ? 1 : 0);
    }

    private <T> T anyOf(final List<T> choice) {
        return choice.isEmpty() ? null : choice.get(random.nextInt(choice.size()));
    }

    private boolean rarely(final int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
