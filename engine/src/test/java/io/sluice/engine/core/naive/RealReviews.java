package io.sluice.engine.core.naive;

import io.sluice.engine.core.Decision;
import io.sluice.engine.core.FlashCore;

/** The reviews of the core under test. */
final class RealReviews implements ReviewDecider {
    private final FlashCore core;
    private final Decision decision;

    RealReviews(final FlashCore core, final Decision decision) {
        this.core = core;
        this.decision = decision;
    }

    @Override
    public Verdict decide(final ReviewCommand.WriteReview command) {
        final String text = command.text();
        core.reviews()
                .write(
                        command.viewer(),
                        command.order(),
                        command.offer(),
                        command.stars(),
                        text.hashCode(),
                        !text.isEmpty(),
                        decision);
        return ShownDecision.of(decision);
    }

    @Override
    public Verdict decide(final ReviewCommand.JudgeReview command) {
        core.reviews().judge(command.review(), command.writtenAt(), command.next(), 0, decision);
        return ShownDecision.of(decision);
    }
}
