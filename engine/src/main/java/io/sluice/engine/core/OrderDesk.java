package io.sluice.engine.core;

import io.sluice.engine.protocol.BodyField;
import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;

/**
 * Places, cancels and expires orders, and finds them again. First answers are kept by what they are worth: one that reserved
 * stock must not be forgotten within a day; one that refused may be, for nothing was sold, and a crowd in front of an
 * empty shelf must not take the place of orders.
 */
final class OrderDesk {
    private final OrderTable orders;
    private final OrderAnswers answers;
    private final AnswerTable refusals;
    private final OrderLadder ladder;
    private final WaitingLines lines;
    private final OrderStock stock;
    private final OrderCoupons coupons;
    private final AttributionLadder attributions;
    private final ViewerTable viewers;
    private final Viewer buyer = new Viewer();
    private final Attribution attribution = new Attribution();
    private final Fingerprint fingerprint = Fingerprint.ofOrders();

    OrderDesk(
            final OrderTable orders,
            final OrderAnswers answers,
            final AnswerTable refusals,
            final OrderLadder ladder,
            final WaitingLines lines,
            final OrderStock stock,
            final OrderCoupons coupons,
            final AttributionLadder attributions,
            final ViewerTable viewers) {
        this.orders = orders;
        this.answers = answers;
        this.refusals = refusals;
        this.ladder = ladder;
        this.lines = lines;
        this.stock = stock;
        this.coupons = coupons;
        this.attributions = attributions;
        this.viewers = viewers;
    }

    void place(final OrderRequest request, final Decision decision) {
        if (!request.isValid()) {
            decision.refuse(Outcome.COMMAND_INVALID);
            return;
        }
        final Answer answer = firstAnswerTo(request);
        if (answer != null) {
            answerAgain(answer, request, decision);
        } else if (ladder.refuses(request, decision)) {
            decision.picture().showRefused(request, ladder.totalFen());
            rememberRefusal(request, decision);
        } else {
            reserve(request, decision);
            answers.remember(fingerprint.take(request), decision);
        }
    }

    /** With an actor on the owner's behalf, whoever that is. */
    void cancel(final long viewer, final long number, final long actor, final Decision decision) {
        if (actor < 0) {
            decision.refuse(Outcome.COMMAND_INVALID);
            return;
        }
        final Order order = orders.find(number);
        if (order == null || (actor == 0 && order.viewer() != viewer)) {
            decision.refuse(Outcome.ORDER_UNKNOWN);
            return;
        }
        if (order.state() == OrderState.RESERVED) {
            stock.release(order, decision);
            coupons.release(order);
            order.transition(OrderState.CANCELLED);
            decision.accept(Outcome.CANCELLED);
        } else if (order.state() == OrderState.CANCELLED) {
            decision.accept(Outcome.REPEATED).because(Outcome.CANCELLED);
        } else {
            decision.refuse(Outcome.ORDER_NOT_CANCELLABLE);
        }
        decision.picture().show(order);
    }

    void expire(final long number, final Decision decision) {
        final Order order = orders.find(number);
        if (order == null) {
            decision.refuse(Outcome.ORDER_UNKNOWN);
            return;
        }
        if (order.state() == OrderState.RESERVED && order.payByMs() <= decision.timeMs()) {
            stock.release(order, decision);
            coupons.release(order);
            order.transition(OrderState.EXPIRED);
            decision.accept(Outcome.EXPIRED).lateness(decision.timeMs() - order.payByMs());
        } else {
            decision.refuse(Outcome.HOLD_NOT_DUE);
        }
        decision.picture().show(order);
    }

    /** An order of the viewer, or of whomever when {@code viewer} is 0. */
    void find(final long viewer, final long number, final Decision decision) {
        final Order order = orders.find(number);
        if (order == null || (viewer != 0 && order.viewer() != viewer)) {
            decision.refuse(Outcome.ORDER_UNKNOWN);
        } else {
            decision.accept(Outcome.FOUND)
                    .answeredAt(order.sequence())
                    .picture()
                    .show(order);
        }
    }

    /** Number of the viewer's order before {@code before}, which has to be the viewer's as well; the newest for MAX_VALUE. */
    long newestBefore(final long viewer, final long before) {
        if (before == Long.MAX_VALUE) {
            return orders.newestOf(viewer);
        }
        final Order reference = orders.find(before);
        return reference != null && reference.viewer() == viewer ? reference.previousOfViewer() : 0;
    }

    private Answer firstAnswerTo(final OrderRequest request) {
        final Answer answer = answers.find(request.viewer(), request.key());
        return answer != null ? answer : refusals.find(request.viewer(), request.key());
    }

    /** Of these there always is room, the oldest makes it. CAPACITY is for now and no answer to keep. */
    private void rememberRefusal(final OrderRequest request, final Decision decision) {
        if (decision.outcome() != Outcome.CAPACITY && refusals.hasRoom(decision.timeMs())) {
            refusals.remember(fingerprint.take(request), decision);
        }
    }

    private void answerAgain(final Answer answer, final OrderRequest request, final Decision decision) {
        final BodyField difference = fingerprint.take(request).differenceTo(answer);
        if (difference != BodyField.NONE) {
            decision.refuse(Outcome.KEY_REUSED, difference.code());
            decision.picture().showRefused(request, 0);
            return;
        }
        decision.repeat(answer);
        if (answer.order() != 0) {
            decision.picture().showAsPlaced(orders.find(answer.order()));
        } else {
            decision.picture().showRefused(request, answer.totalFen());
        }
    }

    private void reserve(final OrderRequest request, final Decision decision) {
        viewers.meet(request.viewer(), buyer);
        attributions.attribute(request, buyer, ladder.room(), decision.timeMs(), attribution);
        final Order order = orders.open(request, buyer, attribution, decision.sequence(), decision.timeMs());
        int holdSeconds = Integer.MAX_VALUE;
        for (int i = 0; i < request.lines().size(); i++) {
            final Offer offer = ladder.offer(i);
            order.addLine(
                    offer,
                    offer.terms().priceAt(decision.timeMs()),
                    request.lines().quantity(i));
            lines.useTurn(request.viewer(), offer);
            holdSeconds = Math.min(holdSeconds, offer.terms().holdSeconds());
        }
        order.hold(Math.multiplyExact(holdSeconds, 1_000));
        // Behind all turns: what these keep is on sale again by then.
        for (int i = 0; i < request.lines().size(); i++) {
            stock.hold(request.viewer(), ladder.offer(i), request.lines().quantity(i), decision);
        }
        coupons.hold(order);
        decision.accept(Outcome.RESERVED).picture().show(order);
    }
}
