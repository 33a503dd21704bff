package io.sluice.gateway.http;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.link.Reply;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.Set;

/**
 * {@code GET /operator/orders/{order}/story}: every record that did something about an order. The core says which record
 * placed it, the trails which follow, and a worker reads them; an event loop has one read at a time. One event loop's.
 */
final class GetOrderStoryAction implements Action {
    private static final String FROM = "from";
    private static final Set<String> PARAMETERS = Set.of("order", FROM);
    private static final int OK = 200;

    private final EnginePort engine;
    private final LedgerDesk desk;
    private final OrderAnswers answers;

    GetOrderStoryAction(final EnginePort engine, final LedgerDesk desk, final OrderAnswers answers) {
        this.engine = engine;
        this.desk = desk;
        this.answers = answers;
    }

    @Override
    public void run(final Exchange exchange) {
        final String text = QueryParameters.of(exchange, PARAMETERS).get(FROM);
        final long from = text == null ? 0 : Text.id(text, ProtocolLimits.MAX_ID);
        if (from < 0) {
            throw JsonBody.invalid(FROM, "must be the number of a record");
        }
        exchange.send(
                GetOrderAction.find(FindOrderAction.WHOEVER, exchange.pathOrder()),
                (sameExchange, reply) -> onOrder(sameExchange, reply, from));
    }

    private void onOrder(final Exchange exchange, final Reply reply, final long from) {
        answers.read(reply);
        if (answers.outcome().isRefusal()) {
            answers.refuse(exchange, reply);
            return;
        }
        final OrderStory.Found found = OrderStory.Found.of(answers.decision(), reply.end());
        final Context eventLoop = Vertx.currentContext();
        final Future<Buffer> story = desk.askTrails(
                        exchange.identity(), trails -> new OrderTrail(trails, found.order()))
                .compose(trail -> eventLoop.executeBlocking(() -> new OrderStory(engine, found).read(trail, from)));
        exchange.follow(story, body -> exchange.answer(OK, body));
    }
}
