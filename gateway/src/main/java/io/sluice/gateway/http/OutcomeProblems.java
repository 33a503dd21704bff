package io.sluice.gateway.http;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.BodyField;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.PayoutState;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RefundRequestState;
import io.sluice.engine.protocol.ReviewState;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.protocol.codec.PlaceOrderDecoder;
import io.sluice.engine.protocol.codec.RefundOrderDecoder;
import io.sluice.engine.protocol.codec.RequestRefundDecoder;
import io.sluice.gateway.link.Reply;

/** The problems that the core's refusals are told as: the one place that maps outcomes to codes. */
public final class OutcomeProblems {
    private static final int NO_LINE = 255;
    /** A query's answer is no record. */
    private static final long NO_RECORD = 0;

    private static final int CAPACITY_RETRY_SECONDS = 5;

    private OutcomeProblems() {}

    /** The code a refusal is told as: the one of its name, but for a few. */
    public static ProblemCode code(final Outcome refusal) {
        return switch (refusal) {
            case KEY_REUSED -> ProblemCode.IDEMPOTENCY_KEY_REUSED;
            // These are never the answer to a command of the gateway, or are told as an outcome of a payment.
            case COMMAND_INVALID, HOLD_NOT_DUE, AMOUNT_DIFFERS, ALREADY_PAID, ORDER_CANCELLED ->
                ProblemCode.COMMAND_INVALID;
            case ACCEPTED,
                    RESERVED,
                    PAID,
                    PAID_LATE,
                    CANCELLED,
                    EXPIRED,
                    REFUNDED,
                    REFUND_DUE,
                    FOUND,
                    REPEATED,
                    PROPOSED,
                    REFUND_REQUESTED,
                    REFUND_DECLINED,
                    REFUND_WITHDRAWN -> throw new IllegalArgumentException("outcome=" + refusal + " is no refusal");
            default -> ProblemCode.valueOf(refusal.name());
        };
    }

    /**
     * A refusal that is not about one order.
     *
     * @param detail    the decision's detail.
     * @param sequence  its record.
     */
    public static Problem of(final Outcome refusal, final long detail, final long sequence) {
        final Problem problem = new Problem(code(refusal), sentence(refusal, detail)).sequence(sequence);
        return switch (refusal) {
            case STOCK_TOO_LOW, STOCK_LEFT -> problem.available(detail);
            case LIMIT_REACHED -> problem.remaining(detail);
            case SALE_NOT_OPEN -> opensAt(problem, detail);
            case SALE_CLOSED -> problem.closesAtMs(detail);
            case CAPACITY -> problem.retryAfterSeconds(CAPACITY_RETRY_SECONDS);
            default -> problem;
        };
    }

    /**
     * A refusal about an order.
     *
     * @param reply     the answer; its command is looked at for the offer at fault.
     * @param decision  wrapped at the reply's decision.
     * @param refusal   the outcome, of a repeated one the first.
     */
    public static Problem ofOrder(final Reply reply, final OrderDecisionDecoder decision, final Outcome refusal) {
        final long detail = decision.detail();
        final long offer = decision.line() == NO_LINE ? 0 : offerOf(reply, decision.line());
        final Problem problem =
                new Problem(code(refusal), offer == 0 ? sentence(refusal, detail) : sentence(refusal, offer, detail));
        final long sequence = decision.answeredAt() == 0 ? reply.sequence() : decision.answeredAt();
        if (sequence != NO_RECORD) {
            problem.sequence(sequence);
        }
        if (offer != 0) {
            problem.offer(offer);
        }
        switch (refusal) {
            case KEY_REUSED -> problem.field(BodyField.ofCode(detail).label());
            case SALE_NOT_OPEN -> opensAt(problem, detail);
            case SALE_CLOSED -> problem.closesAtMs(detail);
            case LIMIT_REACHED, REFUND_EXCEEDS_LINE -> problem.remaining(detail);
            case PRICE_CHANGED -> problem.totalFen(decision.totalFen());
            case SOLD_OUT -> problem.available(detail);
            case CAPACITY -> problem.retryAfterSeconds(CAPACITY_RETRY_SECONDS);
            default -> {}
        }
        return problem;
    }

    private static Problem opensAt(final Problem problem, final long detail) {
        return detail == OfferTimes.NEVER_MS ? problem : problem.opensAtMs(detail);
    }

    private static String sentence(final Outcome refusal, final long offer, final long detail) {
        return switch (refusal) {
            case OFFER_UNKNOWN -> "This room has no offer " + offer + ".";
            case SALE_NOT_OPEN ->
                detail == OfferTimes.NEVER_MS
                        ? "Offer " + offer + " has no time yet at which it opens."
                        : "Offer " + offer + " opens at " + Rfc3339.format(detail) + ".";
            case SALE_CLOSED -> "Offer " + offer + " closed at " + Rfc3339.format(detail) + ".";
            case LIMIT_REACHED -> "Of offer " + offer + " you may buy " + detail + " more.";
            case SOLD_OUT -> "Offer " + offer + " has " + detail + " left.";
            case LINE_UNKNOWN -> "The order has no line of offer " + offer + ".";
            case REFUND_EXCEEDS_LINE -> "Of offer " + offer + " there are " + detail + " units left to refund.";
            default -> sentence(refusal, detail);
        };
    }

