package io.sluice.gateway.http;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.FindOrdersEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.protocol.codec.OrderPageDecoder;
import io.sluice.engine.view.PackBoard;
import io.sluice.gateway.link.Reply;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Set;

/**
 * {@code GET /me/orders}. The engine answers as many orders as a slot holds, so one page may take several questions. One
 * event loop's.
 */
final class ListOrdersAction implements Action {
    private static final Set<String> PARAMETERS = Set.of("before", "limit");
    private static final int DEFAULT_LIMIT = 20;
    private static final int OK = 200;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OrderPageDecoder page = new OrderPageDecoder();
    private final OrderDecisionDecoder order = new OrderDecisionDecoder();
    private final PackBoard packs;

    /** Takes which offers are packs from this board. */
    ListOrdersAction(final PackBoard packs) {
        this.packs = packs;
    }

    @Override
    public void run(final Exchange exchange) {
        final MultiMap query = QueryParameters.of(exchange, PARAMETERS);
        final String before = query.get("before");
        final String limit = query.get("limit");
        final long beforeOrder = before == null ? 0 : Text.orderId(before);
        final long count = limit == null ? DEFAULT_LIMIT : Text.id(limit, ProtocolLimits.MAX_PAGE);
        if (beforeOrder < 0) {
            throw JsonBody.invalid("before", "must be an order id, a string of digits");
        }
        if (count < 0) {
            throw JsonBody.invalid("limit", "must be an integer from 1 to " + ProtocolLimits.MAX_PAGE);
        }
        ask(exchange, new Page(packs, (int) count), beforeOrder);
    }

    private void ask(final Exchange exchange, final Page wanted, final long before) {
        exchange.send(
                find(exchange.identity().subject(), before, wanted.missing),
                (sameExchange, reply) -> onReply(sameExchange, reply, wanted));
    }

    private void onReply(final Exchange exchange, final Reply reply, final Page wanted) {
        page.wrapAndApplyHeader(reply.buffer(), reply.decisionOffset(), header);
        int offset = reply.decisionOffset() + MessageHeaderDecoder.ENCODED_LENGTH + page.encodedLength();
        for (int i = 0; i < page.count(); i++) {
            order.wrapAndApplyHeader(reply.buffer(), offset, header);
            wanted.add(exchange, order);
            offset = order.limit();
        }
        final boolean more = page.more() != 0;
        if (more && page.count() > 0 && wanted.missing > 0) {
            ask(exchange, wanted, wanted.last);
        } else {
            wanted.answer(exchange, more);
        }
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

    /** What was found so far; the loop's writer serves others between two questions. */
    private static final class Page {
        private static final byte[] OPEN = {'{', '"', 'o', 'r', 'd', 'e', 'r', 's', '"', ':', '['};

        private final PackBoard packs;
        private final Buffer orders = Buffer.buffer(OPEN);
        private int missing;
        private long last;

        Page(final PackBoard packs, final int limit) {
            this.packs = packs;
            missing = limit;
        }

        void add(final Exchange exchange, final OrderDecisionDecoder order) {
            if (orders.length() > OPEN.length) {
                orders.appendByte((byte) ',');
            }
            final JsonWriter json = exchange.loop().json().reset().beginObject();
            OrderAnswerWriter.writeFields(json, order, packs, exchange.loop().durability());
            orders.appendBytes(json.endObject().toBytes());
            last = order.order();
            missing--;
        }

        void answer(final Exchange exchange, final boolean more) {
            orders.appendByte((byte) ']');
            if (more) {
                orders.appendString(",\"next\":\"" + last + "\"");
            }
            orders.appendByte((byte) '}');
            exchange.answer(OK, orders);
        }
    }
}
