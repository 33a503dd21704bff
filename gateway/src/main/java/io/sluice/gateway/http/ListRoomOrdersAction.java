package io.sluice.gateway.http;

import io.sluice.engine.view.PackBoard;
import io.sluice.gateway.link.Reply;
import java.util.Set;

/**
 * {@code GET /operator/rooms/{room}/orders}: which they are is known by the orders' trails, and what became of them by the
 * core, which is asked for one behind the other. One event loop's.
 */
final class ListRoomOrdersAction implements Action {
    private static final String ROOM = "room";
    private static final Set<String> PARAMETERS = Set.of("before", "limit", ROOM);

    private final LedgerDesk desk;
    private final OrderAnswers answers;
    private final PackBoard packs;

    ListRoomOrdersAction(final LedgerDesk desk, final OrderAnswers answers, final PackBoard packs) {
        this.desk = desk;
        this.answers = answers;
        this.packs = packs;
    }

    @Override
    public void run(final Exchange exchange) {
        final OrderPageRequest request = OrderPageRequest.of(exchange, PARAMETERS);
        final long room = exchange.pathId(ROOM);
        final long before = request.before() == 0 ? Long.MAX_VALUE : request.before();
        // One more than wanted tells whether there are more.
        exchange.follow(
                desk.askTrails(exchange.identity(), trails -> trails.ordersOf(room, before, request.limit() + 1)),
                orders -> ask(exchange, orders, new OrderPage(request.limit()), 0));
    }

    private void ask(final Exchange exchange, final long[] orders, final OrderPage page, final int next) {
        if (page.missing() == 0 || next == orders.length) {
            page.answer(exchange, next < orders.length);
        } else {
            exchange.send(GetOrderAction.find(FindOrderAction.WHOEVER, orders[next]), (sameExchange, reply) -> {
                add(sameExchange, reply, page);
                ask(sameExchange, orders, page, next + 1);
            });
        }
    }

    private void add(final Exchange exchange, final Reply reply, final OrderPage page) {
        final JsonWriter json = exchange.loop().json().reset();
        OrderAnswerWriter.writeForOperators(
                json, answers.read(reply).decision(), packs, exchange.loop().durability());
        page.add(answers.decision().order(), json);
    }
}
