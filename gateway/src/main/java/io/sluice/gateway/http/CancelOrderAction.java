package io.sluice.gateway.http;

import io.sluice.engine.protocol.codec.CancelOrderEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.gateway.link.Reply;

/** {@code POST /orders/{order}/cancel}. One event loop's. */
final class CancelOrderAction implements Action, ReplyAction {
    private static final int OK = 200;

    private final OrderAnswers answers;

    CancelOrderAction(final OrderAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void run(final Exchange exchange) {
        final long viewer = exchange.identity().subject();
        final long order = exchange.pathOrder();
        exchange.send(
                (buffer, offset) -> {
                    final CancelOrderEncoder encoder = new CancelOrderEncoder()
                            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                            .viewer(viewer)
                            .order(order);
                    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
                },
                this);
    }

    @Override
    public void onReply(final Exchange exchange, final Reply reply) {
        answers.read(reply);
        if (answers.outcome().isRefusal()) {
            answers.refuse(exchange, reply);
        } else {
            final JsonWriter json = exchange.loop().json().reset().beginObject();
            OrderAnswerWriter.writeFields(
                    json, answers.decision(), exchange.loop().durability());
            json.endObject();
            exchange.answer(OK);
        }
    }
}
