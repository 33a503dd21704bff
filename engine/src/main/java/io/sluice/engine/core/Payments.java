package io.sluice.engine.core;

import io.sluice.engine.protocol.BodyField;
import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;

/**
 * Takes note of money that arrived. Money is never refused: what cannot be sold for it is due back, and stands so in the
 * journal. Only a reference that comes with another body, or a full table, is refused; the provider then still has it.
 * The reference that paid an order stands in the order as well, for ever: that money is never counted twice.
 */
final class Payments {
    private final OrderTable orders;
    private final PaymentAnswers answers;
    private final OrderStock stock;
    private final OrderCoupons coupons;
    private final Packs packs;
    private final Points points;
    private final Commission commission;
    private final Fingerprint fingerprint = Fingerprint.ofPayments();

    Payments(
            final OrderTable orders,
            final PaymentAnswers answers,
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

    void pay(final long number, final long amountFen, final Ascii reference, final Decision decision) {
        if (!reference.isValid() || reference.length() == 0 || amountFen < 0) {
            decision.refuse(Outcome.COMMAND_INVALID);
            return;
        }
        final Order order = orders.find(number);
        if (order != null && order.isPaidBy(reference)) {
            showPaid(order, amountFen, decision);
            return;
        }
        fingerprint.take(number, amountFen);
        final Answer answer = answers.find(reference);
        if (answer != null) {
            answerAgain(answer, amountFen, decision);
        } else if (!answers.hasRoom(decision.timeMs())) {
            decision.refuse(Outcome.CAPACITY);
        } else {
            take(order, amountFen, reference, decision);
            answers.remember(fingerprint, decision);
        }
    }

    /** Answers the payment of an order again. What paid it is what it costs. */
    private static void showPaid(final Order order, final long amountFen, final Decision decision) {
        if (amountFen != order.totalFen()) {
            decision.refuse(Outcome.KEY_REUSED, BodyField.AMOUNT.code());
            return;
        }
        decision.accept(Outcome.REPEATED)
                .because(order.isLate() ? Outcome.PAID_LATE : Outcome.PAID)
                .answeredAt(order.paidAt())
                .money(amountFen)
                .picture()
                .show(order);
    }

    private void answerAgain(final Answer answer, final long amountFen, final Decision decision) {
        final BodyField difference = fingerprint.differenceTo(answer);
        if (difference != BodyField.NONE) {
            decision.refuse(Outcome.KEY_REUSED, difference.code());
            return;
        }
        decision.repeat(answer).money(amountFen);
        if (answer.order() != 0) {
            decision.picture().show(orders.find(answer.order()));
        }
    }

    private void take(final Order order, final long amountFen, final Ascii reference, final Decision decision) {
        if (order == null) {
            decision.refundDue(Outcome.ORDER_UNKNOWN, amountFen);
            return;
        }
        if (order.totalFen() != amountFen) {
            decision.refundDue(Outcome.AMOUNT_DIFFERS, amountFen);
        } else if (order.state() == OrderState.RESERVED && !packs.hasRoomFor(order)) {
            decision.refundDue(Outcome.CAPACITY, amountFen);
        } else if (order.state() == OrderState.RESERVED) {
            stock.sellHeld(order, decision);
            coupons.use(order);
            order.transition(OrderState.PAID);
            order.paidBy(reference, decision.sequence());
            decision.accept(Outcome.PAID).money(amountFen);
            bring(order, decision);
        } else if (order.state() == OrderState.EXPIRED) {
            takeLate(order, amountFen, reference, decision);
        } else if (order.state() == OrderState.CANCELLED) {
            decision.refundDue(Outcome.ORDER_CANCELLED, amountFen);
        } else {
            decision.refundDue(Outcome.ALREADY_PAID, amountFen);
        }
        decision.picture().show(order);
    }

    private void takeLate(final Order order, final long amountFen, final Ascii reference, final Decision decision) {
        decision.lateness(decision.timeMs() - order.payByMs());
        final Outcome whyNot = whyNotLate(order, decision.timeMs());
        if (whyNot != Outcome.ACCEPTED) {
            decision.refundDue(whyNot, amountFen);
            return;
        }
        stock.sellAvailable(order, decision);
        coupons.use(order);
        order.transition(OrderState.PAID);
        order.paidLate();
        order.paidBy(reference, decision.sequence());
        decision.accept(Outcome.PAID_LATE).money(amountFen);
        bring(order, decision);
    }

    /** What a payment brings whom. */
    private void bring(final Order order, final Decision decision) {
        packs.issue(order, decision);
        commission.earn(order, decision);
        points.onPurchase(order, decision);
    }

    /** Why an order that holds nothing any more cannot be sold after all, in a new order's order of precedence. */
    private Outcome whyNotLate(final Order order, final long nowMs) {
        if (!stock.hasRoomFor(order) || !packs.hasRoomFor(order)) {
            return Outcome.CAPACITY;
        }
        final Outcome coupon = coupons.whyNotAgain(order, nowMs);
        return coupon == Outcome.ACCEPTED ? stock.whyNotAvailable(order) : coupon;
    }
}
