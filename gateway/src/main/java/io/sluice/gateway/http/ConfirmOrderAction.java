package io.sluice.gateway.http;

import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.gateway.link.Reply;

/**
 * {@code POST /orders/{order}/confirm}: pays for one of the viewer's own orders that costs nothing, which no provider does.
 * The order is asked for before, to see that it costs nothing, and behind, to show it with its vouchers. One event loop's.
 */
final class ConfirmOrderAction implements Action {
    /** What a provider's reference never begins with: {@code POST /payments} and {@code POST /refunds} refuse it. */
    static final String REFERENCE_PREFIX = "sluice:";

    private static final int OK = 200;

    private final OrderAnswers answers;

    ConfirmOrderAction(final OrderAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void run(final Exchange exchange) {
        ask(exchange, exchange.pathOrder(), this::onOrder);
    }

    private void onOrder(final Exchange exchange, final Reply reply) {
        answers.read(reply);
        if (answers.outcome().isRefusal()) {
            answers.refuse(exchange, reply);
        } else if (answers.decision().totalFen() != 0) {
            exchange.refuse(new Problem(
                            ProblemCode.ORDER_NOT_FREE,
                            "It costs " + answers.decision().totalFen() + " fen.")
                    .totalFen(answers.decision().totalFen()));
        } else {
            confirm(exchange, reply, OrderState.ofCode(answers.decision().state()));
        }
    }

    private void confirm(final Exchange exchange, final Reply reply, final OrderState state) {
        final long order = answers.decision().order();
        switch (state) {
            case RESERVED ->
                exchange.send(
                        PaymentAction.pay(exchange.identity().subject(), order, 0, REFERENCE_PREFIX + "free:" + order),
                        this::onPayment);
            case PAID -> answers.answerAgain(exchange, reply, OK);
            default -> exchange.refuse(new Problem(ProblemCode.ORDER_NOT_CONFIRMABLE, "The order is " + state + "."));
        }
    }

    private void onPayment(final Exchange exchange, final Reply reply) {
        answers.read(reply);
        if (answers.outcome().isRefusal()) {
            answers.refuse(exchange, reply);
        } else if (answers.outcome() == Outcome.REFUND_DUE) {
            exchange.refuse(new Problem(
                            ProblemCode.ORDER_NOT_CONFIRMABLE,
                            "It came to an end meanwhile: " + answers.refundCause() + ".")
                    .sequence(answers.sequence(reply)));
        } else {
            final boolean replayed = answers.isReplayed();
            ask(exchange, answers.decision().order(), (sameExchange, found) -> show(sameExchange, found, replayed));
        }
    }

    private void show(final Exchange exchange, final Reply found, final boolean replayed) {
        answers.read(found);
        if (replayed) {
            answers.answerAgain(exchange, found, OK);
        } else {
            answers.answer(exchange, found, OK);
        }
    }

    private static void ask(final Exchange exchange, final long order, final ReplyAction action) {
        exchange.send(GetOrderAction.find(exchange.identity().subject(), order), action);
    }
}
