package io.sluice.gateway.http;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.codec.ClaimCouponDecoder;
import io.sluice.engine.protocol.codec.CouponPageDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.view.CampaignTerms;
import io.sluice.engine.view.CampaignView;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.link.Reply;

/**
 * Reads the decisions on claims. A decision has the coupon's number only: what it is worth is its campaign's terms, unless
 * those were put anew since or the claim is an earlier one's repetition; then the core has to be asked for the coupon. One
 * event loop's.
 */
public final class ClaimAnswers {
    private final EnginePort engine;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ClaimCouponDecoder command = new ClaimCouponDecoder();
    private final DecisionDecoder decision = new DecisionDecoder();
    private final CouponPageDecoder page = new CouponPageDecoder();
    private Outcome outcome;
    private long sequence;
    private long timeMs;

    /** Takes terms from this engine's boards. */
    public ClaimAnswers(final EnginePort engine) {
        this.engine = engine;
    }

    /** Wraps the reply's decision. */
    public ClaimAnswers read(final Reply reply) {
        command.wrapAndApplyHeader(reply.buffer(), reply.commandOffset(), header);
        decision.wrapAndApplyHeader(reply.buffer(), reply.decisionOffset(), header);
        outcome = Outcome.ofCode(decision.outcome());
        sequence = reply.sequence();
        timeMs = reply.timeMs();
        return this;
    }

    /** Whether there is no coupon. */
    public boolean isRefused() {
        return outcome.isRefusal();
    }

    /** Whether the claim was made before, with the same key. */
    public boolean isReplayed() {
        return outcome == Outcome.REPEATED;
    }

    /** Why there is none. */
    public Problem problem() {
        final long detail = decision.detail();
        final Problem problem = OutcomeProblems.of(outcome, detail, sequence);
        switch (outcome) {
            case CAMPAIGN_UNKNOWN -> problem.field("campaign");
            case CLAIM_NOT_OPEN -> {
                if (detail != OfferTimes.NEVER_MS) {
                    problem.opensAtMs(detail);
                }
            }
            case CLAIM_CLOSED -> problem.closesAtMs(detail);
            case CLAIM_LIMIT -> problem.limit(detail);
            default -> {}
        }
        return problem;
    }

    /** The coupon, null when the core has to be asked for it. */
    public ClaimedCoupon coupon() {
        final long id = command.campaign();
        final CampaignView campaign = engine.brandBoard().campaigns().campaign(id);
        if (isReplayed() || campaign == null || campaign.termsAt() > sequence) {
            return null;
        }
        final CampaignTerms terms = campaign.terms();
        return new ClaimedCoupon(
                decision.detail(),
                id,
                terms.discountFen(),
                terms.basisPoints(),
                terms.minimumFen(),
                timeMs + terms.validMs(),
                terms.audience().kind() == Audience.NEARBY,
                sequence);
    }

    /** The question for the coupon. */
    public CommandWriter question() {
        return CouponQuestion.one(command.viewer(), decision.detail());
    }

    /** The coupon as the core has it, answer to the question. */
    public ClaimedCoupon asked(final Reply reply) {
        page.wrapAndApplyHeader(reply.buffer(), reply.decisionOffset(), header);
        final CouponPageDecoder.CouponsDecoder coupon = page.coupons().next();
        return new ClaimedCoupon(
                coupon.coupon(),
                coupon.campaign(),
                coupon.discountFen(),
                coupon.basisPoints(),
                coupon.minimumFen(),
                coupon.expiresAtMs(),
                coupon.byPosition() != 0,
                coupon.claimedAt());
    }
}
