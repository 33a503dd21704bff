package io.sluice.gateway.http;

import io.sluice.gateway.link.Reply;
import io.sluice.gateway.share.ShareCodec;
import io.sluice.gateway.trace.OrderTrace;

/** {@code POST /rooms/{room}/orders}, the hot path. One event loop's. */
final class PlaceOrderAction implements Action, ReplyAction {
    private static final int CREATED = 201;
    private static final int OK = 200;

    private final OrderRequest order = new OrderRequest();
    private final OrderAnswers answers;
    private final ShareCodec shares;

    PlaceOrderAction(final OrderAnswers answers, final ShareCodec shares) {
        this.answers = answers;
        this.shares = shares;
    }

    @Override
    public void run(final Exchange exchange) {
        final long room = exchange.pathId("room");
        if (exchange.trace() != null) {
            exchange.trace().room(room);
        }
        order.reset()
                .room(room)
                .key(IdempotencyKey.of(exchange))
                .viewer(exchange.identity().subject());
        final byte[] body = exchange.body();
        OrderRequestParser.parse(body, body.length, order, shares);
        exchange.send(order, this);
    }

    @Override
    public void onReply(final Exchange exchange, final Reply reply) {
        answers.read(reply);
        final OrderTrace trace = exchange.trace();
        if (trace != null) {
            trace.decided(answers.decision().order(), reply.sequence(), reply.outcome());
        }
        exchange.loop().orderTimes().record(exchange.waitedNs(), trace);
        answers.answer(exchange, reply, answers.isReplayed() ? OK : CREATED);
    }
}
