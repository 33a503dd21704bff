package io.sluice.gateway.http;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.codec.FindOrdersEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.protocol.codec.OrderPageDecoder;
import io.sluice.engine.view.PackBoard;
import io.sluice.gateway.link.Reply;
import java.util.Set;

/**
 * {@code GET /me/orders}, and {@code GET /operator/viewers/{viewer}/orders}, which says whose they are. The engine answers as
 * many orders as a slot holds, so one page may take several questions. One event loop's.
 */
final class ListOrdersAction implements Action {
    private static final String VIEWER = "viewer";
    private static final Set<String> OF_A_VIEWER = Set.of("before", "limit", VIEWER);

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OrderPageDecoder page = new OrderPageDecoder();
    private final OrderDecisionDecoder order = new OrderDecisionDecoder();
    private final PackBoard packs;
    private final boolean isForOperators;

    private ListOrdersAction(final PackBoard packs, final boolean isForOperators) {
        this.packs = packs;
        this.isForOperators = isForOperators;
    }

    /** Of whoever asks. Takes which offers are packs from this board. */
    static ListOrdersAction ofCaller(final PackBoard packs) {
        return new ListOrdersAction(packs, false);
    }

    /** Of the viewer in the path. */
    static ListOrdersAction ofViewer(final PackBoard packs) {
        return new ListOrdersAction(packs, true);
    }

    @Override
    public void run(final Exchange exchange) {
        final OrderPageRequest request =
                OrderPageRequest.of(exchange, isForOperators ? OF_A_VIEWER : OrderPageRequest.PARAMETERS);
        final long viewer =
                isForOperators ? exchange.pathId(VIEWER) : exchange.identity().subject();
        ask(exchange, viewer, new OrderPage(request.limit()), request.before());
    }

    private void ask(final Exchange exchange, final long viewer, final OrderPage wanted, final long before) {
        exchange.send(
                find(viewer, before, wanted.missing()),
                (sameExchange, reply) -> onReply(sameExchange, reply, viewer, wanted));
    }

    private void onReply(final Exchange exchange, final Reply reply, final long viewer, final OrderPage wanted) {
        page.wrapAndApplyHeader(reply.buffer(), reply.decisionOffset(), header);
        int offset = reply.decisionOffset() + MessageHeaderDecoder.ENCODED_LENGTH + page.encodedLength();
        for (int i = 0; i < page.count(); i++) {
            order.wrapAndApplyHeader(reply.buffer(), offset, header);
            add(exchange, wanted);
            offset = order.limit();
        }
        final boolean more = page.more() != 0;
        if (more && page.count() > 0 && wanted.missing() > 0) {
            ask(exchange, viewer, wanted, wanted.last());
        } else {
            wanted.answer(exchange, more);
        }
    }

    private void add(final Exchange exchange, final OrderPage wanted) {
        final JsonWriter json = exchange.loop().json().reset();
        if (isForOperators) {
            OrderAnswerWriter.writeForOperators(
                    json, order, packs, exchange.loop().durability());
        } else {
            OrderAnswerWriter.writeFields(
                    json.beginObject(), order, packs, exchange.loop().durability());
            json.endObject();
        }
        wanted.add(order.order(), json);
    }

    private static CommandWriter find(final long viewer, final long before, final int maximum) {
        return (buffer, offset) -> {
            final FindOrdersEncoder encoder = new FindOrdersEncoder()
                    .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                    .viewer(viewer)
                    .before(before)
                    .maximum((short) maximum);
            return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
        };
    }
}
