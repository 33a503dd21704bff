package io.sluice.engine.core;

import io.sluice.engine.protocol.BodyField;
import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;

/**
 * Takes note of money that went back, for the whole of a paid order or for some of its units. Only what was refunded is kept
 * under its reference: a refusal moved nothing and may be for now only, as when word of the refund overtakes word of the
 * payment.
 */
final class Refunds {
    /** References are the provider's, of which there is one. */
    private static final long PROVIDER = 0;

    private final OrderTable orders;
    private final AnswerTable answers;
    private final OrderStock stock;
    private final OrderCoupons coupons;
    private final Packs packs;
    private final Points points;
    private final Commission commission;
    private final Fingerprint fingerprint = Fingerprint.ofRefunds();
    private final int[] unitsOfLine = new int[ProtocolLimits.MAX_LINES];

    Refunds(
            final OrderTable orders,
            final AnswerTable answers,
            final OrderStock stock,
            final OrderCoupons coupons,
            final Packs packs,
            final Points points,
            final Commission commission) {
        this.orders = orders;
        this.answers = answers;
        this.stock = stock;
        this.coupons = coupons;
        this.packs = packs;
        this.points = points;
        this.commission = commission;
    }

    void refund(final RefundRequest request, final Decision decision) {
        if (!request.isValid()) {
            decision.refuse(Outcome.COMMAND_INVALID);
            return;
        }
        fingerprint.take(request);
        final Answer answer = answers.find(PROVIDER, request.reference());
        if (answer != null) {
            answerAgain(answer, decision);
        } else if (!answers.hasRoom(decision.timeMs())) {
            decision.refuse(Outcome.CAPACITY);
        } else {
            decide(request, decision);
        }
    }

    private void answerAgain(final Answer answer, final Decision decision) {
        final BodyField difference = fingerprint.differenceTo(answer);
        if (difference != BodyField.NONE) {
            decision.refuse(Outcome.KEY_REUSED, difference.code());
            return;
        }
        decision.repeat(answer).money(answer.detail()).picture().show(orders.find(answer.order()));
    }

    private void decide(final RefundRequest request, final Decision decision) {
        final Order order = orders.find(request.order());
        if (order == null) {
            decision.refuse(Outcome.ORDER_UNKNOWN);
        } else if (order.state() != OrderState.PAID) {
            decision.refuse(Outcome.ORDER_NOT_REFUNDABLE).picture().show(order);
        } else if (lineUnknown(order, request.lines(), decision) || exceedsLine(order, request.lines(), decision)) {
            decision.picture().show(order);
        } else {
            giveBack(order, request, decision);
            answers.remember(fingerprint, decision);
        }
    }

    private static boolean lineUnknown(final Order order, final LineRequests lines, final Decision decision) {
        for (int i = 0; i < lines.size(); i++) {
            if (!hasLineOf(order, lines.offer(i))) {
                return decision.refuseLine(Outcome.LINE_UNKNOWN, i, 0);
            }
        }
        return false;
    }

    private boolean exceedsLine(final Order order, final LineRequests lines, final Decision decision) {
        for (int i = 0; i < lines.size(); i++) {
            final long givable = givableOf(order, lines.offer(i));
            if (lines.unitsOfOffer(lines.offer(i)) > givable) {
                return decision.refuseLine(Outcome.REFUND_EXCEEDS_LINE, i, givable);
            }
        }
        return false;
    }

    /** Nothing below can fail. The amount goes into detail as well, where a repeated answer finds it. */
    private void giveBack(final Order order, final RefundRequest request, final Decision decision) {
        shareOut(order, request.lines());
        decision.picture().showHead(order);
        long amountFen = 0;
        boolean keepsUnits = false;
        for (int i = 0; i < order.lines(); i++) {
            final OrderLine line = order.line(i);
            if (unitsOfLine[i] > 0) {
                packs.takeBack(order, i, unitsOfLine[i]);
                stock.takeBack(order, line, unitsOfLine[i], request.returned(), decision);
                line.refund(unitsOfLine[i]);
                commission.takeBack(order, i, unitsOfLine[i], decision);
                final long discountFen = discountOf(order, i, unitsOfLine[i]);
                decision.picture().addLine(order.line(i), unitsOfLine[i], discountFen);
                amountFen += order.line(i).unitPriceFen() * unitsOfLine[i] - discountFen;
            }
            keepsUnits |= line.kept() > 0;
        }
        final long refundedBeforeFen = order.refundedFen();
        order.addRefund(amountFen);
        points.onRefund(order, refundedBeforeFen, decision);
        if (!keepsUnits) {
            order.transition(OrderState.REFUNDED);
            coupons.giveBack(order);
        }
        decision.picture().showRefund(order, request.returned());
        decision.accept(Outcome.REFUNDED).money(amountFen).detail(amountFen);
    }

    /** What was taken off the units that have just gone back: of all so far, less what was of those before. */
    private static long discountOf(final Order order, final int line, final int units) {
        final long discountFen = order.discountFen(line);
        final int all = order.line(line).quantity();
        final int after = order.line(line).refunded();
        return Portion.of(discountFen, after, all) - Portion.of(discountFen, after - units, all);
    }

    /** How many units of each line go back: all that are left, or as asked; lines of one offer are emptied in their order. */
    private void shareOut(final Order order, final LineRequests lines) {
        for (int i = 0; i < order.lines(); i++) {
            final int givable = packs.givable(order, i);
            final long offer = order.line(i).offer();
            long asked = lines.size() == 0 ? givable : lines.unitsOfOffer(offer);
            for (int earlier = 0; earlier < i && lines.size() > 0; earlier++) {
                asked -= order.line(earlier).offer() == offer ? unitsOfLine[earlier] : 0;
            }
            unitsOfLine[i] = (int) Math.min(givable, asked);
        }
    }

    private static boolean hasLineOf(final Order order, final long offer) {
        for (int i = 0; i < order.lines(); i++) {
            if (order.line(i).offer() == offer) {
                return true;
            }
        }
        return false;
    }

    private long givableOf(final Order order, final long offer) {
        long givable = 0;
        for (int i = 0; i < order.lines(); i++) {
            givable += order.line(i).offer() == offer ? packs.givable(order, i) : 0;
        }
        return givable;
    }
}