    private static String sentence(final Outcome refusal, final long detail) {
        return switch (refusal) {
            case KEY_REUSED ->
                "The first one with this key had another "
                        + BodyField.ofCode(detail).label() + ".";
            case PRICE_CHANGED -> "It does not cost what you expected.";
            case CAPACITY -> "A table of the engine is at its limit; nothing was done.";
            case VIEWER_MUTED ->
                detail == Long.MAX_VALUE
                        ? "You may not comment any more."
                        : "You may comment again at " + Rfc3339.format(detail) + ".";
            case TALK_SLOWED -> "You may comment again at " + Rfc3339.format(detail) + ".";
            case STORE_UNKNOWN -> "There is no store " + detail + ".";
            case GUIDE_UNKNOWN -> "There is no guide " + detail + " who works.";
            case GROUP_UNKNOWN -> "There is no group " + detail + ".";
            case GUIDE_ELSEWHERE -> "The guide's home store is " + detail + ".";
            case CIRCLE_REFERRAL -> "Viewer " + detail + " was brought by this viewer, at first or any other hand.";
            case TRAIL_TOO_LONG ->
                "Viewer " + detail + " came by as many hands as there may be, " + ProtocolLimits.MAX_TRAIL + ".";
            case OFFER_IN_OTHER_ROOM -> "It is an offer of room " + detail + ".";
            case OFFER_ITEM_FIXED -> "It sells item " + detail + ".";
            case ROOM_STATE_FIXED, SHOW_BEGUN -> "The room is " + RoomState.ofCode((int) detail) + ".";
            case STOCK_TOO_LOW -> detail + " are available.";
            case STOCK_LEFT -> detail + " are on sale.";
            case SECOND_PERSON_NEEDED -> "Operator " + detail + " proposed it.";
            default -> moneySentence(refusal, detail);
        };
    }

    private static String moneySentence(final Outcome refusal, final long detail) {
        return switch (refusal) {
            case COUPON_EXPIRED -> "It could be used until " + Rfc3339.format(detail) + ".";
            case COUPON_TAKEN -> "Order " + detail + " has it.";
            case COUPON_MINIMUM -> "The lines that it is for have to cost " + detail + " fen at least.";
            case CLAIM_NOT_OPEN ->
                detail == OfferTimes.NEVER_MS
                        ? "There is no time yet from which they can."
                        : "They can from " + Rfc3339.format(detail) + " on.";
            case CLAIM_CLOSED -> "They could until " + Rfc3339.format(detail) + ".";
            case REFUND_PENDING -> "Record " + detail + " asked.";
            case REFUND_REQUEST_ENDED -> "It is " + RefundRequestState.ofCode(detail) + ".";
            case COUPON_REFUNDING -> "It came with order " + detail + ".";
            case PACK_SIZE -> "A pack has " + detail + " units.";
            case POINTS_TOO_FEW -> "There are " + detail + ".";
            case PACK_FIXED -> detail == 0 ? "What was paid for stays what it is." : "It has " + detail + " units.";
            case NOT_ELIGIBLE -> "The campaign's audience is " + Audience.ofCode((int) detail) + ".";
            case TOO_FAR -> "Coupons are for those within " + detail + " metres.";
            case CLAIM_LIMIT -> "One viewer may claim " + detail + ".";
            case RAIN_FALLS -> "They do until " + Rfc3339.format(detail) + ".";
            case PLAN_OVER_WHOLE -> "Together they are " + detail + " basis points.";
            case PAYOUT_STATE_FIXED -> "The payout is " + PayoutState.ofCode((int) detail) + ".";
            case REVIEW_CHANGED -> "Record " + detail + " has what stands there now.";
            case REVIEW_STATE_FIXED -> "The review is " + ReviewState.ofCode((int) detail) + ".";
            case PAYOUT_PENDING -> "It is payout " + detail + ".";
            case PAYOUT_NOT_DUE -> "It is " + Rfc3339.format(detail) + ".";
            default -> code(refusal).title();
        };
    }

    /** The offer of one line of the command the reply answers; 0 when it has no such line. */
    private static long offerOf(final Reply reply, final int line) {
        if (reply.commandOffset() < 0) {
            return 0;
        }
        final MessageHeaderDecoder header = new MessageHeaderDecoder();
        final int type = header.wrap(reply.buffer(), reply.commandOffset()).templateId();
        if (type == PlaceOrderDecoder.TEMPLATE_ID) {
            final PlaceOrderDecoder order =
                    new PlaceOrderDecoder().wrapAndApplyHeader(reply.buffer(), reply.commandOffset(), header);
            int index = 0;
            for (final PlaceOrderDecoder.LinesDecoder each : order.lines()) {
                if (index++ == line) {
                    return each.offer();
                }
            }
        } else if (type == RefundOrderDecoder.TEMPLATE_ID) {
            final RefundOrderDecoder refund =
                    new RefundOrderDecoder().wrapAndApplyHeader(reply.buffer(), reply.commandOffset(), header);
            int index = 0;
            for (final RefundOrderDecoder.LinesDecoder each : refund.lines()) {
                if (index++ == line) {
                    return each.offer();
                }
            }
        }
        return type == RequestRefundDecoder.TEMPLATE_ID ? offerOfRequest(reply, line) : 0;
    }

    private static long offerOfRequest(final Reply reply, final int line) {
        final RequestRefundDecoder request = new RequestRefundDecoder()
                .wrapAndApplyHeader(reply.buffer(), reply.commandOffset(), new MessageHeaderDecoder());
        int index = 0;
        for (final RequestRefundDecoder.LinesDecoder each : request.lines()) {
            if (index++ == line) {
                return each.offer();
            }
        }
        return 0;
    }
}
