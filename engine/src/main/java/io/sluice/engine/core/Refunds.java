package io.sluice.engine.core;

import io.sluice.engine.protocol.BodyField;
import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;

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
    private final PendingRefunds pending;
    private final RefundUnits units;
    private final Fingerprint fingerprint = Fingerprint.ofRefunds();

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
        units = new RefundUnits(packs);
        pending = new PendingRefunds(orders, units, packs);
    }

    /** What operators asked for and the provider has not paid back yet. */
    PendingRefunds pending() {
        return pending;
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
        } else if (pending.refusesNamed(order, request, decision) || units.refuses(order, request.lines(), decision)) {
            decision.picture().show(order);
        } else if (request.completed() != 0 && !units.areLeft(order)) {
            // Its vouchers were used since it was asked for: what it names is not done by giving back nothing.
            decision.refuse(Outcome.ORDER_NOT_REFUNDABLE).picture().show(order);
        } else {
            giveBack(order, request, decision);
            answers.remember(fingerprint, decision);
        }
    }

    /** Nothing below can fail. The amount goes into detail as well, where a repeated answer finds it. */
    private void giveBack(final Order order, final RefundRequest request, final Decision decision) {
        units.shareOut(order, request.lines());
        pending.settle(order, request);
        decision.picture().showHead(order);
        long amountFen = 0;
        boolean keepsUnits = false;
        for (int i = 0; i < order.lines(); i++) {
            final OrderLine line = order.line(i);
            final int back = units.of(i);
            if (back > 0) {
                final long discountFen = units.discountFen(order, i);
                packs.takeBack(order, i, back);
                stock.takeBack(order, line, back, request.returned(), decision);
                line.refund(back);
                commission.takeBack(order, i, back, decision);
                decision.picture().addLine(order.line(i), back, discountFen);
                amountFen += order.line(i).unitPriceFen() * back - discountFen;
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
        pending.endWithNothingLeft(order);
        decision.picture().showRefund(order, request.returned());
        decision.accept(Outcome.REFUNDED).money(amountFen).detail(amountFen);
    }
}
