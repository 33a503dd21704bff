package io.sluice.engine.core.naive;

/** The part of a {@link Decider} that decides about reviews, at the number and time that it was told. */
public interface ReviewDecider {
    Verdict decide(ReviewCommand.WriteReview command);

    Verdict decide(ReviewCommand.JudgeReview command);
}
