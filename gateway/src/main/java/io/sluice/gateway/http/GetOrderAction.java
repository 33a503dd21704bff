package io.sluice.gateway.http;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.codec.FindOrderEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.gateway.link.Reply;

/** {@code GET /orders/{order}}. One event loop's. */
final class GetOrderAction implements Action, ReplyAction {
    private static final int OK = 200;

    private final OrderAnswers answers;

    GetOrderAction(final OrderAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void run(final Exchange exchange) {
        exchange.send(find(exchange.identity().subject(), exchange.pathOrder()), this);
    }

    @Override
    public void onReply(final Exchange exchange, final Reply reply) {
        answers.read(reply).answer(exchange, reply, OK);
    }

    /** The question for one of a viewer's own orders. */
    static CommandWriter find(final long viewer, final long order) {
        return (buffer, offset) -> {
            final FindOrderEncoder encoder = new FindOrderEncoder()
                    .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                    .viewer(viewer)
                    .order(order);
            return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
        };
    }
}
