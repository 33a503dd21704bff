package io.sluice.gateway.http;

import io.sluice.engine.view.PackBoard;
import io.sluice.gateway.link.Reply;

/** {@code GET /operator/orders/{order}}: anybody's order, with whose it is. One event loop's. */
final class FindOrderAction implements Action, ReplyAction {
    /** The owner that a question names when it may be anybody's order. */
    static final long WHOEVER = 0;

    private static final int OK = 200;

    private final OrderAnswers answers;
    private final PackBoard packs;

    FindOrderAction(final OrderAnswers answers, final PackBoard packs) {
        this.answers = answers;
        this.packs = packs;
    }

    @Override
    public void run(final Exchange exchange) {
        exchange.send(GetOrderAction.find(WHOEVER, exchange.pathOrder()), this);
    }

    @Override
    public void onReply(final Exchange exchange, final Reply reply) {
        answers.read(reply);
        if (answers.outcome().isRefusal()) {
            answers.refuse(exchange, reply);
        } else {
            final JsonWriter json = exchange.loop().json().reset();
            OrderAnswerWriter.writeForOperators(
                    json, answers.decision(), packs, exchange.loop().durability());
            exchange.answer(OK);
        }
    }
}
