package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.ReviewState;

/** A command about reviews as a value; a state is null for none that there is. */
public interface ReviewCommand extends Command {
    /** Has it decided by the part of a decider that knows of reviews. */
    Verdict decidedBy(ReviewDecider decider);

    @Override
    default Verdict decidedBy(final Decider decider) {
        return decidedBy(decider.reviews());
    }

    /** See the reviews' method of this name. */
    record WriteReview(long viewer, long order, long offer, int stars, String text) implements ReviewCommand {
        @Override
        public Verdict decidedBy(final ReviewDecider decider) {
            return decider.decide(this);
        }
    }

    /** See the reviews' method of this name. */
    record JudgeReview(long review, long writtenAt, ReviewState next) implements ReviewCommand {
        @Override
        public Verdict decidedBy(final ReviewDecider decider) {
            return decider.decide(this);
        }
    }
}
